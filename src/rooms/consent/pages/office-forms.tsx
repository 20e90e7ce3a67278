import { addDays, laterDay, longDay } from '#kit/day.ts'
import type { Problems, Typed } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { LawFold } from '#rooms/law'
import { Actions, Button, DayField, FieldGroup, Form, RadioCards, TextArea } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Facts, PageHead } from '#ui/parts.tsx'
import { nl } from '../consent.nl.ts'
import { plannedChange, stepsOn } from '../consent.rules.ts'
import { earlierTexts } from '../file/earlier.en.ts'
import type { RequestFile } from '../file/request-file.ts'
import { office } from '../office/office.nl.ts'
import { WaitingAlert } from '../waiting/waiting-alert.tsx'
import { ConditionFields } from './condition-fields.tsx'
import { conditionFacts } from './conditions.ts'
import { DeadlineCard } from './deadline-card.tsx'
import { Asked } from './request-page.tsx'

type Props = {
  readonly file: RequestFile
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems?: Problems | null
  readonly typed?: Typed | null
}

const OUTCOMES = { granted: 'grant', refused: 'refuse', leftUnprocessed: 'leaveUnprocessed' } as const
export type Outcome = keyof typeof OUTCOMES

/** The decision: what came in and by when on one side, the form on the other. */
export function DecisionPage(props: Props & { readonly outcome: Outcome | null }) {
  const words = office.decision
  const { file } = props
  const open = stepsOn(file.request.events, file.today)
  const outcomes = (Object.keys(OUTCOMES) as Outcome[]).filter((outcome) => open.includes(OUTCOMES[outcome]))
  const before = file.earlier?.conditions
  const first = laterDay(before ? laterDay(file.request.wantedFrom, addDays(before.until, 1)) : file.request.wantedFrom, file.today)
  return (
    <div class="stack-l">
      <Back file={file} />
      <PageHead title={fill(words.title, { member: file.memberName })} lead={words.lead} />
      <WaitingAlert file={file} municipal language="nl" />
      <div class="side">
        <Form action={`/toestemmingen/${file.request.id}/besluit`} keys={props.keys} problems={props.problems} typed={props.typed ?? null} class="form card">
          <RadioCards
            name="outcome"
            label={words.outcome}
            value={props.outcome ?? undefined}
            first
            options={outcomes.map((value) => ({ value, label: words.outcomes[value], hint: words.outcomeHints[value] }))}
          />
          <FieldGroup legend={words.grantedLegend} when="granted">
            <ConditionFields
              grounds={file.grounds}
              offered={file.offered}
              conditions={{
                statementRhythm: 'monthly',
                statementDay: 10,
                statementFulfilsDuty: true,
                payOutAllowed: false,
                legalBasis: 'pw-voorziening',
                other: '',
                ...before,
                from: first,
                until: laterDay(first, file.request.wantedUntil),
                costKinds: file.request.costKinds,
              }}
            />
          </FieldGroup>
          <FieldGroup legend={words.refusedLegend} when="refused">
            <TextArea name="reason" label={words.reason} hint={words.reasonHint} rows={4} maxLength={4000} />
          </FieldGroup>
          <DayField name="on" label={words.on} hint={words.onHint} value={file.today} max={file.today} />
          <Actions>
            <Button quick>{words.button}</Button>
          </Actions>
        </Form>
        <div class="stack-l">
          {file.earlier ? <Earlier file={file} earlier={file.earlier} /> : null}
          <DeadlineCard file={file} />
          <Asked file={file} language="nl" municipal />
        </div>
      </div>
      <LawFold screen="decision" />
    </div>
  )
}

/** The consent that runs now, or ran before, beside the decision that follows on it. */
function Earlier(props: { readonly file: RequestFile; readonly earlier: NonNullable<RequestFile['earlier']> }) {
  const { nl: words } = earlierTexts
  const { conditions, effect, id } = props.earlier
  return (
    <Card title={effect === 'ended' ? words.ended : words.title}>
      <Facts items={conditionFacts(conditions, props.file.grounds, 'nl')} />
      <p class="soft">{words.prefilled}</p>
      <p>
        <a href={`/toestemmingen/${id}`}>{words.look}</a>
      </p>
    </Card>
  )
}

