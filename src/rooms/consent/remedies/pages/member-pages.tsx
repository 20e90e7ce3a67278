import { type Day, longDay } from '#kit/day.ts'
import type { Problems, Typed } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import { LawFold } from '#rooms/law'
import { Actions, Button, DayField, Form, SelectField, TextArea } from '#ui/fields.tsx'
import { Alert, Crumbs, PageHead } from '#ui/parts.tsx'
import { texts } from '../../consent.en.ts'
import type { RequestFile } from '../../file/request-file.ts'
import { lastDayOf } from '../../terms/terms.rules.ts'
import { office } from '../office.nl.ts'
import { remedyTexts } from '../remedies.en.ts'
import { codeOf, decisionsFor, type RemedyStep } from '../remedies.rules.ts'
import { nameOf } from './decision-name.ts'
import { ForeseenCards, type ForeseenMeaning } from './foreseen-cards.tsx'

export type RemedyPage = {
  readonly file: RequestFile
  readonly language: Language
  /** The municipality writes down what came in on paper. */
  readonly municipal: boolean
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
  /** What was typed for a letter that still waits. */
  readonly typed?: Typed | null
  /** What the step means, for the forms that ask it beforehand. */
  readonly foreseen?: readonly ForeseenMeaning[]
}

/** Objecting to a decision: what it changes, by when, and why. */
export function ObjectPage(props: RemedyPage) {
  const { file, language, municipal } = props
  const words = remedyTexts[language].object
  const open = file.remedies.filter(({ remedy }) => remedy === 'none')
  const late = open.filter(({ objectUntil }) => file.today > objectUntil)
  return (
    <div class="narrow stack-l">
      <Back {...props} />
      <PageHead title={words.title} lead={municipal ? fill(office.paper, { member: file.memberName }) : words.lead} read={!municipal} />
      <Alert tone="info">{words.meanwhile}</Alert>
      {late.map(({ decision, objectUntil }) => (
        <Alert key={codeOf(decision)} tone="warn" title={nameOf(decision, language)}>
          <p>{fill(words.late, { day: longDay(objectUntil, language) })}</p>
        </Alert>
      ))}
      <ForeseenCards foreseen={props.foreseen ?? []} language={language} />
      <Form action={`${addressOf(file)}/bezwaar`} keys={props.keys} problems={props.problems}>
        <DecisionField {...props} step="object" />
        {municipal ? <DayField name="on" label={words.on} value={file.today} max={file.today} /> : null}
        <TextArea name="reason" label={words.reason} rows={5} maxLength={4000} />
        {late.length > 0 ? <TextArea name="lateBecause" label={words.because} hint={words.becauseHint} rows={3} maxLength={2000} optional /> : null}
        <Actions>
          <Button icon="send">{words.button}</Button>
        </Actions>
      </Form>
      <LawFold screen="objection" />
    </div>
  )
}

/** Giving the municipality more time, with what one gives away by it. */
export function WaitPage(props: RemedyPage) {
  const { file, language, municipal } = props
  const words = remedyTexts[language].wait
  return (
    <div class="narrow stack-l">
      <Back {...props} />
      <PageHead title={words.title} lead={fill(municipal ? office.wait : words.lead, { day: lastDay(props) })} read={!municipal} />
      {municipal ? <p>{fill(office.paper, { member: file.memberName })}</p> : <Alert tone="warn">{words.note}</Alert>}
      <Form action={`${addressOf(file)}/meer-tijd`} keys={props.keys} problems={props.problems}>
        {municipal ? <DayField name="on" label={words.on} value={file.today} max={file.today} /> : null}
        <DayField name="until" label={words.until} />
        <Actions>
          <Button>{words.button}</Button>
        </Actions>
      </Form>
      <LawFold screen="delay" />
    </div>
  )
}

/** Writing that the decision is late. */
export function DefaultPage(props: RemedyPage) {
  const { file, language, municipal } = props
  const words = remedyTexts[language].default
  const late = lateObjection(file)
  return (
    <div class="narrow stack-l">
      <Back {...props} />
      <PageHead
        title={words.title}
        lead={fill(municipal ? office.late : late ? words.leadObjection : words.lead, { day: late ? longDay(late, language) : lastDay(props) })}
        read={!municipal}
      />
      <p>{municipal ? fill(office.paper, { member: file.memberName }) : words.next}</p>
      <Form action={`${addressOf(file)}/ingebrekestelling`} keys={props.keys} problems={props.problems}>
        {municipal ? <DayField name="on" label={words.on} value={file.today} max={file.today} /> : null}
        <Actions>
          <Button icon="send">{words.button}</Button>
        </Actions>
      </Form>
      <LawFold screen="late" />
    </div>
  )
}

/** Which decision it is about; the newest first. */
export function DecisionField(props: Pick<RemedyPage, 'file' | 'language'> & { readonly step: RemedyStep }) {
  const decisions = decisionsFor(props.file.request.events, props.step, props.file.today).toReversed()
  const options = decisions.map((decision) => ({ value: codeOf(decision), label: nameOf(decision, props.language) }))
  return <SelectField name="against" label={remedyTexts[props.language].about} value={options[0]?.value ?? ''} options={options} />
}

/** The way back to the request. */
export function Back(props: Pick<RemedyPage, 'file' | 'language'>) {
  const label = fill(texts[props.language].request.title, { member: props.file.memberName })
  return <Crumbs items={[{ href: addressOf(props.file), label }]} />
}

export function addressOf(file: RequestFile): string {
  return `/toestemmingen/${file.request.id}`
}

/** The last day on which an objection had to be decided about, of the one that is longest over; null where none is late. */
function lateObjection({ remedies }: RequestFile): Day | null {
  const over = remedies.filter(({ terms }) => terms.some(({ term }) => term === 'tellDefault'))
  return over.flatMap(({ terms }) => lastDayOf(terms, 'decideObjection') ?? []).toSorted()[0] ?? null
}

/** The last day to decide, in words. */
export function lastDay({ file, language }: Pick<RemedyPage, 'file' | 'language'>): string {
  return longDay(lastDayOf(file.terms, 'decide') ?? file.today, language)
}
