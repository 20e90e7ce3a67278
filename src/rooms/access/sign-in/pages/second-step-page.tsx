import type { Problems } from '#kit/form.ts'
import type { Language, SameTexts } from '#kit/text.ts'
import { Button, ButtonLink, Form, HiddenField, TextField } from '#ui/fields.tsx'
import { Card, Fold, PageHead } from '#ui/parts.tsx'
import { PasskeyButton } from '../../passkeys/pages/own-ways.tsx'
import { passkeyTexts } from '../../passkeys/passkeys.en.ts'
import type { Ceremony } from '../../passkeys/passkeys.ts'
import type { nl } from '../sign-in.nl.ts'

type Words = SameTexts<typeof nl>['second']
type Keys = { readonly csrf: string; readonly key: string }

/** Begin, scan, or show a code: whatever this person has come to. */
export function SecondStepPage(props: {
  words: Words
  step: { has: 'none' | 'begun' | 'proved'; must: boolean; onlyPasskey: boolean }
  picture: { source: string; letters: string } | null
  keys: Keys
  to: string
  problems: Problems | null
  passkey: { language: Language; ceremony: Ceremony } | null
}) {
  const { words, step, picture, keys } = props
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} lead={step.must ? words.why : words.free} />
      {props.passkey ? <PasskeyStep {...props.passkey} only={step.onlyPasskey} keys={keys} to={props.to} /> : null}
      {step.onlyPasskey ? null : step.has === 'none' ? (
        <Card look="lift">
          <p>{words.needs}</p>
          <Form action="/inloggen/tweede-stap/sleutel" keys={keys}>
            <HiddenField name="naar" value={props.to} />
            <Button size="big" after="arrow">
              {words.begin}
            </Button>
          </Form>
        </Card>
      ) : (
        <Card look="lift">
          {picture ? (
            <div class="stack">
              <p>{words.scan}</p>
              <img src={picture.source} alt={words.picture} width="232" height="232" />
              <p class="soft">{words.typeKey}</p>
              <p>
                <code>{picture.letters}</code>
              </p>
            </div>
          ) : null}
          <Form action="/inloggen/tweede-stap" keys={keys} problems={props.problems?.fields.code ? props.problems : null}>
            <HiddenField name="naar" value={props.to} />
            <TextField name="code" label={words.code} hint={words.codeHint} inputMode="numeric" autocomplete="one-time-code" maxLength={12} size={8} />
            <Button size="big">{words.enter}</Button>
          </Form>
        </Card>
      )}
      {step.has === 'proved' ? (
        <Fold summary={words.lost} open={Boolean(props.problems?.fields.herstelcode)}>
          <Form action="/inloggen/tweede-stap" keys={keys} problems={props.problems?.fields.herstelcode ? props.problems : null}>
            <HiddenField name="naar" value={props.to} />
            <TextField name="herstelcode" label={words.recovery} hint={words.recoveryHint} autocomplete="off" maxLength={20} size={14} />
            <Button look="secondary">{words.useRecovery}</Button>
          </Form>
          <p class="soft">{words.noRecovery}</p>
        </Fold>
      ) : null}
      <Form action="/uitloggen" keys={keys} class="one-button">
        <Button look="plain">{words.leave}</Button>
      </Form>
    </div>
  )
}

/** The passkey as second step; where nothing else opens it, also who helps when the device is gone. */
function PasskeyStep(props: { language: Language; ceremony: Ceremony; only: boolean; keys: Keys; to: string }) {
  const words = passkeyTexts(props.language)
  return (
    <Card look="lift">
      {props.only ? <p>{words.onlyPasskey}</p> : null}
      <PasskeyButton language={props.language} ceremony={props.ceremony} keys={props.keys} to={props.to} second />
      <noscript>
        <p>{words.noScriptStep}</p>
      </noscript>
      {props.only ? <p class="soft">{words.lostPasskey}</p> : null}
    </Card>
  )
}

export function RecoveryPage(props: { words: SameTexts<typeof nl>['recovery']; codes: readonly string[] }) {
  const { words } = props
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} lead={words.intro} />
      <Card title={words.list} look="sheet">
        <ul class="grid2">
          {props.codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </Card>
      <p>{words.where}</p>
      <p class="soft">{words.shownOnce}</p>
      <p>
        <ButtonLink href="/start">{words.done}</ButtonLink>
      </p>
    </div>
  )
}
