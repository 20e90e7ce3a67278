import { type Day, longDay, longInstant, longMonth } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import { articlesEn, articlesNl, costKindName } from '#rooms/agreements'
import { isCostKind } from '#rooms/organisations'
import { type Thread, ThreadList, threadStanding } from '#rooms/threads'
import { ActionButton, Actions, Button, ButtonLink, DayField, Form, RadioCards, TextArea } from '#ui/fields.tsx'
import { Alert, Amount, Card, Crumbs, Facts, Fold, PageHead } from '#ui/parts.tsx'
import { sampleStanding } from '../drawing/drawing.rules.ts'
import { oversightTexts } from '../oversight.en.ts'
import type { Drawn, DrawnReceipt, DrawnStatement, Sample } from '../oversight.types.ts'

export type FormOnPage = 'question' | 'answer' | 'finding' | 'correction'

type Props = {
  view: { readonly drawn: Drawn; readonly sample: Sample; readonly threads: readonly Thread[]; readonly today: Day }
  may: { readonly ask: boolean; readonly answer: boolean; readonly find: boolean }
  usualDay: Day
  language: Language
  keys: () => { csrf: string; key: string }
  problems: Problems | null
  /** Which form what is wrong belongs to. */
  at: FormOnPage | null
}

/** One drawn thing: exactly what the municipality sees, what was asked and answered, and what was found. */
export function DrawnPage(props: Props) {
  const { view, language } = props
  const { drawn, sample } = view
  const words = oversightTexts(language)
  const problemsOf = (form: FormOnPage) => (props.at === form ? props.problems : null)
  const running = sampleStanding(sample, view.today) === 'running'
  const waits = view.threads.some((thread) => threadStanding(thread, view.today) === 'waiting')
  const title = fill(words.sample.title, { kind: words.kinds[sample.kind], cooperative: sample.cooperativeName })
  return (
    <div class="narrow stack">
      <Crumbs
        items={[
          { href: '/steekproeven', label: words.list.title },
          { href: `/steekproeven/${sample.id}`, label: title },
        ]}
      />
      <PageHead
        over={fill(words.drawn.over, { place: drawn.place })}
        title={fill(words.drawn.title, { one: words.one[drawn.content.kind], name: drawn.content.name })}
        lead={sample.draw ? fill(words.drawn.drawnOn, { at: longInstant(sample.draw.at, language), municipality: sample.municipalityName }) : null}
      />
      {drawn.otherSamples > 0 ? <Alert tone="info">{fill(words.drawn.before, { number: drawn.otherSamples })}</Alert> : null}
      <Card>
        {drawn.content.kind === 'receipt' ? (
          <ReceiptFacts content={drawn.content} drawn={drawn} language={language} />
        ) : (
          <StatementFacts content={drawn.content} drawn={drawn} language={language} />
        )}
      </Card>
      <ThreadList
        threads={view.threads}
        today={view.today}
        language={language}
        keys={props.keys}
        base={`/steekproeven/stukken/${drawn.id}/vragen`}
        may={{ answer: props.may.answer, close: props.may.ask && running }}
        problems={problemsOf('answer')}
      />
      {drawn.finding ? <Finding drawn={drawn} language={language} /> : null}
      {running && props.may.find && drawn.finding ? <CorrectionForm {...props} problems={problemsOf('correction')} /> : null}
      {running && props.may.ask && !drawn.finding ? <AskForm {...props} problems={problemsOf('question')} /> : null}
      {running && props.may.find && !drawn.finding && !waits ? <FindingForms {...props} problems={problemsOf('finding')} /> : null}
    </div>
  )
}

function ReceiptFacts(props: { content: DrawnReceipt; drawn: Drawn; language: Language }) {
  const { content, drawn, language } = props
  const words = oversightTexts(language)
  const judged = content.outcome === 'onDevelopment' ? words.judged.onDevelopment : words.judged.accepted
  return (
    <>
      <Facts
        items={[
          { label: words.drawn.boughtOn, value: longDay(content.boughtOn, language) },
          { label: words.drawn.gross, value: content.gross === null ? words.drawn.unknown : <Amount cents={content.gross} /> },
          { label: words.drawn.vat, value: <Amount cents={content.vat} /> },
          { label: words.drawn.kind, value: kindName(content.costKind, language) },
          { label: words.drawn.judged, value: fill(words.drawn.judgedOn, { outcome: judged, day: longDay(content.judgedOn, language) }) },
          { label: words.drawn.net, value: <Amount cents={content.net} /> },
          { label: words.drawn.check, value: <span class="mono">{drawn.thing}</span> },
        ]}
      />
      {drawn.file ? (
        <Actions>
          <ButtonLink href={`/steekproeven/stukken/${drawn.id}/foto`} look="secondary" icon="receipt">
            {words.drawn.photo}
          </ButtonLink>
        </Actions>
      ) : (
        <p class="soft">{words.drawn.noPhoto}</p>
      )}
    </>
  )
}

