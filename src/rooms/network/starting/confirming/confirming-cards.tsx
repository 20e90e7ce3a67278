import { dayOf, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { Actions, Button, Form, RadioCards, TextArea, TextField } from '#ui/fields.tsx'
import { Alert, Card, Quoted } from '#ui/parts.tsx'
import { nl } from './confirming.nl.ts'
import type { Confirming } from './confirming.sql.ts'

type Keys = { readonly csrf: string; readonly key: string }

/** At the step: asking to be confirmed, and how it stands. */
export function OwnConfirming(props: {
  readonly provisional: boolean
  readonly asked: Confirming | null
  readonly may: boolean
  readonly keys: () => Keys
  readonly problems: Problems | null
}) {
  const { asked } = props
  const words = nl.own
  if (!props.provisional) return <Alert tone="ok">{words.yes}</Alert>
  if (asked && !asked.answer) return <Alert tone="wait">{fill(words.waits, { day: longDay(dayOf(asked.askedAt)) })}</Alert>
  return (
    <>
      {asked?.answer ? (
        <Alert tone="warn" title={words.no}>
          <Quoted>{asked.answer.words ?? ''}</Quoted>
        </Alert>
      ) : null}
      <Card title={words.title}>
        <p>{words.about}</p>
        {props.may ? (
          <Form action="/startpad/bevestiging/aanvraag" keys={props.keys()} problems={props.problems} ids="bevestiging">
            <TextField name="kvk" label={words.kvk} hint={words.kvkHint} inputMode="numeric" maxLength={12} size={12} />
            <TextArea name="words" label={words.words} hint={words.wordsHint} rows={2} maxLength={400} />
            <Actions>
              <Button>{words.send}</Button>
            </Actions>
          </Form>
        ) : null}
      </Card>
    </>
  )
}

/** For the network: cooperatives that ask to be confirmed. */
export function ToConfirmCard(props: { readonly waiting: readonly (Confirming & { readonly name: string })[]; readonly keys: () => Keys }) {
  const words = nl.desk
  if (props.waiting.length === 0) return null
  return (
    <Card title={words.title} look="wait">
      <p>{words.about}</p>
      {props.waiting.map((each) => (
        <Form key={each.id} action={`/netwerk/initiatieven/bevestigingen/${each.id}/antwoord`} keys={props.keys()} ids={each.id}>
          <h3>{each.name}</h3>
          <p>{fill(words.kvk, { kvk: each.kvk, day: longDay(dayOf(each.askedAt)) })}</p>
          <Quoted>{each.words}</Quoted>
          <RadioCards
            name="answer"
            label={words.answer}
            options={[
              { value: 'ja', label: words.yes },
              { value: 'nee', label: words.no },
            ]}
          />
          <TextArea name="words" label={words.words} hint={words.wordsHint} rows={2} maxLength={400} optional />
          <Actions>
            <Button look="secondary">{words.send}</Button>
          </Actions>
        </Form>
      ))}
    </Card>
  )
}
