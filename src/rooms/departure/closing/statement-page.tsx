import { dayOf, longDay, longMonth } from '#kit/day.ts'
import { fill, type Language } from '#kit/text.ts'
import { ActionButton, ButtonLink } from '#ui/fields.tsx'
import { Alert, Amount, Card, Crumbs, PageHead } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { departureTexts } from '../departure.en.ts'
import { closingTexts } from './closing.en.ts'
import { remainsOf } from './papers.ts'
import type { DepartureStatement } from './statement.ts'

/** Everything in and out for who leaves, and what remains where: equal to the ledger, or it is not shown. */
export function StatementPage(props: {
  readonly base: string
  readonly name: string
  readonly own: boolean
  readonly now: DepartureStatement
  readonly finals: readonly DepartureStatement[]
  readonly changed: boolean
  readonly closes: boolean
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly language: Language
}) {
  const { base, name, own, now, finals, changed, closes, keys, language } = props
  const words = closingTexts(language)
  const departure = departureTexts(language)
  return (
    <div class="stack-l">
      <Crumbs items={[{ href: base, label: own ? departure.title : fill(departure.titleOf, { name }) }]} />
      <PageHead title={own ? words.title : fill(words.titleOf, { name })} lead={words.lead} />
      <p>{fill(words.on, { day: longDay(now.on, language) })}</p>
      {finals.length === 0 ? <Alert tone="info" title={words.notFinal} /> : changed ? <Alert tone="warn" title={words.changed} /> : null}
      {now.sections.length === 0 ? <p>{words.empty}</p> : null}
      {now.sections.map((section) => (
        <Card key={section.section} title={words.sections[section.section]}>
          <Table
            caption={words.sections[section.section]}
            captionHidden
            rows={section.moves}
            rowKey={(move) => `${move.month}-${move.kind}`}
            columns={[
              { key: 'month', label: words.month, header: true, cell: (move) => longMonth(move.month, language) },
              { key: 'what', label: words.what, cell: (move) => words.moves[move.kind] },
              { key: 'into', label: words.into, numeric: true, cell: (move) => <Amount cents={move.into} /> },
              { key: 'out', label: words.out, numeric: true, cell: (move) => <Amount cents={move.out} /> },
            ]}
            foot={[
              ...(section.opening === 0n ? [] : [{ key: 'opening', cells: { month: words.opening, into: <Amount cents={section.opening} /> } }]),
              { key: 'closing', cells: { month: words.closing, into: <Amount cents={section.closing} /> } },
            ]}
          />
          <p>{remainsOf(section, language)}</p>
        </Card>
      ))}
      {closes ? (
        <ActionButton action={`${base}/overzicht`} keys={keys}>
          {words.make}
        </ActionButton>
      ) : null}
      <ButtonLink href={`${base}/overzicht/pdf`} look="secondary">
        {words.pdf}
      </ButtonLink>
      {finals.length > 0 ? (
        <Card title={words.earlier}>
          <ul>
            {finals.map((each) => (
              <li key={each.version}>
                <a href={`${base}/overzicht/pdf?versie=${each.version}`}>
                  {fill(words.version, { version: each.version ?? '', day: each.madeAt ? longDay(dayOf(each.madeAt), language) : '' })}
                </a>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </div>
  )
}
