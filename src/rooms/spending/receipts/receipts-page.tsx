import type { ComponentChildren } from 'preact'
import { type Day, longDay, longMonth, monthAfter, monthOf, shortDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import type { Cents } from '#kit/money.ts'
import type { Language } from '#kit/text.ts'
import { KeptFilters, type MemberId, type Together } from '#rooms/access'
import { ActionButton, Button, ButtonLink, Form, SelectField } from '#ui/fields.tsx'
import { Outcome } from '#ui/outcome.tsx'
import { Alert, Amount, Empty, PageHead, Tag } from '#ui/parts.tsx'
import { SelectionBar, Table } from '#ui/table.tsx'
import type { Look } from '../many/looks.rules.ts'
import type { ManyReceipts } from '../many/many.ts'
import { isUnjudged } from '../spending.rules.ts'
import type { CostId, Receipt } from '../spending.types.ts'
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
  /** Why each receipt that waits must be looked at by itself; empty for whoever judges none. */
  looks: ReadonlyMap<CostId, readonly Look[]>
  outcome: ManyReceipts | null
  /** The last approval of many, while it can be taken back. */
  last: Together | null
  keys: { csrf: string; key: string }
  problems: Problems | null
}) {
  const { words, office, looks, outcome } = props
  const simple = (row: Receipt) => looks.get(row.id)?.length === 0
  const selecting = props.receipts.some(simple)
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
      {outcome ? (
        <Outcome
          done={outcome.done.length > 0 ? words.many[outcome.what](outcome.done.length) : null}
          leftTitle={words.many.left(outcome.refused.length)}
          left={outcome.refused}
          href={(id) => `/bonnen/${id}`}
        >
          {outcome.what === 'approved' ? <p class="soft">{words.many.mend}</p> : null}
          {outcome.undo ? <UndoMany {...props} id={outcome.id} /> : null}
        </Outcome>
      ) : null}
      {props.last ? (
        <Alert tone="info">
          <p>{words.many.last(props.last.done.length)}</p>
          <UndoMany {...props} id={props.last.id} />
        </Alert>
      ) : null}
      {office ? <Filter {...props} /> : null}
      <KeptFilters />
      <Many {...props} selecting={selecting}>
        <Table
          caption={words.receipts.title}
          captionHidden
          rows={receipts}
          rowKey={(row) => row.id}
          rowHref={(row) => `/bonnen/${row.id}`}
          keys={office}
          {...(selecting
            ? {
                select: {
                  name: 'bon',
                  label: (row: Receipt) => row.what,
                  disabled: (row: Receipt) => !simple(row),
                  offered: (row: Receipt) => looks.has(row.id),
                },
              }
            : {})}
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
            {
              key: 'what',
              label: words.receipts.what,
              header: true,
              cell: (row) => (
                <>
                  <a href={`/bonnen/${row.id}`}>{row.what}</a>
                  {looks.has(row.id) && row.file ? (
                    <small>
                      <a href={`/bonnen/${row.id}/foto`}>
                        {words.many.photo}
                        <span class="vh">: {row.what}</span>
                      </a>
                    </small>
                  ) : null}
                </>
              ),
            },
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
              cell: (row) => (
                <>
                  <Tag tone={receiptTone(row.standing)}>{words.standings[row.standing]}</Tag>
                  {looks.get(row.id)?.map((look) => (
                    <small key={look}>{words.looks[look]}</small>
                  ))}
                </>
              ),
            },
          ]}
        />
      </Many>
    </>
  )
}

/** Takes back what was approved together, in one go. */
function UndoMany(props: { words: Words; id: string; keys: { csrf: string; key: string } }) {
  return (
    <>
      <p class="soft">{props.words.many.undoNote}</p>
      <ActionButton action={`/bonnen/samen/${props.id}/ongedaan`} keys={props.keys} look="secondary" size="small">
        {props.words.many.undo}
      </ActionButton>
    </>
  )
}

/** The form around the list where receipts can be approved with many at once. */
function Many(props: { words: Words; selecting: boolean; keys: { csrf: string; key: string }; problems: Problems | null; children: ComponentChildren }) {
  if (!props.selecting) return <>{props.children}</>
  return (
    <Form action="/bonnen/goedkeuring" keys={props.keys} problems={props.problems} class="stack">
      <SelectionBar label={props.words.many.chosen}>
        <Button icon="check" size="small" shortcut="a">
          {props.words.many.approve}
        </Button>
      </SelectionBar>
      {props.children}
    </Form>
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
