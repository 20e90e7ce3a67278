import { longMonth, type Month } from '#kit/day.ts'
import { type Cents, euro, minus, negate, sum } from '#kit/money.ts'
import { fill, type Language, list } from '#kit/text.ts'
import { articlesEn, articlesNl } from '#rooms/agreements'
import { BarChart } from '#ui/chart.tsx'
import { Alert, Amount, Card } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import type { Frozen, Sides } from '../frozen.rules.ts'
import type { Pair, Side } from '../outcome.rules.ts'
import { whatIfTexts } from '../whatif.en.ts'

/** What is shown of an outcome, live or frozen; `own` when it is of the reader alone. */
export type OutcomeProps = Pick<Frozen, 'lines' | 'sides' | 'base' | 'months' | 'mostChanged' | 'source' | 'today' | 'otherBasis'> & {
  /** By name or by number; null where nothing of persons is shown. */
  readonly members: readonly { readonly label: string; readonly sides: Sides }[] | null
  readonly own: boolean
  /** Whether what it is laid beside binds most members; it does when left out. */
  readonly binds?: boolean
  readonly language: Language
}

const SIDE_NAMES = ['members', 'cooperative', 'municipality'] as const satisfies readonly Side[]

/** An outcome: in one sentence, per receiver, the months that change most, per member, and what it cannot know. */
export function OutcomeView(props: OutcomeProps) {
  const words = whatIfTexts[props.language]
  return (
    <>
      <Alert tone="info">
        <p>{summaryOf(props)}</p>
      </Alert>
      <Card>
        <ReceiverTable {...props} />
      </Card>
      <DifferenceChart {...props} />
      {props.mostChanged.length > 0 ? (
        <Card>
          <Table
            caption={words.most.title}
            rows={props.mostChanged}
            rowKey={(row) => row.month}
            columns={[
              { key: 'month', label: words.most.month, header: true, cell: (row) => longMonth(row.month, props.language) },
              ...sidesShown(props).map((side) => ({
                key: side,
                label: side === 'members' && props.own ? words.sides.member : words.sides[side],
                numeric: true,
                cell: (row: { readonly sides: Sides }) => <Amount cents={change(row.sides[side])} signed />,
              })),
            ]}
          />
        </Card>
      ) : null}
      <Members {...props} />
      <Honest {...props} />
    </>
  )
}

/** The whole in one sentence: who would have got more, who less. */
export function summaryOf(props: Pick<OutcomeProps, 'sides' | 'base' | 'months' | 'source' | 'own' | 'lines' | 'language'>): string {
  const words = whatIfTexts[props.language].summary
  const months = props.months.length === 1 ? words.months.one : fill(words.months.many, { count: props.months.length })
  const base = euro(props.base)
  if (props.lines.every((line) => line.now === line.would)) return fill(words.nothing, { months, base })
  const named = { ...words.sides, members: props.own ? words.sides.member : props.source === 'own' ? words.sides.members : words.sides.invented }
  const sides = sidesShown(props).map((side) => {
    const cents = change(props.sides[side])
    const sentence = cents > 0n ? words.more : cents < 0n ? words.less : words.same
    return fill(sentence, { who: named[side], cents: euro(cents < 0n ? negate(cents) : cents) })
  })
  return fill(words.sentence, { months, base, sides: list(sides, props.language === 'nl' ? 'en' : 'and') })
}

function ReceiverTable(props: OutcomeProps) {
  const words = whatIfTexts[props.language].receivers
  return (
    <Table
      caption={words.title}
      rows={props.lines}
      rowKey={(row) => row.receiver}
      columns={[
        { key: 'receiver', label: words.receiver, header: true, cell: (row) => nameOf(row.receiver, props.language) },
        { key: 'now', label: nowLabel(props), numeric: true, cell: (row) => <Amount cents={row.now} /> },
        { key: 'would', label: words.would, numeric: true, cell: (row) => <Amount cents={row.would} /> },
        { key: 'change', label: words.change, numeric: true, phone: 'beside', cell: (row) => <Amount cents={change(row)} signed /> },
      ]}
      foot={[
        {
          key: 'total',
          cells: {
            receiver: words.total,
            now: <Amount cents={sum(props.lines.map((line) => line.now))} />,
            would: <Amount cents={sum(props.lines.map((line) => line.would))} />,
            change: <Amount cents={sum(props.lines.map(change))} />,
          },
        },
      ]}
    />
  )
}

