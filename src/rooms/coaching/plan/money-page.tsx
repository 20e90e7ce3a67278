import { longMonth, type Month, monthAfter } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { minus, plainEuro, ZERO } from '#kit/money.ts'
import type { Language } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { Button, FieldGroup, Form, HiddenField, MoneyField, SelectField } from '#ui/fields.tsx'
import { Amount, Crumbs, PageHead } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { trackOf } from '../here.ts'
import { texts } from './plan.en.ts'
import { type Liquidity, liquidityTable, MONTHS } from './plan.rules.ts'

/** Twelve months with what is left after each; the last row adds up. */
export function MoneyTable(props: { readonly liquidity: Liquidity; readonly language: Language }) {
  const { columns, table, together } = texts[props.language]
  const { rows, moneyIn, moneyOut } = liquidityTable(props.liquidity)
  const total = {
    label: together,
    moneyIn,
    moneyOut,
    result: minus(moneyIn, moneyOut),
    balance: rows.at(-1)?.balance ?? props.liquidity.opening,
  }
  return (
    <Table
      caption={table}
      rows={[...rows.map((row) => ({ ...row, label: longMonth(row.month, props.language) })), total]}
      rowKey={(row) => row.label}
      columns={[
        { key: 'month', label: columns.month, header: true, cell: (row) => row.label },
        { key: 'in', label: columns.moneyIn, numeric: true, cell: (row) => <Amount cents={row.moneyIn} /> },
        { key: 'out', label: columns.moneyOut, numeric: true, cell: (row) => <Amount cents={row.moneyOut} /> },
        { key: 'result', label: columns.result, numeric: true, cell: (row) => <Amount cents={row.result} /> },
        { key: 'balance', label: columns.balance, numeric: true, phone: 'beside', cell: (row) => <Amount cents={row.balance} /> },
      ]}
    />
  )
}

/** The form of twelve months: one amount for every month, and only the months that differ. */
export function MoneyPage(props: {
  readonly member: MemberId
  readonly liquidity: (Liquidity & { readonly nr: number }) | null
  readonly thisMonth: Month
  readonly language: Language
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
}) {
  const { liquidity, thisMonth, language } = props
  const words = texts[language]
  const typed = props.problems?.typed.first
  const first = typeof typed === 'string' && /^\d{4}-(?:0[1-9]|1[0-2])$/.test(typed) ? (typed as Month) : (liquidity?.first ?? thisMonth)
  const choices = [...new Set([first, ...Array.from({ length: MONTHS }, (_, index) => monthAfter(thisMonth, index))])].toSorted()
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: `${trackOf(props.member)}/plan`, label: words.backToPlan }]} />
      <PageHead title={words.money} lead={words.moneyLead} read />
      <Form action={`${trackOf(props.member)}/plan/geldstroom`} keys={props.keys} problems={props.problems}>
        <HiddenField name="seen" value={String(liquidity?.nr ?? 0)} />
        <SelectField name="first" label={words.first} value={first} options={choices.map((value) => ({ value, label: longMonth(value, language) }))} />
        <MoneyField name="opening" label={words.opening} hint={words.openingHint} value={plainEuro(liquidity?.opening ?? ZERO)} />
        <FieldGroup legend={words.each} hint={words.eachHint}>
          <MoneyField name="inEach" label={words.moneyIn} optional />
          <MoneyField name="outEach" label={words.moneyOut} optional />
        </FieldGroup>
        <p class="hint">{words.monthsHint}</p>
        {Array.from({ length: MONTHS }, (_, index) => (
          <FieldGroup legend={longMonth(monthAfter(first, index), language)} key={index}>
            <MoneyField name={`in${index + 1}`} label={words.moneyIn} value={typedAmount(liquidity?.months[index]?.moneyIn)} optional />
            <MoneyField name={`out${index + 1}`} label={words.moneyOut} value={typedAmount(liquidity?.months[index]?.moneyOut)} optional />
          </FieldGroup>
        ))}
        <Button>{words.saveMoney}</Button>
      </Form>
    </div>
  )
}

function typedAmount(amount: Liquidity['opening'] | undefined): string {
  return amount === undefined ? '' : plainEuro(amount)
}
