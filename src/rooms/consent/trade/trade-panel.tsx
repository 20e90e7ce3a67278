import { longDay } from '#kit/day.ts'
import { fill, type Language } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { Actions, Button, DayField, Form, SelectField } from '#ui/fields.tsx'
import { Alert, Card, Fold } from '#ui/parts.tsx'
import type { TradeAllowed } from '../consent.types.ts'
import { panelTexts } from './panel.en.ts'
import type { TradeStanding } from './standing.ts'

/** Says whether work may be sold before anything is typed, and lets the reader ask for another day (decisions 6). */
export function TradePanel(props: {
  readonly standing: TradeStanding
  /** The page that stands around it: the question comes back to it as `?dag=` and `?lid=`. */
  readonly address: string
  /** For the office: whom it may choose; null for a member. */
  readonly members: ReadonlyMap<MemberId, string> | null
  readonly language: Language
}) {
  const { standing, members, language } = props
  const words = panelTexts[language]
  const question = (
    <Form action={props.address} method="get" label={words.label}>
      {members ? (
        <SelectField
          name="lid"
          label={words.member}
          value={standing.member ?? ''}
          empty={words.choose}
          options={[...members].map(([value, label]) => ({ value, label }))}
        />
      ) : null}
      <DayField name="dag" label={words.day} value={standing.on} max={standing.today} />
      <Actions>
        <Button look="secondary">{words.check}</Button>
      </Actions>
    </Form>
  )
  return (
    <section class="stack" aria-label={words.label}>
      {standing.allowed ? <Said allowed={standing.allowed} standing={standing} language={language} /> : null}
      {members && !standing.member ? (
        <Card title={words.whoAndDay} look="flat">
          {question}
        </Card>
      ) : (
        <Fold summary={members ? words.whoAndDay : words.otherDay}>{question}</Fold>
      )}
    </section>
  )
}

/** What holds the work of a draft back and what happens with it now; nothing where it may be sold. */
export function TradeStopped(props: { readonly allowed: TradeAllowed; readonly language: Language }) {
  const words = panelTexts[props.language]
  if (props.allowed.allowed) {
    const { warning } = props.allowed
    return warning ? (
      <Alert tone="warn" title={warning.what}>
        <p>{warning.next}</p>
      </Alert>
    ) : null
  }
  const { sentence, why } = props.allowed
  return (
    <Alert tone="warn" title={sentence.what}>
      <p>{sentence.next}</p>
      {why === 'awaiting' ? null : <p>{words.waits}</p>}
      <p>
        <a href="/toestemmingen">{words.look}</a>
      </p>
    </Alert>
  )
}

function Said(props: { readonly allowed: TradeAllowed; readonly standing: TradeStanding; readonly language: Language }) {
  const { allowed, standing, language } = props
  const words = panelTexts[language]
  if (!allowed.allowed) {
    return (
      <Alert tone="warn" title={allowed.sentence.what}>
        {allowed.why === 'awaiting' ? null : <p>{allowed.sentence.next}</p>}
        <ul>
          <li>
            {words.done} {words.waits}
          </li>
          <li>{words.toCome}</li>
        </ul>
        <p>
          <a href="/toestemmingen">{words.look}</a>
        </p>
      </Alert>
    )
  }
  if (allowed.warning || !standing.asked) return <TradeStopped allowed={allowed} language={language} />
  return (
    <Alert tone="ok">
      <p>{fill(words.yes, { day: longDay(standing.on, language) })}</p>
      {allowed.consent ? <p>{fill(words.yesUntil, { until: longDay(allowed.consent.until, language) })}</p> : null}
    </Alert>
  )
}
