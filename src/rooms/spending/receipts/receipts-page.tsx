import { type Day, longDay, longMonth, monthAfter, monthOf, shortDay } from '#kit/day.ts'
import type { Cents } from '#kit/money.ts'
import type { Language } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { Button, ButtonLink, Form, SelectField } from '#ui/fields.tsx'
import { Amount, Empty, PageHead, Tag } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { isUnjudged } from '../spending.rules.ts'
import type { Receipt } from '../spending.types.ts'
import { receiptTone, type Words } from '../tones.ts'
import type { ReceiptFilter } from './receipts.sql.ts'

export const STANDS = ['open', 'judged'] as const

export function ReceiptsPage(props: {
  words: Words
  receipts: readonly Receipt[]
  names: ReadonlyMap<MemberId, string>
  only: ReceiptFilter
  today: Day
  office: boolean
  maySend: boolean
  language: Language
}) {
  const { words, office } = props
  // What waits comes first; the rest stays in the order of sending.
  const receipts = props.receipts.toSorted((a, b) => Number(isUnjudged(b.standing)) - Number(isUnjudged(a.standing)))
  const add = props.maySend ? (
    <ButtonLink href="/bonnen/nieuw" icon="camera">
      {words.receipts.add}
    </ButtonLink>
  ) : null
  return (
    <>
      <PageHead title={words.receipts.title} lead={office ? words.receipts.officeLead : words.receipts.lead} actions={add} read={!office} />
      {office ? <Filter {...props} /> : null}
      <Table
        caption={words.receipts.title}
        captionHidden
        rows={receipts}
        rowKey={(row) => row.id}
        rowHref={(row) => `/bonnen/${row.id}`}
        keys={office}
        empty={
          office && Object.values(props.only).some(Boolean) ? (
            <Empty title={words.receipts.filter.none} what={words.receipts.filter.noneNext}>
              <a href="/bonnen">{words.receipts.filter.all}</a>
            </Empty>
          ) : (
            <Empty title={words.receipts.empty} what={words.receipts.emptyNext}>
              {add}
            </Empty>
          )
        }
        columns={[
          { key: 'what', label: words.receipts.what, header: true, cell: (row) => <a href={`/bonnen/${row.id}`}>{row.what}</a> },
          ...(office ? [{ key: 'member', label: words.receipts.member, cell: (row: Receipt) => props.names.get(row.member) ?? '' }] : []),
          { key: 'on', label: words.receipts.on, cell: (row) => (office ? shortDay(row.boughtOn, props.language) : longDay(row.boughtOn, props.language)) },
          {
            key: 'amount',
            label: words.receipts.amount,
            numeric: true,
            phone: 'beside',
            cell: (row) => <Known cents={row.held?.gross ?? row.gross} otherwise={words.notKnown} />,
          },
          {
            key: 'standing',
            label: words.receipts.standing,
            bare: true,
            cell: (row) => <Tag tone={receiptTone(row.standing)}>{words.standings[row.standing]}</Tag>,
          },
        ]}
      />
    </>
  )
}

/** Narrows the list for the office; sends an address, so that a choice can be kept and shared. */
function Filter(props: { words: Words; only: ReceiptFilter; names: ReadonlyMap<MemberId, string>; today: Day; language: Language }) {
  const { words, only, names, language } = props
  const { filter } = words.receipts
  const chosen = only.month ? [only.month] : []
  const months = [...new Set([...Array.from({ length: 13 }, (_, back) => monthAfter(monthOf(props.today), -back)), ...chosen])]
  return (
    <Form action="/bonnen" method="get" class="row" label={filter.label}>
      <SelectField
        name="stand"
        label={filter.standing}
        value={only.standing ?? ''}
        empty={filter.any}
        options={STANDS.map((value) => ({ value, label: filter.standings[value] }))}
      />
      <SelectField
        name="lid"
        label={words.receipts.member}
        value={only.member ?? ''}
        empty={filter.anyMember}
        options={[...names].map(([value, label]) => ({ value, label }))}
      />
      <SelectField
        name="maand"
        label={filter.month}
        value={only.month ?? ''}
        empty={filter.anyMonth}
        options={months.map((value) => ({ value, label: longMonth(value, language) }))}
      />
      <Button look="secondary">{filter.show}</Button>
    </Form>
  )
}

function Known(props: { cents: Cents | null; otherwise: string }) {
  return props.cents === null ? <span class="soft">{props.otherwise}</span> : <Amount cents={props.cents} />
}
