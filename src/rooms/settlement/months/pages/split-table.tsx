import type { ComponentChildren } from 'preact'
import { longMonth, type Month } from '#kit/day.ts'
import { type Cents, euro, sum } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import type { Receiver } from '#rooms/agreements'
import { Amount } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { nl } from '../../settlement.nl.ts'

/** One member's month as a row: what came in, what went out, what each receiver gets. */
export type MonthLine = {
  readonly member: MemberId
  readonly turnover: Cents
  readonly costs: Cents
  readonly result: Cents
  readonly lossBefore: Cents
  readonly lossCarried: Cents
  readonly lossBorne: Cents
  readonly shares: Readonly<Partial<Record<Receiver, Cents>>>
  readonly back: readonly { readonly of: Month; readonly net: Cents }[]
}

const ORDER = ['business', 'development', 'trainingPool', 'cooperative', 'municipality', 'payout', 'reserve'] as const satisfies readonly Receiver[]

/** The split of all members side by side, with a total under every column. */
export function SplitTable(props: {
  month: Month
  lines: readonly MonthLine[]
  names: ReadonlyMap<MemberId, string>
  mayFollow: boolean
  empty: ComponentChildren
}) {
  const { lines } = props
  const words = nl.month
  const used = ORDER.filter((receiver) => lines.some((line) => (line.shares[receiver] ?? 0n) !== 0n))
  const nameOf = (line: MonthLine) => props.names.get(line.member) ?? line.member
  const cents = (line: MonthLine, receiver: Receiver) => line.shares[receiver] ?? (0n as Cents)
  const total = (read: (line: MonthLine) => Cents) => <Amount cents={sum(lines.map(read))} />
  return (
    <Table
      caption={fill('{preview}, {month}', { preview: words.preview, month: longMonth(props.month) })}
      captionHidden
      dense
      grid
      rows={lines}
      rowKey={(line) => line.member}
      rowTone={(line) => (line.result < 0n ? 'wait' : undefined)}
      empty={props.empty}
      columns={[
        {
          key: 'member',
          label: words.member,
          cell: (line) => (
            <>
              {props.mayFollow ? <a href={`/geld/${props.month}?lid=${line.member}`}>{nameOf(line)}</a> : nameOf(line)}
              {notesOf(line).map((note) => (
                <p class="soft small" key={note}>
                  {note}
                </p>
              ))}
            </>
          ),
        },
        { key: 'turnover', label: words.turnover, numeric: true, cell: (line) => <Amount cents={line.turnover} /> },
        { key: 'costs', label: words.costs, numeric: true, cell: (line) => <Amount cents={line.costs} /> },
        { key: 'result', label: words.result, numeric: true, cell: (line) => <Amount cents={line.result} /> },
        ...used.map((receiver) => ({
          key: receiver,
          label: nl.receivers[receiver],
          numeric: true,
          cell: (line: MonthLine) => <Amount cents={cents(line, receiver)} />,
        })),
      ]}
      foot={[
        {
          key: 'total',
          cells: {
            member: words.together,
            turnover: total((line) => line.turnover),
            costs: total((line) => line.costs),
            result: total((line) => line.result),
            ...Object.fromEntries(used.map((receiver) => [receiver, total((line) => cents(line, receiver))])),
          },
        },
      ]}
    />
  )
}

function notesOf(line: MonthLine): string[] {
  const words = nl.month
  const madeGood = line.lossBefore - line.lossCarried
  return [
    ...(line.lossCarried > 0n ? [fill(words.carried, { cents: euro(line.lossCarried) })] : []),
    ...(line.lossBorne > 0n ? [fill(words.borne, { cents: euro(line.lossBorne) })] : []),
    ...(madeGood > 0n ? [fill(words.madeGood, { cents: euro(madeGood as Cents) })] : []),
    ...line.back.map((each) => fill(words.back, { cents: euro(each.net), month: longMonth(each.of) })),
  ]
}
