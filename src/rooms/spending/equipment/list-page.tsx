import { type Day, shortDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { euro, plainEuro, sum } from '#kit/money.ts'
import { fill, type Language, type SameTexts } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { Actions, Button, ButtonLink, FileField, Form, HiddenField, MoneyField, TextField } from '#ui/fields.tsx'
import { Alert, Amount, Card, Crumbs, Empty, Facts, PageHead, Tag } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import type { ThingBill } from '../bills/bills.ts'
import type { InBooks } from '../disposing/disposing.sql.ts'
import { office } from '../disposing/office.nl.ts'
import type { nl } from './equipment.nl.ts'
import { type EquipmentStanding, worthOn } from './equipment.rules.ts'
import type { Equipment, EquipmentId, Origin } from './equipment.ts'

export type EquipmentWords = SameTexts<typeof nl>

export const TONES = { here: 'ok', lent: 'info', sold: 'plain', lost: 'warn', given: 'plain' } as const satisfies Record<EquipmentStanding, string>

/** All things: the own ones for a member; for the office whose they are, and what they are worth together. */
export function EquipmentList(props: {
  things: readonly Equipment[]
  names: ReadonlyMap<MemberId, string>
  today: Day
  own: boolean
  /** Bills for things on which something is open. */
  bills: readonly ThingBill[]
  /** How things stand in the books; null for who may not read them. */
  books: ReadonlyMap<EquipmentId, InBooks> | null
  mayWear: boolean
  words: EquipmentWords
  language: Language
}) {
  const { words, own, today, language } = props
  const kept = props.things.filter((each) => each.owner === 'cooperative' && (each.standing === 'here' || each.standing === 'lent'))
  const { bills, books } = props
  const nameOf = (bill: ThingBill) => (bill.member ? (props.names.get(bill.member) ?? '') : (bill.buyer?.split('\n')[0] ?? ''))
  const waiting = books ? props.things.filter((each) => !kept.includes(each) && each.owner === 'cooperative' && books.get(each.id)?.gone === false) : []
  const csv = own ? null : (
    <ButtonLink href="/spullen?vorm=csv" look="secondary" icon="download">
      {words.csv}
    </ButtonLink>
  )
  return (
    <>
      <PageHead title={own ? words.own : words.title} lead={own ? words.ownLead : words.lead} actions={csv} read={own} />
      {bills.length > 0 ? (
        <Card title={own ? words.bills : office.bills} look="wait">
          <ul>
            {bills.map((bill) => (
              <li key={bill.id}>
                <a href={`/spullen/rekening/${bill.id}`}>
                  {own
                    ? fill(words.ownBill, { thing: bill.thing })
                    : fill(office.billLine, { number: bill.number, thing: bill.thing, name: nameOf(bill), open: euro(bill.open) })}
                </a>
                {own ? `: ${euro(bill.open)}` : null}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {waiting.length > 0 ? <Alert tone="warn">{fill(office.listWaits, { things: waiting.map((each) => each.name).join(', ') })}</Alert> : null}
      {own || kept.length === 0 ? null : (
        <Card title={words.total}>
          <Facts
            items={[
              { label: words.count, value: String(kept.length) },
              { label: words.totalCost, value: euro(sum(kept.map((each) => each.value))) },
              { label: words.totalWorth, value: euro(sum(kept.map((each) => worthOn(each, today)))) },
            ]}
          />
          <p class="soft">{words.worthNote}</p>
          {props.mayWear ? (
            <p>
              <a href="/spullen/afschrijving">{words.wear}</a>
            </p>
          ) : null}
        </Card>
      )}
      <Table
        caption={words.title}
        captionHidden
        rows={props.things}
        rowKey={(row) => row.id}
        rowHref={(row) => `/spullen/${row.id}`}
        keys={!own}
        empty={<Empty title={words.empty} what={words.emptyNext} />}
        columns={[
          { key: 'thing', label: words.thing, header: true, cell: (row) => <a href={`/spullen/${row.id}`}>{row.name}</a> },
          ...(own ? [] : [{ key: 'member', label: words.member, cell: (row: Equipment) => props.names.get(row.member) ?? '' }]),
          { key: 'owner', label: words.owner, cell: (row) => words[own ? 'ownersOwn' : 'owners'][row.owner] },
          { key: 'place', label: words.place, cell: (row) => row.place ?? words.notKnown },
          { key: 'bought', label: words.bought, cell: (row) => shortDay(row.boughtOn, language) },
          {
            key: 'worth',
            label: words.worth,
            numeric: true,
            phone: 'beside',
            cell: (row) => (row.standing === 'here' || row.standing === 'lent' ? <Amount cents={worthOn(row, today)} /> : words.isGone),
          },
          { key: 'standing', label: words.standing, bare: true, cell: (row) => <Tag tone={TONES[row.standing]}>{words.standings[row.standing]}</Tag> },
        ]}
      />
    </>
  )
}

/** A thing from a purchase, with what the purchase says already. */
export function NewEquipmentPage(props: { words: EquipmentWords; origin: Origin; keys: { csrf: string; key: string }; problems: Problems | null }) {
  const { words, origin } = props
  return (
    <div class="narrow">
      <Crumbs items={[{ href: `/bestedingen/${origin.request.id}`, label: origin.request.what }]} />
      <PageHead title={words.add} lead={words.addLead} />
      <Form action="/spullen" keys={props.keys} problems={props.problems} files>
        <HiddenField name="request" value={origin.request.id} />
        <p>
          {words.owner}: {words.owners[origin.owner]}
        </p>
        <TextField name="name" label={words.name} value={origin.name} maxLength={120} />
        <MoneyField name="value" label={words.value} hint={words.valueHint} value={plainEuro(origin.value)} />
        <TextField name="years" label={words.years} value="5" inputMode="numeric" size={4} />
        <TextField name="place" label={words.place} hint={words.placeHint} maxLength={120} optional />
        <TextField name="serial" label={words.serial} maxLength={80} optional />
        <FileField name="photo" label={words.photo} camera optional />
        <Actions>
          <Button icon="check">{words.save}</Button>
        </Actions>
      </Form>
    </div>
  )
}
