import { shortDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { euro, minus, negate } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { Button, Form, MoneyField, SelectField, TextField } from '#ui/fields.tsx'
import { Alert, Amount, Card, Fold, Tag } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { nl } from '../banking.nl.ts'
import { handing } from '../cash/cash.nl.ts'
import type { CashStanding, MemberHolds } from '../cash/cash.rules.ts'
import type { CashCount } from '../cash/cash.sql.ts'
import { BankHead } from './bank-head.tsx'

const words = nl.cash

/** The cash box with its counts, and money of the cooperative that members hold. */
export function CashPage(props: {
  readonly cash: CashStanding
  readonly counts: readonly CashCount[]
  readonly names: ReadonlyMap<MemberId, string>
  readonly said: string | null
  readonly mayBook: boolean
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
}) {
  const { cash, counts } = props
  const [last] = counts
  const holders = cash.held.filter((each) => each.cents > 0n).map((each) => each.member)
  const wrong = props.problems && ('bedrag' in props.problems.typed ? 'hand' : 'count')
  return (
    <div class="stack">
      <BankHead now="cash" intro={words.intro} />
      {props.said ? <Alert tone="ok">{props.said}</Alert> : null}
      {cash.box < 0n ? (
        <Alert tone="wrong" title={words.below.what}>
          <p>{words.below.next}</p>
        </Alert>
      ) : null}
      <Card title={words.box}>
        <p>
          {words.inBooks} <b class="strong">{euro(cash.box)}</b>.{' '}
          {last ? fill(words.lastCount, { day: shortDay(last.on), amount: euro(last.counted) }) : words.neverCounted}
        </p>
        {props.mayBook ? (
          <Fold summary={words.count} open={wrong === 'count'}>
            <Form action="/bank/kas" keys={props.keys} problems={wrong === 'count' ? props.problems : null}>
              <MoneyField name="geteld" label={words.counted} hint={words.countedHint} />
              <TextField name="reden" label={words.reason} hint={words.reasonHint} optional maxLength={200} />
              <Button look="secondary">{words.save}</Button>
            </Form>
          </Fold>
        ) : null}
        {props.mayBook && (holders.length > 0 || cash.box > 0n) ? <Hand {...props} holders={holders} open={wrong === 'hand'} /> : null}
        {counts.length > 0 ? <Counts counts={counts} /> : null}
      </Card>
      <Holders title={words.held} note={fill(words.heldNote, { days: cash.termDays })} none={words.heldNone} rows={cash.held} {...props} />
      <Holders title={words.claims} note={words.claimsNote} none={words.claimsNone} rows={cash.claims} {...props} />
    </div>
  )
}

/** Cash between the box and a member; who holds some stands on top. */
function Hand(props: Parameters<typeof CashPage>[0] & { readonly holders: readonly MemberId[]; readonly open: boolean }) {
  const { holders, names, open } = props
  const members = [...new Set([...holders, ...names.keys()])]
  return (
    <Fold summary={handing.title} open={open}>
      <Form action="/bank/kas/leden" keys={props.keys} problems={open ? props.problems : null} ids="lid">
        <SelectField name="lid" label={handing.member} empty="" options={members.map((value) => ({ value, label: names.get(value) ?? nl.bank.nobody }))} />
        <SelectField
          name="richting"
          label={handing.way}
          value={holders.length > 0 ? 'in' : 'out'}
          options={(['in', 'out'] as const).map((value) => ({ value, label: handing.ways[value] }))}
        />
        <MoneyField name="bedrag" label={handing.amount} hint={handing.amountHint} />
        <Button look="secondary">{handing.save}</Button>
      </Form>
    </Fold>
  )
}

function Counts(props: { counts: readonly CashCount[] }) {
  return (
    <Table
      caption={words.counts}
      dense
      rows={props.counts.map((each, index) => ({ ...each, index }))}
      rowKey={(each) => String(each.index)}
      columns={[
        { key: 'day', label: nl.bank.date, header: true, cell: (each) => shortDay(each.on) },
        { key: 'counted', label: words.countedColumn, numeric: true, phone: 'beside', cell: (each) => <Amount cents={each.counted} /> },
        { key: 'difference', label: words.difference, numeric: true, cell: (each) => <Amount cents={minus(each.counted, each.book)} signed /> },
        { key: 'note', label: words.reason, cell: (each) => each.note ?? '' },
      ]}
    />
  )
}

function Holders(props: {
  readonly title: string
  readonly note: string
  readonly none: string
  readonly rows: readonly MemberHolds[]
  readonly names: ReadonlyMap<MemberId, string>
}) {
  return (
    <Card title={props.title}>
      {props.rows.length === 0 ? (
        <p class="soft">{props.none}</p>
      ) : (
        <>
          <p class="soft">{props.note}</p>
          <Table
            caption={props.title}
            captionHidden
            dense
            rows={props.rows}
            rowKey={(row) => row.member}
            columns={[
              {
                key: 'who',
                label: nl.line.member,
                header: true,
                cell: (row) => props.names.get(row.member) ?? nl.bank.nobody,
              },
              { key: 'amount', label: nl.bank.amount, numeric: true, phone: 'beside', cell: (row) => <Amount cents={row.cents} /> },
              {
                key: 'late',
                label: words.term,
                bare: true,
                cell: (row) =>
                  row.cents < 0n ? (
                    <Tag tone="wrong">{fill(words.tooMuch, { amount: euro(negate(row.cents)) })}</Tag>
                  ) : row.late > 0n ? (
                    <Tag tone="wrong">{fill(words.late, { amount: euro(row.late) })}</Tag>
                  ) : (
                    <Tag tone="ok">{words.inTime}</Tag>
                  ),
              },
            ]}
          />
        </>
      )}
    </Card>
  )
}
