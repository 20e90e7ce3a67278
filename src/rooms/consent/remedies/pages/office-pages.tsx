import type { ComponentChildren } from 'preact'
import { addDays, addMonths, longDay } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import { LawFold } from '#rooms/law'
import { Actions, Button, DayField, FieldGroup, Form, RadioCards, TextArea, TextField } from '#ui/fields.tsx'
import { Alert, Card, Facts, PageHead } from '#ui/parts.tsx'
import { type Conditions, conditionsOf } from '../../consent.rules.ts'
import { APPEAL_OUTCOMES, OBJECTION_OUTCOMES } from '../../events/events.rules.ts'
import type { RequestFile } from '../../file/request-file.ts'
import { MendAlert } from '../../mending/mending-pages.tsx'
import { ConditionFields } from '../../pages/condition-fields.tsx'
import { conditionFacts } from '../../pages/conditions.ts'
import { receivedOn } from '../../terms/terms.rules.ts'
import { office } from '../office.nl.ts'
import { ForeseenCards } from './foreseen-cards.tsx'
import { addressOf, Back, DecisionField, lastDay, type RemedyPage } from './member-pages.tsx'

/** Telling that the decision comes later. */
export function DelayPage(props: RemedyPage) {
  const words = office.delay
  return (
    <Narrow
      {...props}
      title={words.title}
      says={fill(ownRule(props) ? words.leadOwn : words.lead, { day: lastDay(props) })}
      path="/uitstel"
      button={words.button}
      law={<LawFold screen="delay" />}
    >
      <DayField name="until" label={words.until} />
      <TextArea name="reason" label={words.reason} rows={3} maxLength={2000} />
    </Narrow>
  )
}

/** Whether the term of this request is one of the municipality's own (Awb 4:13(1)): that of the day on which it came in. */
function ownRule({ file }: RemedyPage): boolean {
  return file.rules(receivedOn(file.request.events) ?? file.today).ownWeeks !== null
}

/** How the applicant was heard on an objection. */
export function HearPage(props: RemedyPage) {
  const words = office.hear
  return (
    <Narrow {...props} title={words.title} path="/hoorzitting" button={words.button} law={<LawFold screen="objection" />}>
      <DecisionField {...props} step="hearObjection" />
      <DayField name="on" label={words.on} value={props.file.today} max={props.file.today} />
      <TextArea name="note" label={words.note} hint={words.noteHint} rows={5} maxLength={4000} />
    </Narrow>
  )
}

/** Putting the decision on an objection off. */
export function PutOffPage(props: RemedyPage) {
  const words = office.putOff
  return (
    <Narrow {...props} title={words.title} says={words.lead} path="/verdaging" button={words.button} law={<LawFold screen="putOff" />}>
      <DecisionField {...props} step="putOffObjection" />
      <TextField name="weeks" label={words.weeks} inputMode="numeric" size={4} value="6" />
      <TextArea name="reason" label={words.reason} rows={3} maxLength={2000} />
    </Narrow>
  )
}

/** The decision on an objection, with what comes in the place of the old one. */
export function ObjectionPage(props: RemedyPage) {
  const words = office.decide
  const { file } = props
  const heard = file.request.events.some(({ kind }) => kind === 'objectionHeard')
  const late = file.request.events.flatMap((event) => {
    const found =
      event.kind === 'objected' ? file.remedies.find(({ decision }) => decision.kind === event.against.kind && decision.on === event.against.on) : null
    return event.kind === 'objected' && found?.remedy === 'objected' && event.on > found.objectUntil ? [{ event, last: found.objectUntil }] : []
  })
  return (
    <Narrow {...props} title={words.title} says={words.lead} path="/beslissing-op-bezwaar" button={words.button} law={<LawFold screen="objection" />}>
      {late.map(({ event, last }) => (
        <Alert key={event.on} tone="warn">
          {fill(words.late, { day: longDay(last), reason: event.lateBecause || '–' })}
        </Alert>
      ))}
      <MendAlert file={file} language="nl" municipal own={false} />
      {heard ? null : <Alert tone="info">{words.heard}</Alert>}
      <DecisionField {...props} step="decideObjection" />
      <RadioCards
        name="outcome"
        label={words.outcome}
        options={OBJECTION_OUTCOMES.map((value) => ({ value, label: words.outcomes[value], hint: words.hints[value] }))}
      />
      <DayField name="on" label={words.on} value={file.today} max={file.today} />
      <TextArea name="reason" label={words.reason} hint={words.reasonHint} rows={5} maxLength={4000} />
      <FieldGroup legend={words.instead} hint={words.change} when="granted">
        <ConditionFields conditions={proposed(file)} grounds={file.grounds} offered={file.offered} />
      </FieldGroup>
    </Narrow>
  )
}

