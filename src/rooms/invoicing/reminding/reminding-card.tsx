import { type Day, dayOf, shortDay } from '#kit/day.ts'
import { euro } from '#kit/money.ts'
import type { Language } from '#kit/text.ts'
import type { PersonId } from '#rooms/access'
import { ActionButton, Actions, Button, ButtonLink, DayField, Form, SelectField, TextArea } from '#ui/fields.tsx'
import { Card, Fold, Timeline } from '#ui/parts.tsx'
import type { InvoiceId } from '../invoicing.types.ts'
import { remindingTexts } from './reminding.en.ts'
import type { StepRow } from './reminding.sql.ts'
import { PAUSE_REASONS } from './reminding.sql.ts'
import { type RemindingStanding, usualPause } from './reminding.ts'

export type RemindingMay = { readonly remind: boolean; readonly pause: boolean; readonly office: boolean }

/** The steps that were taken for one invoice, what comes next, and a pause. */
export function RemindingCard(props: {
  invoice: InvoiceId
  standing: RemindingStanding
  names: ReadonlyMap<PersonId, string>
  today: Day
  may: RemindingMay
  person: PersonId | null
  keys: { csrf: string; key: string }
  language: Language
}) {
  const { standing, may, language, today, names } = props
  const { halt, next, past, pauses } = standing
  const words = remindingTexts(language)
  const path = `/facturen/${props.invoice}`
  const open = halt !== 'settled' && halt !== 'notDue'
  if (past.length === 0 && pauses.length === 0 && !open) return null
  const pause = pauses.find((each) => !each.ended && (each.until === null || today <= each.until))
  const events = [
    ...past.map((row) => ({ at: row.at, label: words.step[row.step], note: noteOf(row, names, language) })),
    ...pauses.map((each) => ({ at: each.at, label: words.why[each.why], note: [each.words, whoOf(names.get(each.by), language)].join(' · ') })),
  ].toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds)
  return (
    <Card title={words.card.title}>
      {events.length > 0 ? (
        <Timeline items={events.map(({ at, label, note }) => ({ on: shortDay(dayOf(at), language), label, note }))} />
      ) : (
        <p class="soft">{words.card.none}</p>
      )}
      {open ? <p>{saidOf(standing, pause?.until, language)}</p> : null}
      {may.remind && halt === null && next ? (
        <NextStep path={path} next={next} first={past.length === 0} today={today} keys={props.keys} language={language} />
      ) : null}
      {open && pause && may.pause && (may.office || pause.by === props.person) ? (
        <ActionButton action={`${path}/rust/einde`} keys={props.keys} look="secondary">
          {words.card.resume}
        </ActionButton>
      ) : null}
      {open && !pause && may.pause ? <PauseForm path={path} today={today} office={may.office} keys={props.keys} language={language} /> : null}
    </Card>
  )
}

function NextStep(props: {
  path: string
  next: NonNullable<RemindingStanding['next']>
  first: boolean
  today: Day
  keys: { csrf: string; key: string }
  language: Language
}) {
  const { path, next } = props
  const words = remindingTexts(props.language).card
  if (next.from > props.today && !(props.first && next.step !== 'call')) return null
  if (next.step === 'writeOff')
    return (
      <Actions>
        <ButtonLink href={`${path}/afboeking`}>{words.writeOff}</ButtonLink>
      </Actions>
    )
  if (next.step !== 'call')
    return (
      <ActionButton action={`${path}/herinnering`} keys={props.keys} icon="letter">
        {words.send[next.step]}
      </ActionButton>
    )
  return (
    <Form action={`${path}/herinnering`} keys={props.keys}>
      <TextArea name="words" label={words.calledLabel} rows={2} maxLength={300} />
      <Button icon="check">{words.called}</Button>
    </Form>
  )
}

function PauseForm(props: { path: string; today: Day; office: boolean; keys: { csrf: string; key: string }; language: Language }) {
  const words = remindingTexts(props.language)
  const { card } = words
  return (
    <Fold summary={props.office ? card.pause : card.pauseMember}>
      <Form action={`${props.path}/rust`} keys={props.keys} ids="rust">
        {props.office ? (
          <SelectField name="why" label={card.why} value="parts" options={PAUSE_REASONS.map((why) => ({ value: why, label: words.why[why] }))} />
        ) : null}
        <TextArea name="words" label={card.words} rows={2} maxLength={300} />
        <DayField
          name="until"
          label={card.until}
          hint={props.office ? card.untilHint : card.untilMember}
          value={usualPause(props.today)}
          optional={props.office}
        />
        <Button look="secondary">{card.pauseSend}</Button>
      </Form>
    </Fold>
  )
}

function saidOf({ halt, next }: RemindingStanding, until: Day | null | undefined, language: Language): string {
  const { card, step } = remindingTexts(language)
  if (halt === 'question') return card.halt.question
  if (halt === 'proposed') return card.halt.proposed
  if (halt === 'paused') return until ? card.halt.paused(until) : card.halt.stopped
  return next ? card.next(step[next.step], next.from) : card.done
}

function noteOf(row: StepRow, names: ReadonlyMap<PersonId, string>, language: Language): string {
  const words = remindingTexts(language)
  const parts = [
    row.how ? words.how[row.how] : null,
    row.words,
    row.costs ? words.card.costs(euro(row.costs)) : null,
    row.by ? whoOf(names.get(row.by), language) : words.card.itself,
  ]
  return parts.filter(Boolean).join(' · ')
}

function whoOf(name: string | undefined, language: Language): string {
  return name ? remindingTexts(language).card.by(name) : ''
}
