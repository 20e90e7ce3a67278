import { longInstant } from '#kit/day.ts'
import { fill, type Language } from '#kit/text.ts'
import { Card, Crumbs, PageHead } from '#ui/parts.tsx'
import { PrintButton, ScreenOnly, Sheet } from '#ui/print.tsx'
import { Table } from '#ui/table.tsx'
import { oversightTexts } from '../oversight.en.ts'
import type { Drawn } from '../oversight.types.ts'
import { SampleFacts, type SampleView, whenOf } from './sample-page.tsx'

/** A sample on one page to print: how it was drawn, what was found, and the result. Names stand in it only as far as the reader sees the pieces. */
export function ReportPage(props: { view: SampleView; language: Language }) {
  const { view, language } = props
  const { sample, drawn } = view
  const words = oversightTexts(language)
  const { counts, draw, closing } = sample
  const asked = (each: Drawn) => view.threads.filter((thread) => thread.object === each.id)
  return (
    <div class="narrow stack">
      <ScreenOnly>
        <Crumbs
          items={[
            { href: '/steekproeven', label: words.list.title },
            { href: `/steekproeven/${sample.id}`, label: fill(words.sample.title, { kind: words.kinds[sample.kind], cooperative: sample.cooperativeName }) },
          ]}
        />
        <PrintButton label={words.report.print} />
      </ScreenOnly>
      <Sheet>
        <PageHead title={words.report.title} lead={fill(words.sample.title, { kind: words.kinds[sample.kind], cooperative: sample.cooperativeName })} />
        {closing ? null : <p>{words.report.running}</p>}
        <SampleFacts sample={sample} today={view.today} language={language} />
        <p>
          <b>{words.report.found}:</b> {fill(words.report.foundOf, { right: counts.right, notRight: counts.notRight })}
        </p>
        {drawn.length > 0 ? (
          <Table
            caption={words.sample.things}
            captionHidden
            dense
            rows={drawn}
            rowKey={(each) => each.id}
            columns={[
              { key: 'place', label: words.sample.place, numeric: true, cell: (each) => each.place },
              { key: 'thing', label: words.report.thing, header: true, cell: (each) => `${each.content.name}, ${whenOf(each, language)}` },
              { key: 'questions', label: words.report.questions, numeric: true, cell: (each) => asked(each).length },
              { key: 'outcome', label: words.sample.outcome, cell: (each) => words.outcomes[each.finding?.outcome ?? 'none'] },
              { key: 'follows', label: words.report.follows, cell: (each) => each.finding?.words ?? '' },
            ]}
          />
        ) : null}
        {closing ? (
          <Card title={words.sample.result} look="flat">
            <p>{closing.words}</p>
            <p class="soft">{fill(words.sample.closedAt, { at: longInstant(closing.at, language) })}</p>
          </Card>
        ) : null}
        {draw ? <p class="soft small mono">{fill(words.report.method, { drawn: counts.drawn, all: draw.checks.length, seed: draw.seed })}</p> : null}
      </Sheet>
    </div>
  )
}
