import { shortDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { euro, negate } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { Actions, Button, ButtonLink, FieldGroup, Form, HiddenField, MoneyField, SelectField, TextField } from '#ui/fields.tsx'
import { Fold } from '#ui/parts.tsx'
import { nl } from '../banking.nl.ts'
import type { BankLine } from '../banking.types.ts'
import { fits, PLAIN_KINDS } from '../booking/kinds.rules.ts'
import { MOST_ROWS, optionOf, SPARE_ROWS } from '../forms.ts'
import { billName, type LineProposal, type Material } from '../matching/proposals.ts'

const words = nl.line

/** So many of a kind are offered, those of the same amount first; of an invoice that is not among them the number can be typed. */
const MOST_OFFERED = 40

export type BookFormProps = {
  readonly line: BankLine
  readonly path: string
  readonly proposals: readonly LineProposal[]
  readonly names: ReadonlyMap<MemberId, string>
  readonly material: Material | null
  readonly rows: number
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
  readonly open: boolean
}

/** Books a line as anything, whole or in parts. Parts are a link to the same page with a few to fill in, so that it works without script; an empty part does not count. */
export function BookForm(props: BookFormProps) {
  const { line, rows, path } = props
  const problems = props.problems && 'delen' in props.problems.typed ? props.problems : null
  const options = optionsFor(line, props.material)
  const begin = rows > 1 ? null : beginning(props.proposals[0])
  return (
    <Fold summary={words.other} open={props.open || rows > 1 || problems !== null}>
      <Form action={`${path}/boeking`} keys={props.keys} problems={problems}>
        <HiddenField name="delen" value={String(rows)} />
        {Array.from({ length: rows }, (_, index) => index + 1).map((nr) =>
          rows === 1 ? (
            <Row {...props} nr={nr} options={options} value={begin ?? undefined} key={nr} />
          ) : (
            <FieldGroup legend={fill(words.part, { nr })} key={nr}>
              <Row {...props} nr={nr} options={options} />
            </FieldGroup>
          ),
        )}
        <TextField name="opmerking" label={words.note} optional maxLength={200} />
        <Actions>
          <Button>{words.book}</Button>
          {rows < MOST_ROWS ? (
            <ButtonLink href={`${path}?delen=${rows === 1 ? SPARE_ROWS : rows + SPARE_ROWS}`} look="secondary">
              {rows === 1 ? words.divide : words.divideMore}
            </ButtonLink>
          ) : null}
        </Actions>
      </Form>
    </Fold>
  )
}

type Options = ReturnType<typeof optionsFor>

function Row(props: BookFormProps & { nr: number; options: Options; value?: string | undefined }) {
  const { line, nr } = props
  const wrong = Object.keys(props.problems?.fields ?? {})
  const filled = ['factuur', 'lid', 'btw', 'kosten'].some((name) => props.problems?.typed[`${name}${nr}`] || wrong.includes(`${name}${nr}`))
  const size = euro(line.cents < 0n ? negate(line.cents) : line.cents)
  return (
    <>
      <SelectField name={`soort${nr}`} label={words.kind} empty={nl.refusals.chooseKind.next} options={props.options} value={props.value} />
      {props.rows > 1 ? (
        <MoneyField name={`bedrag${nr}`} label={words.amount} hint={nr === 1 ? fill(words.amountHint, { amount: size }) : undefined} optional />
      ) : null}
      <Fold summary={words.more} open={filled}>
        <TextField name={`factuur${nr}`} label={words.number} hint={words.numberHint} optional size={24} />
        <SelectField
          name={`lid${nr}`}
          label={words.member}
          hint={words.memberHint}
          optional
          empty={words.noMember}
          options={[...props.names].map(([value, label]) => ({ value, label }))}
        />
        <MoneyField name={`btw${nr}`} label={words.vat} hint={words.vatHint} optional />
        {line.cents > 0n ? <MoneyField name={`kosten${nr}`} label={words.fee} hint={words.feeHint} optional /> : null}
      </Fold>
    </>
  )
}

/** What a line can be: what waits for money of this way, those of the same amount first, and every kind. */
function optionsFor(line: BankLine, material: Material | null) {
  const into = line.cents > 0n
  const near = (cents: bigint) => (cents === line.cents || cents === -line.cents ? 0 : 1)
  const invoices = (material?.invoices ?? []).filter((each) => each.open !== 0n && each.open > 0n === into).toSorted((a, b) => near(a.open) - near(b.open))
  const waiting = invoices.slice(0, MOST_OFFERED).map((each) => ({
    value: optionOf({ kind: into ? 'invoice' : 'refund', invoices: [each.id] }),
    label: fill(words.invoiceOption, { number: each.number, customer: each.customerName, amount: euro(into ? each.open : negate(each.open)) }),
    group: into ? words.groups.invoices : words.groups.refunds,
  }))
  const late = into ? (material?.writtenOff ?? []).toSorted((a, b) => near(a.writtenOff) - near(b.writtenOff)).slice(0, MOST_OFFERED) : []
  const costs = into ? [] : (material?.costs ?? []).toSorted((a, b) => near(a.open) - near(b.open)).slice(0, MOST_OFFERED)
  const bills = into
    ? (material?.bills ?? []).toSorted((a, b) => near(a.open) - near(b.open)).slice(0, MOST_OFFERED)
    : (material?.billsPaid ?? []).slice(0, MOST_OFFERED)
  const returned = into ? [] : (material?.returnable ?? []).toSorted((a, b) => near(a.cents) - near(b.cents)).slice(0, MOST_OFFERED)
  const kinds = [into ? ('invoice' as const) : ('refund' as const), ...PLAIN_KINDS.filter((kind) => fits(kind, line.cents))]
  return [
    ...waiting,
    ...late.map((each) => ({
      value: optionOf({ kind: 'invoice', invoices: [each.id] }),
      label: fill(words.writtenOffOption, { number: each.number, customer: each.customerName, amount: euro(each.writtenOff) }),
      group: words.groups.writtenOff,
    })),
    ...costs.map((each) => ({
      value: optionOf({ kind: 'cost', cost: each.id }),
      label: fill(words.invoiceOption, { number: each.what, customer: material?.names.get(each.member) ?? '', amount: euro(each.open) }),
      group: words.groups.costs,
    })),
    ...bills.map((each) => ({
      value: optionOf({ kind: 'thing', bill: each.id }),
      label: fill(words.invoiceOption, {
        number: `${each.number} ${each.thing}`,
        customer: material ? billName(each, material.names) : '',
        amount: euro(into ? each.open : negate(each.open)),
      }),
      group: words.groups.bills,
    })),
    ...returned.map((each) => ({
      value: optionOf({ kind: 'returned', booking: each.booking, part: each.part }),
      label: fill(words.returnedOption, { number: each.number, amount: euro(each.cents), day: shortDay(each.on) }),
      group: words.groups.returned,
    })),
    ...kinds.map((kind) => ({ value: kind, label: `${nl.kinds[kind].name}. ${nl.kinds[kind].hint}`, group: words.groups.kinds })),
  ]
}

/** The surest proposal, chosen beforehand where the form can say it. */
function beginning(proposal: LineProposal | undefined): string | null {
  return proposal && proposal.how.kind !== 'parts' ? optionOf(proposal.how) : null
}
