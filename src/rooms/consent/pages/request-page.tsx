import { longDay, shortDay } from '#kit/day.ts'
import { fill, type Language, list } from '#kit/text.ts'
import { Actions, Button, ButtonLink, Form, TextField } from '#ui/fields.tsx'
import { Alert, Answer, Card, Crumbs, Facts, PageHead, Tag, Timeline } from '#ui/parts.tsx'
import { texts } from '../consent.en.ts'
import { type Conditions, conditionsOf, plannedChange, type Step } from '../consent.rules.ts'
import type { RequestFile } from '../consent.ts'
import type { RecordedEvent } from '../consent.types.ts'
import { office } from '../office/office.nl.ts'
import { DeadlineCard } from './deadline-card.tsx'
import { kindsOf } from './kinds.ts'
import { EFFECT_TONES, PROCEDURE_TONES } from './list-page.tsx'
import { type AskedDay, StandingFold } from './standing-fold.tsx'

type Props = {
  readonly file: RequestFile
  /** What may follow, for whom the permission table allows it. */
  readonly steps: readonly Step[]
  readonly language: Language
  readonly municipal: boolean
  readonly asked: AskedDay
  readonly keys: { readonly csrf: string; readonly key: string }
}

/** Where each step is done. */
const ADDRESSES: Readonly<Record<Step, string>> = {
  edit: '/aanpassing',
  send: '/verzending',
  withdrawRequest: '/intrekking',
  askMore: '/vraag',
  answer: '/antwoord',
  grant: '/besluit?uitkomst=granted',
  refuse: '/besluit?uitkomst=refused',
  leaveUnprocessed: '/besluit?uitkomst=leftUnprocessed',
  suspend: '/schorsing',
  resume: '/hervatting',
  withdrawConsent: '/intrekking',
  cancelChange: '/afzien',
  renew: '',
}

/** The step that a green button offers first, where several are open. */
const FIRST: readonly Step[] = ['send', 'answer', 'grant', 'resume']

export function RequestPage(props: Props) {
  const { file, language } = props
  const words = texts[language]
  const conditions = conditionsOf(file.request.events)
  const planned = plannedChange(file.request.events, file.today)
  return (
    <div class="stack-l">
      <Crumbs items={[{ href: '/toestemmingen', label: words.list.title }]} />
      <PageHead
        title={fill(words.request.title, { member: file.memberName })}
        over={`${file.cooperativeName} · ${file.municipalityName}`}
        read={!props.municipal}
      />
      <p class="actions">
        <Tag tone={PROCEDURE_TONES[file.procedure]}>{words.procedure[file.procedure]}</Tag>
        <Tag tone={EFFECT_TONES[file.effect]}>{words.effect[file.effect]}</Tag>
      </p>
      <Answer>{answerOf(props, conditions)}</Answer>
      {planned ? (
        <Alert tone="warn">
          <p>{fill(words.request.planned[planned.kind], { day: longDay(planned.from, language) })}</p>
        </Alert>
      ) : null}
      {file.request.waitingOn.length > 0 ? (
        <Alert tone="warn" title={props.municipal ? office.waiting.title : words.request.workWaits}>
          <p>{fill(props.municipal ? office.waiting.text : words.request.workWaitsText, { days: daysOf(file.request.waitingOn, language) })}</p>
        </Alert>
      ) : null}
      <NextSteps {...props} />
      <div class="side">
        <div class="stack-l">
          <Asked {...props} />
          {conditions ? <ConditionsCard {...props} conditions={conditions} /> : null}
          {props.municipal ? <Reference {...props} /> : null}
        </div>
        <div class="stack-l">
          <Card title={words.request.happened}>
            <Timeline items={timelineOf(props)} />
            <StandingFold file={file} asked={props.asked} language={language} />
          </Card>
          {file.deadline && props.municipal ? <DeadlineCard file={file} /> : null}
        </div>
      </div>
    </div>
  )
}

function NextSteps(props: Props) {
  const words = texts[props.language]
  const { file, steps } = props
  const first = FIRST.find((step) => steps.includes(step))
  const decided = ['granted', 'refused', 'unprocessed'].includes(file.procedure)
  return (
    <Card title={words.request.now} look={first ? 'lift' : 'flat'}>
      {file.deadline && !props.municipal ? <p>{fill(words.request.waitFor, { day: longDay(file.deadline.last, props.language) })}</p> : null}
      {file.procedure === 'incomplete' && steps.includes('answer') ? <Alert tone="warn">{words.request.waitForYou}</Alert> : null}
      {steps.length === 0 && !decided ? <p class="soft">{words.request.nothingNow}</p> : null}
      <Actions>
        {steps.map((step) => (
          <ButtonLink
            key={step}
            href={step === 'renew' ? `/toestemmingen/nieuw?vernieuwt=${file.request.id}` : `/toestemmingen/${file.request.id}${ADDRESSES[step]}`}
            look={step === first ? 'primary' : step === 'withdrawRequest' || step === 'withdrawConsent' ? 'plain' : 'secondary'}
          >
            {words.steps[step]}
          </ButtonLink>
        ))}
        {decided ? (
          <ButtonLink href={`/toestemmingen/${file.request.id}/brief`} look="secondary" icon="letter">
            {words.request.letter}
          </ButtonLink>
        ) : null}
      </Actions>
    </Card>
  )
}

