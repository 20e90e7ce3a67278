import { type Problems, typedValue } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { ActionButton, Actions, Button, Form, TextArea, TextField } from '#ui/fields.tsx'
import { Quoted } from '#ui/guides.tsx'
import { Card, Fold, Tag } from '#ui/parts.tsx'
import { nl } from './publishing.nl.ts'
import type { OwnArticle } from './rewriting.rules.ts'

type Keys = { readonly csrf: string; readonly key: string }

/** Every article that the cooperative wrote itself: what others read, what was signed, and other words for the library. */
export function Rewriting(props: {
  readonly edition: string
  readonly articles: readonly OwnArticle[]
  readonly waits: boolean
  readonly keys: () => Keys
  /** What was wrong with the article that was sent. */
  readonly problems: { readonly nr: number; readonly of: Problems } | null
}) {
  const words = nl.rewriting
  if (props.articles.length === 0) return null
  return (
    <Card title={words.title} class="stack">
      <p>{words.lead}</p>
      {props.articles.map((own) => (
        <section class="stack-s" key={own.nr} id={`herschrijven-${own.nr}`}>
          <h3>
            {fill(words.article, { nr: own.nr })} {own.rewritten ? <Tag tone="info">{words.rewritten}</Tag> : null}
          </h3>
          <Quoted source={words.lent}>
            <b>{own.lent.title}.</b> {own.lent.text}
          </Quoted>
          {own.rewritten ? (
            <Quoted source={words.signed}>
              <b>{own.signed.title}.</b> {own.signed.text}
            </Quoted>
          ) : null}
          {props.waits ? <Writing {...props} own={own} /> : null}
        </section>
      ))}
    </Card>
  )
}

function Writing(props: {
  readonly edition: string
  readonly own: OwnArticle
  readonly keys: () => Keys
  readonly problems: { readonly nr: number; readonly of: Problems } | null
}) {
  const { own } = props
  const words = nl.rewriting
  const problems = props.problems?.nr === own.nr ? props.problems.of : null
  const action = `/uitlenen/${props.edition}/artikelen/${own.nr}`
  return (
    <>
      <Fold summary={words.write} open={problems !== null}>
        <Form action={action} keys={props.keys()} problems={problems}>
          <TextField name="title" label={words.name} value={typedValue(problems, 'title', own.lent.title)} maxLength={120} />
          <TextArea name="text" label={words.text} hint={words.textHint} value={typedValue(problems, 'text', own.lent.text)} rows={5} maxLength={2000} />
          <Actions>
            <Button look="secondary">{words.save}</Button>
          </Actions>
        </Form>
      </Fold>
      {own.rewritten ? (
        <ActionButton action={`${action}/eigen-tekst`} keys={props.keys()} look="plain">
          {words.restore}
        </ActionButton>
      ) : null}
    </>
  )
}