/** That somebody went to the court. */
export function AppealPage(props: RemedyPage) {
  const words = office.appeal
  return (
    <Narrow {...props} title={words.title} path="/beroep" button={words.button} law={<LawFold screen="appeal" />}>
      <DecisionField {...props} step="noteAppeal" />
      <DayField name="on" label={words.on} value={props.file.today} max={props.file.today} />
      <TextArea name="note" label={words.note} rows={3} maxLength={2000} />
    </Narrow>
  )
}

/** What the court said. */
export function RulingPage(props: RemedyPage) {
  const words = office.ruling
  return (
    <Narrow {...props} title={words.title} says={words.lead} path="/uitspraak" button={words.button} law={<LawFold screen="ruling" />}>
      <DecisionField {...props} step="noteRuling" />
      <DayField name="on" label={words.on} value={props.file.today} max={props.file.today} />
      <RadioCards name="outcome" label={words.outcome} options={APPEAL_OUTCOMES.map((value) => ({ value, label: words.outcomes[value] }))} />
      <TextArea name="note" label={words.note} rows={3} maxLength={2000} />
    </Narrow>
  )
}

/** A new decision in the place of the last one, beside what counts now. */
export function CorrectPage(props: RemedyPage) {
  const words = office.correct
  const { file } = props
  const before = conditionsOf(file.request.events)
  const outcomes = before ? (['granted'] as const) : (['granted', 'refused'] as const)
  return (
    <Narrow
      {...props}
      title={words.title}
      says={words.lead}
      path="/verbetering"
      button={words.button}
      law={<LawFold screen="consentChange" />}
      before={
        before ? (
          <Card title={words.now}>
            <Facts items={conditionFacts(before, file.grounds, 'nl')} />
          </Card>
        ) : null
      }
    >
      <Alert tone="info">{words.effect}</Alert>
      <RadioCards
        name="outcome"
        label={words.outcome}
        // Where only one thing can be decided there is nothing to choose.
        value={outcomes.length === 1 ? 'granted' : undefined}
        options={outcomes.map((value) => ({ value, label: words.outcomes[value], hint: words.hints[value] }))}
      />
      <DayField name="on" label={words.on} value={file.today} max={file.today} />
      <TextArea name="reason" label={words.reason} hint={words.reasonHint} rows={4} maxLength={4000} />
      <FieldGroup legend={words.instead} when="granted">
        <ConditionFields conditions={proposed(file)} grounds={file.grounds} offered={file.offered} />
      </FieldGroup>
    </Narrow>
  )
}

type NarrowProps = RemedyPage & {
  readonly title: string
  readonly says?: string
  readonly path: string
  readonly button: string
  readonly before?: ComponentChildren
  /** The law that the form rests on, folded away below it. */
  readonly law?: ComponentChildren
  readonly children?: ComponentChildren
}

function Narrow(props: NarrowProps) {
  return (
    <div class="narrow stack-l">
      <Back {...props} />
      <PageHead title={fill(props.title, { member: props.file.memberName })} lead={props.says} />
      {props.before ?? null}
      <ForeseenCards foreseen={props.foreseen ?? []} language="nl" />
      <Form action={`${addressOf(props.file)}${props.path}`} keys={props.keys} problems={props.problems} typed={props.typed ?? null}>
        {props.children}
        <Actions>
          <Button>{props.button}</Button>
        </Actions>
      </Form>
      {props.law ?? null}
    </div>
  )
}

/** What counts now, or else what was asked for. */
function proposed(file: RequestFile): Conditions {
  const { request, today } = file
  const from = request.wantedFrom
  return (
    conditionsOf(request.events) ?? {
      from,
      until: request.wantedUntil < today ? addDays(addMonths(today, 12), -1) : request.wantedUntil,
      costKinds: request.costKinds,
      payOutAllowed: false,
      statementRhythm: 'monthly',
      statementDay: 10,
      statementFulfilsDuty: true,
      legalBasis: file.grounds[0]?.code ?? '',
      other: '',
    }
  )
}