/** The request in its own words: also what a member reads before sending. */
export function Asked(props: { readonly file: RequestFile; readonly language: Language; readonly municipal: boolean }) {
  const { file, language } = props
  const { request } = texts[language]
  const items = [
    { label: request.costKinds, value: kindsOf(file.request.costKinds, language) },
    { label: request.wanted, value: `${longDay(file.request.wantedFrom, language)} – ${longDay(file.request.wantedUntil, language)}` },
    { label: request.municipality, value: file.municipalityName },
    { label: request.cooperative, value: file.cooperativeName },
  ]
  if (file.reference && !props.municipal) items.push({ label: request.reference, value: file.reference })
  return (
    <Card title={request.asked}>
      <h3>{request.work}</h3>
      <p>{file.request.work}</p>
      <h3>{request.plan}</h3>
      {file.request.plan.split('\n').map((line, index) => (
        <p key={index}>{line}</p>
      ))}
      <Facts items={items} />
      {file.request.authorisationFile ? (
        <p>
          <a href={`/toestemmingen/${file.request.id}/machtiging`}>{request.authorisation}</a>
        </p>
      ) : null}
    </Card>
  )
}

function ConditionsCard(props: Props & { readonly conditions: Conditions }) {
  const words = texts[props.language]
  const { conditions, language } = props
  const ground = props.file.grounds.find(({ code }) => code === conditions.legalBasis)
  return (
    <Card title={words.request.conditions}>
      <Facts
        items={[
          { label: words.request.period, value: `${longDay(conditions.from, language)} – ${longDay(conditions.until, language)}` },
          { label: words.request.costKinds, value: kindsOf(conditions.costKinds, language) },
          { label: words.list.payOut, value: conditions.payOutAllowed ? words.request.payOutAllowed : words.request.payOutForbidden },
          { label: words.request.statement, value: rhythmOf(conditions, language) },
          { label: '', value: conditions.statementFulfilsDuty ? words.request.duty : words.request.noDuty },
          { label: words.request.ground, value: ground?.words ?? conditions.legalBasis },
          ...(conditions.other ? [{ label: words.request.other, value: conditions.other }] : []),
        ].filter(({ value }) => value !== '')}
      />
    </Card>
  )
}

function Reference(props: Props) {
  const words = office.reference
  return (
    <Card>
      <Form action={`/toestemmingen/${props.file.request.id}/kenmerk`} keys={props.keys}>
        <TextField name="reference" label={words.label} hint={words.hint} value={props.file.reference ?? ''} maxLength={40} />
        <Button look="secondary">{words.button}</Button>
      </Form>
    </Card>
  )
}

function daysOf(days: RequestFile['request']['waitingOn'], language: Language): string {
  return list(
    [...new Set(days)].map((on) => longDay(on, language)),
    language === 'en' ? 'and' : 'en',
  )
}

function answerOf(props: Props, conditions: Conditions | null): string {
  const { answerNow } = texts[props.language].request
  const days = conditions ? { from: longDay(conditions.from, props.language), until: longDay(conditions.until, props.language) } : {}
  return fill(answerNow[props.file.effect], days)
}

function timelineOf(props: Props) {
  const { file, language } = props
  const words = texts[language]
  const past = file.request.events.map((event) => ({
    on: shortDay(event.on, language),
    label: words.events[event.kind],
    note: noteOf(event, language),
    state: 'done' as const,
  }))
  if (!file.deadline) return past
  return [
    ...past,
    { on: shortDay(file.today, language), label: words.eventNotes.today, state: 'now' as const },
    { on: shortDay(file.deadline.last, language), label: words.eventNotes.lastDay, state: 'later' as const },
  ]
}

function noteOf(event: RecordedEvent, language: Language): string | undefined {
  const notes = texts[language].eventNotes
  const written = (on: typeof event.on) => longDay(on, language)
  switch (event.kind) {
    case 'sent':
      return event.sentBy === 'member' ? notes.sentByMember : notes.sentByCooperative
    case 'moreAsked':
      return [event.question, event.answerBefore ? fill(notes.answerBefore, { day: written(event.answerBefore) }) : notes.stopsClock].join(' · ')
    case 'answered':
      return event.answer
    case 'granted':
      return fill(notes.fromUntil, { from: written(event.conditions.from), until: written(event.conditions.until) })
    case 'refused':
    case 'leftUnprocessed':
      return event.reason
    case 'suspended':
      return `${event.until ? fill(notes.fromUntil, { from: written(event.from), until: written(event.until) }) : fill(notes.from, { day: written(event.from) })} · ${event.reason}`
    case 'changeCancelled':
      return fill(notes.cancelled[event.of], { day: written(event.from) })
    case 'resumed':
      return fill(notes.from, { day: written(event.from) })
    case 'consentWithdrawn':
      return `${fill(notes.from, { day: written(event.from) })} · ${event.reason}`
    default:
      return undefined
  }
}

export function rhythmOf(conditions: Conditions, language: Language): string {
  const words = texts[language]
  const rhythm = words.rhythms[conditions.statementRhythm]
  return conditions.statementRhythm === 'none' ? rhythm : fill(words.request.statementBy, { rhythm, day: conditions.statementDay })
}