export function AskPage(props: Props) {
  const words = office.ask
  const { deadline, today } = props.file
  const late = deadline && today > deadline.last ? deadline.last : null
  return (
    <div class="narrow stack-l">
      <Back file={props.file} />
      <PageHead title={fill(words.title, { member: props.file.memberName })} lead={words.lead} />
      {late ? <Alert tone="warn">{fill(words.late, { day: longDay(late) })}</Alert> : null}
      <Form action={`/toestemmingen/${props.file.request.id}/vraag`} keys={props.keys} problems={props.problems} typed={props.typed ?? null}>
        <TextArea name="question" label={words.question} rows={5} maxLength={4000} />
        <DayField name="answerBefore" label={words.before} hint={words.beforeHint} optional />
        <Actions>
          <Button quick>{words.button}</Button>
        </Actions>
      </Form>
      <LawFold screen="decision" />
    </div>
  )
}

export function WithdrawPage(props: Props) {
  const words = office.withdraw
  return (
    <div class="narrow stack-l">
      <Back file={props.file} />
      <PageHead title={fill(words.title, { member: props.file.memberName })} />
      <Alert tone="warn">{words.lead}</Alert>
      <Form action={`/toestemmingen/${props.file.request.id}/intrekking`} keys={props.keys} problems={props.problems} typed={props.typed ?? null}>
        <DayField name="from" label={words.from} value={props.file.today} />
        <TextArea name="reason" label={words.reason} rows={4} maxLength={4000} />
        <TextArea name="heard" label={words.heard} rows={2} maxLength={1000} />
        <Actions>
          <Button quick>{words.button}</Button>
        </Actions>
      </Form>
      <LawFold screen="consentChange" />
    </div>
  )
}

export function SuspendPage(props: Props) {
  const words = office.suspend
  return (
    <div class="narrow stack-l">
      <Back file={props.file} />
      <PageHead title={fill(words.title, { member: props.file.memberName })} />
      <Alert tone="warn">{words.lead}</Alert>
      <Form action={`/toestemmingen/${props.file.request.id}/schorsing`} keys={props.keys} problems={props.problems} typed={props.typed ?? null}>
        <DayField name="from" label={words.from} value={props.file.today} />
        <DayField name="until" label={words.until} optional />
        <TextArea name="reason" label={words.reason} rows={4} maxLength={4000} />
        <TextArea name="heard" label={words.heard} rows={2} maxLength={1000} />
        <Actions>
          <Button quick>{words.button}</Button>
        </Actions>
      </Form>
      <LawFold screen="consentChange" />
    </div>
  )
}

export function ResumePage(props: Props) {
  const words = office.resume
  return (
    <div class="narrow stack-l">
      <Back file={props.file} />
      <PageHead title={fill(words.title, { member: props.file.memberName })} />
      <Form action={`/toestemmingen/${props.file.request.id}/hervatting`} keys={props.keys} problems={props.problems} typed={props.typed ?? null}>
        <DayField name="from" label={words.from} value={props.file.today} />
        <Actions>
          <Button quick>{words.button}</Button>
        </Actions>
      </Form>
    </div>
  )
}

export function CancelPage(props: Props) {
  const words = office.cancel
  const planned = plannedChange(props.file.request.events, props.file.today)
  return (
    <div class="narrow stack-l">
      <Back file={props.file} />
      <PageHead title={fill(words.title, { member: props.file.memberName })} />
      <p>{planned ? fill(words[planned.kind], { day: longDay(planned.from) }) : words.none}</p>
      {planned ? (
        <Form action={`/toestemmingen/${props.file.request.id}/afzien`} keys={props.keys} problems={props.problems} typed={props.typed ?? null}>
          <Actions>
            <Button quick>{words.button}</Button>
          </Actions>
        </Form>
      ) : null}
    </div>
  )
}

function Back(props: { readonly file: RequestFile }) {
  return <Crumbs items={[{ href: `/toestemmingen/${props.file.request.id}`, label: fill(nl.request.title, { member: props.file.memberName }) }]} />
}
