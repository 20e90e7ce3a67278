import { fill } from '#kit/text.ts'
import { ActionButton, Actions, Button, Form, TextField } from '#ui/fields.tsx'
import { Card, Fold } from '#ui/parts.tsx'
import { planTexts } from './plan.en.ts'
import type { PlanPageProps } from './plan-page.tsx'
import { signingTexts } from './signing/signing.en.ts'

/** Lays the text down to be signed; offered while it was not, or changed since. */
export function FreezeCard(props: PlanPageProps) {
  const { view, language } = props
  if (view.texts.length === 0 || view.standing === 'toSign' || view.standing === 'signed') return null
  const words = signingTexts(language).freeze
  return (
    <Card title={words.title}>
      <p>{words.text}</p>
      <Form action={`${props.base}/vastleggen`} keys={props.keys()} ids="vastleggen">
        <Fold summary={words.other}>
          <p class="soft">{words.otherHint}</p>
          <TextField name="otherName" label={words.otherName} maxLength={80} optional />
          <TextField name="otherEmail" label={words.otherEmail} type="email" optional />
        </Fold>
        <Actions>
          <Button look="secondary">{words.go}</Button>
        </Actions>
      </Form>
    </Card>
  )
}

/** Whether the municipality takes part: the member's own choice, told to the coach. */
export function ShareCard(props: PlanPageProps) {
  const { view, language } = props
  const words = planTexts(language).share
  if (props.as === 'coach')
    return (
      <Card title={words.title}>
        <p>{view.shared ? fill(words.officeOn, { name: view.shared.name }) : words.officeOff}</p>
      </Card>
    )
  if (view.shared)
    return (
      <Card title={words.title} look="ok">
        <p>{fill(words.on, { name: view.shared.name })}</p>
        <ActionButton action={`${props.base}/gemeente/einde`} keys={props.keys()} look="secondary">
          {fill(words.letOut, { name: view.shared.name })}
        </ActionButton>
      </Card>
    )
  if (!view.payer || view.texts.length === 0)
    return (
      <Card title={words.title}>
        <p>{view.payer ? words.first : words.none}</p>
      </Card>
    )
  return (
    <Card title={words.title}>
      <p>{fill(words.off, { name: view.payer.name })}</p>
      <p class="soft">{words.offNote}</p>
      <ActionButton action={`${props.base}/gemeente`} keys={props.keys()} look="secondary">
        {fill(words.letIn, { name: view.payer.name })}
      </ActionButton>
    </Card>
  )
}