function StatementFacts(props: { content: DrawnStatement; drawn: Drawn; language: Language }) {
  const { content, drawn, language } = props
  const words = oversightTexts(language).drawn
  const standing = content.provisional ? words.provisional : words.final
  return (
    <Facts
      items={[
        { label: words.month, value: longMonth(content.month, language) },
        { label: words.version, value: fill(words.versionOf, { version: content.version, standing }) },
        { label: words.turnover, value: <Amount cents={content.turnover} /> },
        ...content.costs.map((cost) => ({ label: `${words.costs}: ${kindName(cost.kind, language)}`, value: <Amount cents={cost.cents} /> })),
        { label: words.result, value: <Amount cents={content.result} /> },
        { label: words.paidOut, value: <Amount cents={content.paidOut} /> },
        { label: words.check, value: <span class="mono">{drawn.thing}</span> },
      ]}
    />
  )
}

function kindName(kind: string, language: Language): string {
  return isCostKind(kind) ? costKindName(kind, language === 'en' ? articlesEn : articlesNl) : kind
}

function Finding(props: { drawn: Drawn; language: Language }) {
  const { finding, earlierFindings } = props.drawn
  const words = oversightTexts(props.language).drawn
  if (!finding) return null
  return (
    <Card title={words.finding} look={finding.outcome === 'right' ? 'ok' : 'wait'}>
      <p>{finding.outcome === 'right' ? words.foundRight : words.foundNotRight}</p>
      {finding.words ? <p>{finding.words}</p> : null}
      {finding.reason ? <p>{fill(words.correctedBecause, { reason: finding.reason })}</p> : null}
      <p class="soft">
        {fill(words.foundAt, { at: longInstant(finding.at, props.language) })} {words.findingNote}
      </p>
      {earlierFindings.length > 0 ? (
        <Fold summary={words.earlier}>
          {earlierFindings.map((each) => (
            <div class="stack-s" key={each.at.epochMilliseconds}>
              <p>{each.outcome === 'right' ? words.foundRight : words.foundNotRight}</p>
              {each.words ? <p>{each.words}</p> : null}
              <p class="soft">{fill(words.foundAt, { at: longInstant(each.at, props.language) })}</p>
            </div>
          ))}
        </Fold>
      ) : null}
    </Card>
  )
}

/** A new finding in the place of one that was wrong. */
function CorrectionForm(props: Props) {
  const words = oversightTexts(props.language).drawn
  return (
    <Fold summary={words.correct} open={props.problems !== null}>
      <Form action={`/steekproeven/stukken/${props.view.drawn.id}/verbetering`} keys={props.keys()} problems={props.problems}>
        <RadioCards
          name="outcome"
          label={words.correctOutcome}
          options={[
            { value: 'right', label: words.right },
            { value: 'notRight', label: words.notRight },
          ]}
        />
        <TextArea name="words" label={words.correctWords} rows={3} maxLength={1000} optional />
        <TextArea name="reason" label={words.correctReason} hint={words.correctHint} rows={3} maxLength={500} />
        <Button look="secondary">{words.saveCorrection}</Button>
      </Form>
    </Fold>
  )
}

function AskForm(props: Props) {
  const words = oversightTexts(props.language).drawn
  return (
    <Fold summary={words.ask} open={props.problems !== null}>
      <Form action={`/steekproeven/stukken/${props.view.drawn.id}/vraag`} keys={props.keys()} problems={props.problems}>
        <TextArea name="words" label={words.question} hint={words.questionHint} rows={3} maxLength={1000} />
        <DayField name="lastDay" label={words.lastDay} value={props.usualDay} min={props.view.today} />
        <Button look="secondary">{words.sendQuestion}</Button>
      </Form>
    </Fold>
  )
}

function FindingForms(props: Props) {
  const words = oversightTexts(props.language).drawn
  const action = `/steekproeven/stukken/${props.view.drawn.id}/uitkomst`
  return (
    <Card title={words.finding} look="lift">
      <Actions>
        <ActionButton action={action} keys={props.keys()} hidden={{ outcome: 'right' }} icon="check">
          {words.right}
        </ActionButton>
      </Actions>
      <Fold summary={words.notRight} open={props.problems !== null}>
        <Form action={action} keys={props.keys()} problems={props.problems}>
          <input type="hidden" name="outcome" value="notRight" />
          <TextArea name="words" label={words.whatFollows} rows={3} maxLength={1000} />
          <Button look="secondary">{words.saveNotRight}</Button>
        </Form>
      </Fold>
      <p class="soft">{words.findingNote}</p>
    </Card>
  )
}