function nowLabel({ source, today, binds, language }: OutcomeProps): string {
  const words = whatIfTexts[language].receivers
  return source === 'own' || today === null ? words.now : fill(binds === false ? words.besideSample : words.nowSample, { number: today })
}

function DifferenceChart(props: OutcomeProps) {
  const { chart } = whatIfTexts[props.language]
  const bars = props.lines.flatMap((line) => {
    const cents = change(line)
    return line.receiver === 'undivided' || cents === 0n
      ? []
      : [{ label: nameOf(line.receiver, props.language), value: Number(cents), shown: `${cents > 0n ? '+' : ''}${euro(cents)}` }]
  })
  if (bars.length === 0) return null
  return (
    <Card title={chart.title}>
      <BarChart title={chart.title} says={chart.says} bars={bars} heads={[chart.heads[0] ?? '', chart.heads[1] ?? '']} />
    </Card>
  )
}

function Members(props: OutcomeProps) {
  const { members: words, receivers } = whatIfTexts[props.language]
  if (props.own || props.source !== 'own') return null
  if (!props.members) return <p class="soft">{words.hidden}</p>
  return (
    <Card class="stack">
      <Table
        caption={words.title}
        rows={props.members}
        rowKey={(row) => row.label}
        columns={[
          { key: 'member', label: words.member, header: true, cell: (row) => row.label },
          { key: 'now', label: receivers.now, numeric: true, cell: (row) => <Amount cents={row.sides.members.now} /> },
          { key: 'would', label: receivers.would, numeric: true, cell: (row) => <Amount cents={row.sides.members.would} /> },
          { key: 'change', label: receivers.change, numeric: true, phone: 'beside', cell: (row) => <Amount cents={change(row.sides.members)} signed /> },
        ]}
      />
      <p class="soft">{words.note}</p>
    </Card>
  )
}

function Honest({ source, own, otherBasis, language }: OutcomeProps) {
  const words = whatIfTexts[language].honest
  const sentences = [
    words.acted,
    ...(source === 'own' ? [words.spent, words.before] : [words.invented]),
    ...(source === 'own' && !own ? [words.everybody] : []),
    ...(otherBasis ? [words.basis] : []),
  ]
  return (
    <Card title={words.title}>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Card>
  )
}

/** What a version divides differently, one sentence per rule. */
export function RuleList(props: { changes: readonly string[]; today: number | null; binds?: boolean; language: Language }) {
  const words = whatIfTexts[props.language].changes
  return (
    <Card title={words.title} class="stack-s">
      {props.today === null ? null : <p class="soft">{fill(props.binds === false ? words.beside : words.against, { number: props.today })}</p>}
      {props.changes.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul>
          {props.changes.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** A municipality that gets nothing either way is not spoken of. */
function sidesShown({ sides }: Pick<OutcomeProps, 'sides'>): readonly Side[] {
  return SIDE_NAMES.filter((side) => side !== 'municipality' || sides.municipality.now !== 0n || sides.municipality.would !== 0n)
}

function change({ now, would }: Pair): Cents {
  return minus(would, now)
}

function nameOf(receiver: OutcomeProps['lines'][number]['receiver'], language: Language): string {
  return receiver === 'undivided' ? whatIfTexts[language].receivers.undivided : (language === 'nl' ? articlesNl : articlesEn).receiverNames[receiver]
}

/** The months an outcome is of, as people say them. */
export function spanOf(months: readonly Month[], language: Language): string {
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last) return ''
  return first === last ? longMonth(first, language) : `${longMonth(first, language)} – ${longMonth(last, language)}`
}
