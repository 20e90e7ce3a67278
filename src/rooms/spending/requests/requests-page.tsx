import { dayOf, shortDay } from '#kit/day.ts'
import type { Language } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { ButtonLink } from '#ui/fields.tsx'
import { Amount, Empty, PageHead, Tag } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { equipmentTexts } from '../equipment/equipment.en.ts'
import { potsNl } from '../promises/promises.nl.ts'
import type { SpendingRequest } from '../spending.types.ts'
import { requestTone, type Words } from '../tones.ts'

export function RequestsPage(props: {
  words: Words
  requests: readonly SpendingRequest[]
  names: ReadonlyMap<MemberId, string>
  office: boolean
  mayAsk: boolean
  language: Language
}) {
  const { office } = props
  const words = props.words.requests
  const pots = office ? props.words.potsOf : props.words.pots
  const requests = props.requests.toSorted((a, b) => Number(b.standing === 'asked') - Number(a.standing === 'asked'))
  const add = props.mayAsk ? (
    <ButtonLink href="/bestedingen/nieuw" icon="pot">
      {words.add}
    </ButtonLink>
  ) : null
  return (
    <>
      <PageHead title={words.title} lead={office ? words.officeLead : words.lead} actions={add} read={!office} />
      <p class="row">
        {office ? <a href="/bestedingen/potten">{potsNl.all}</a> : null}
        <a href="/spullen">{equipmentTexts[props.language][office ? 'title' : 'own']}</a>
      </p>
      <Table
        caption={words.title}
        captionHidden
        rows={requests}
        rowKey={(row) => row.id}
        rowHref={(row) => `/bestedingen/${row.id}`}
        keys={office}
        empty={
          <Empty title={words.empty} what={words.emptyNext}>
            {add}
          </Empty>
        }
        columns={[
          { key: 'what', label: props.words.receipts.what, header: true, cell: (row) => <a href={`/bestedingen/${row.id}`}>{row.what}</a> },
          ...(office ? [{ key: 'member', label: props.words.receipts.member, cell: (row: SpendingRequest) => props.names.get(row.member) ?? '' }] : []),
          { key: 'pot', label: words.pot, cell: (row) => (row.pot ? pots[row.pot] : props.words.notKnown) },
          { key: 'on', label: props.words.receipt.sent, cell: (row) => shortDay(dayOf(row.askedAt), props.language) },
          {
            key: 'amount',
            label: props.words.receipts.amount,
            numeric: true,
            phone: 'beside',
            cell: (row) => {
              const cents = row.bought?.gross ?? row.cents
              return cents === null ? <span class="soft">{props.words.notKnown}</span> : <Amount cents={cents} />
            },
          },
          {
            key: 'standing',
            label: props.words.receipts.standing,
            bare: true,
            cell: (row) => <Tag tone={requestTone(row.standing)}>{props.words.requestStandings[row.standing]}</Tag>,
          },
        ]}
      />
    </>
  )
}
