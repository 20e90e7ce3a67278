import type { Problems } from '#kit/form.ts'
import { fill, type Language, type SameTexts } from '#kit/text.ts'
import { Button, ButtonLink, Form, HiddenField, TextField } from '#ui/fields.tsx'
import { Alert, Card, PageHead } from '#ui/parts.tsx'
import { PasskeyButton } from '../../passkeys/pages/own-ways.tsx'
import type { Ceremony } from '../../passkeys/passkeys.ts'
import type { nl } from '../sign-in.nl.ts'

type Words = SameTexts<typeof nl>
type Keys = { readonly csrf: string; readonly key: string }

export function StartPage(props: {
  words: Words['start']
  keys: Keys
  to: string
  problems: Problems | null
  demo: boolean
  passkey: { language: Language; ceremony: Ceremony }
}) {
  const { words } = props
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} lead={words.intro} />
      <Card look="lift">
        <Form action="/inloggen" keys={props.keys} problems={props.problems}>
          <HiddenField name="naar" value={props.to} />
          <TextField name="email" label={words.email} hint={words.emailHint} type="email" autocomplete="email" inputMode="email" maxLength={254} />
          <Button size="big" after="arrow">
            {words.send}
          </Button>
        </Form>
      </Card>
      <PasskeyButton {...props.passkey} keys={props.keys} to={props.to} />
      <p class="soft">
        {words.noMail} <a href="/inloggen/papier">{words.toPaper}</a>
      </p>
      {props.demo ? (
        <p>
          <a href="/inloggen">{words.demo}</a>
        </p>
      ) : null}
    </div>
  )
}

export function CodePage(props: { words: Words['code']; minutes: number; email: string; to: string; keys: Keys; problems: Problems | null; demo: boolean }) {
  const { words } = props
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} lead={fill(words.intro, { email: props.email })} />
      {props.demo ? (
        <Alert tone="info" icon="letter">
          <p>{words.outbox}</p>
          <p>
            <a href="/demo/postvak">{words.toOutbox}</a>
          </p>
        </Alert>
      ) : null}
      <Card look="lift">
        <Form action="/inloggen/code" keys={props.keys} problems={props.problems}>
          <TextField
            name="code"
            label={words.code}
            hint={fill(words.codeHint, { minutes: props.minutes })}
            inputMode="numeric"
            autocomplete="one-time-code"
            maxLength={12}
            size={8}
          />
          <Button size="big">{words.enter}</Button>
        </Form>
      </Card>
      <div class="actions">
        <Form action="/inloggen" keys={props.keys} class="one-button">
          <HiddenField name="email" value={props.email} />
          <HiddenField name="naar" value={props.to} />
          <Button look="secondary">{words.again}</Button>
        </Form>
        <ButtonLink href="/inloggen/e-mail" look="plain">
          {words.other}
        </ButtonLink>
      </div>
    </div>
  )
}

/** For whoever has no e-mail: a code that the coach printed. */
export function PaperPage(props: { words: Words['paper']; keys: Keys; to: string; problems: Problems | null }) {
  const { words } = props
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} lead={words.intro} />
      <Card look="lift">
        <Form action="/inloggen/papier" keys={props.keys} problems={props.problems}>
          <HiddenField name="naar" value={props.to} />
          <TextField name="wie" label={words.who} hint={words.whoHint} autocomplete="off" maxLength={120} />
          <TextField name="code" label={words.code} hint={words.codeHint} autocomplete="off" maxLength={40} size={16} />
          <Button size="big" after="arrow">
            {words.enter}
          </Button>
        </Form>
      </Card>
      <p>
        <a href="/inloggen/e-mail">{words.mail}</a>
      </p>
    </div>
  )
}

/** Opened from a mail; a scanner may look, a person presses. */
export function LinkPage(props: { words: Words['link']; action: string; keys: Keys }) {
  return (
    <div class="narrow stack-l">
      <PageHead title={props.words.title} lead={props.words.intro} />
      <Form action={props.action} keys={props.keys}>
        <Button size="big" after="arrow">
          {props.words.enter}
        </Button>
      </Form>
    </div>
  )
}

export function OldLinkPage(props: { words: Words['link']; minutes: number }) {
  return (
    <div class="narrow stack-l">
      <PageHead title={props.words.old} lead={fill(props.words.oldText, { minutes: props.minutes })} />
      <p>
        <ButtonLink href="/inloggen/e-mail">{props.words.new}</ButtonLink>
      </p>
    </div>
  )
}
