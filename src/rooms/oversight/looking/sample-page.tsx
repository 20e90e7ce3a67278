import { type Day, longDay, longInstant, longMonth } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import { LawFold } from '#rooms/law'
import type { Thread } from '#rooms/threads'
import { Button, ButtonLink, Form, TextArea } from '#ui/fields.tsx'
import { Alert, Amount, Card, Crumbs, Facts, Fold, PageHead, Tag } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { sampleStanding } from '../drawing/drawing.rules.ts'
import { seedOf } from '../drawing/drawing.ts'
import { oversightTexts } from '../oversight.en.ts'
import type { Drawn, Sample } from '../oversight.types.ts'
import { STANDING_TONES } from './samples-page.tsx'

export type SampleView = {
  readonly sample: Sample
  readonly drawn: readonly Drawn[]
  readonly threads: readonly Thread[]
  readonly pool: readonly string[] | null
  readonly today: Day
}

/** A sample: what was asked and why, how it was drawn, what was drawn and found, and its end. */
export function SamplePage(props: {
  view: SampleView
  municipality: boolean
  own: boolean
  closes: boolean
  language: Language
  keys: () => { csrf: string; key: string }
  problems: Problems | null
}) {
  const { view, language } = props
  const { sample, drawn, today } = view
  const words = oversightTexts(language)
  const standing = sampleStanding(sample, today)
  return (
    <div class="wrap stack">
      <Crumbs items={[{ href: '/steekproeven', label: words.list.title }]} />
      <PageHead
        title={fill(words.sample.title, { kind: words.kinds[sample.kind], cooperative: sample.cooperativeName })}
        lead={<Tag tone={STANDING_TONES[standing]}>{words.standings[standing]}</Tag>}
        actions={
          <ButtonLink href={`/steekproeven/${sample.id}/verslag`} look="secondary" icon="print">
            {words.sample.report}
          </ButtonLink>
        }
      />
      <Card>
        <SampleFacts sample={sample} today={today} language={language} />
      </Card>
      {standing === 'asked' ? <Alert tone="wait">{words.sample.wait}</Alert> : null}
      {sample.draw && sample.counts.drawn === 0 ? <Alert tone="info">{words.sample.none}</Alert> : null}
      {standing === 'over' && props.municipality && sample.closing ? (
        <Alert tone="info">{fill(words.sample.over, { day: longDay(sample.closing.seenUntil, language) })}</Alert>
      ) : null}
      {drawn.length > 0 ? (
        <Card title={props.own ? words.sample.ownThings : words.sample.things} class="tight">
          <DrawnTable view={view} language={language} />
        </Card>
      ) : null}
      {sample.closing ? (
        <Card title={words.sample.result} look="ok">
          <p>{sample.closing.words}</p>
          <p class="soft">{fill(words.sample.closedAt, { at: longInstant(sample.closing.at, language) })}</p>
        </Card>
      ) : null}
      {standing === 'running' && props.closes ? (
        <Card title={words.sample.close}>
          <Form action={`/steekproeven/${sample.id}/sluiting`} keys={props.keys()} problems={props.problems}>
            <TextArea name="words" label={words.sample.closeWords} hint={words.sample.closeHint} rows={4} maxLength={2000} />
            <Button>{words.sample.closeButton}</Button>
          </Form>
        </Card>
      ) : null}
      <Method view={view} language={language} />
      <LawFold screen="samples" />
    </div>
  )
}

/** What was asked, by whom, why, and how long it is seen. */
export function SampleFacts(props: { sample: Sample; today: Day; language: Language }) {
  const { sample, language } = props
  const words = oversightTexts(language).sample
  const { list } = oversightTexts(language)
  const day = (on: Day) => longDay(on, language)
  const seen = sample.closing ? fill(words.seenUntil, { day: day(sample.closing.seenUntil) }) : fill(words.seenWhile, { days: sample.seenDays })
  const size = sample.percent === null ? fill(words.sizeOf, { size: sample.size }) : fill(words.percentOf, { percent: sample.percent })
  return (
    <Facts
      items={[
        { label: words.by, value: sample.municipalityName },
        { label: words.asked, value: longInstant(sample.askedAt, language) },
        { label: list.period, value: fill(words.period, { from: day(sample.from), until: day(sample.until) }) },
        { label: words.reason, value: sample.reason },
        { label: words.size, value: size },
        ...(sample.draw ? [{ label: words.there, value: fill(words.thereOf, { drawn: sample.counts.drawn, all: sample.draw.checks.length }) }] : []),
        { label: words.seen, value: seen },
      ]}
    />
  )
}

function DrawnTable(props: { view: SampleView; language: Language }) {
  const { view, language } = props
  const words = oversightTexts(language)
  const waits = (each: Drawn) => view.threads.some((thread) => thread.object === each.id && !thread.answer && !thread.closedAt)
  const href = (each: Drawn) => `/steekproeven/stukken/${each.id}`
  return (
    <Table
      caption={words.sample.things}
      captionHidden
      dense
      keys
      rows={view.drawn}
      rowKey={(each) => each.id}
      rowHref={href}
      columns={[
        { key: 'place', label: words.sample.place, numeric: true, cell: (each) => each.place },
        { key: 'whose', label: words.sample.whose, header: true, cell: (each) => <a href={href(each)}>{each.content.name}</a> },
        { key: 'day', label: words.sample.day, cell: (each) => whenOf(each, language) },
        {
          key: 'amount',
          label: words.sample.amount,
          numeric: true,
          cell: (each) => {
            const cents = each.content.kind === 'receipt' ? each.content.gross : each.content.result
            return cents === null ? words.drawn.unknown : <Amount cents={cents} />
          },
        },
        {
          key: 'outcome',
          label: words.sample.outcome,
          bare: true,
          cell: (each) =>
            waits(each) ? (
              <Tag tone="wait">{words.sample.waits}</Tag>
            ) : (
              <Tag tone={each.finding ? (each.finding.outcome === 'right' ? 'ok' : 'warn') : 'plain'}>{words.outcomes[each.finding?.outcome ?? 'none']}</Tag>
            ),
        },
      ]}
    />
  )
}

/** The day of a receipt or the month of a statement. */
export function whenOf({ content }: Drawn, language: Language): string {
  return content.kind === 'receipt' ? longDay(content.boughtOn, language) : longMonth(content.month, language)
}

/** How it was drawn, so that anybody can do it again. */
function Method(props: { view: SampleView; language: Language }) {
  const { sample, pool, drawn } = props.view
  const words = oversightTexts(props.language).sample
  if (!sample.draw) return null
  const marks = new Map(drawn.map((each) => [each.check, each.thing]))
  return (
    <Fold summary={words.method}>
      <ol>
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <h3>{words.rule}</h3>
      <p class="mono">{seedOf(sample, sample.draw.number)}</p>
      <h3>{words.seed}</h3>
      <p class="mono">{sample.draw.seed}</p>
      <h3>{words.checks}</h3>
      <ol class="mono">
        {sample.draw.checks.map((check) => (
          <li key={check}>
            {check}
            {marks.has(check) ? ` = ${marks.get(check)}` : ''}
          </li>
        ))}
      </ol>
      {pool ? (
        <>
          <h3>{words.pool}</h3>
          <ul class="mono">
            {[...pool].sort().map((id) => (
              <li key={id}>{id}</li>
            ))}
          </ul>
        </>
      ) : null}
    </Fold>
  )
}
