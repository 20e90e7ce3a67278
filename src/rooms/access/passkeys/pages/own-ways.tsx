import { dayOf, longDay } from '#kit/day.ts'
import { fill, type Language } from '#kit/text.ts'
import { ActionButton, Button, TextField } from '#ui/fields.tsx'
import { Card, Tag } from '#ui/parts.tsx'
import { deviceInWords } from '../device.rules.ts'
import { passkeyTexts } from '../passkeys.en.ts'
import type { Device, Passkey } from '../passkeys.sql.ts'
import type { Ceremony } from '../passkeys.ts'

type Keys = { readonly csrf: string; readonly key: string }

/** A button that asks the device for a passkey; the script shows it where the browser can. */
export function PasskeyButton(props: { language: Language; ceremony: Ceremony; keys: Keys; to: string; second?: boolean }) {
  const words = passkeyTexts(props.language)
  return (
    <form method="post" action="/inloggen/passkey" class="form" data-passkey="get" data-options={props.ceremony.options} hidden>
      <Hidden keys={props.keys} ceremony={props.ceremony} />
      <input type="hidden" name="naar" value={props.to} />
      {props.second ? null : <p>{words.enterText}</p>}
      <Button look={props.second ? 'primary' : 'secondary'} size="big" icon="shield">
        {props.second ? words.step : words.enter}
      </Button>
      <Failed words={words.failed} />
    </form>
  )
}

/** The own passkeys, and a form for a new one. */
export function PasskeysCard(props: { language: Language; passkeys: readonly Passkey[]; ceremony: Ceremony; keys: Keys }) {
  const { language, passkeys, keys } = props
  const words = passkeyTexts(language)
  const on = (at: Passkey['addedAt']) => longDay(dayOf(at), language)
  return (
    <Card title={words.title}>
      <p>
        {words.what} {words.counts}
      </p>
      {passkeys.length === 0 ? <p class="soft">{words.none}</p> : null}
      {passkeys.length > 0 ? (
        <ul class="list">
          {passkeys.map((each) => (
            <li class="row between" key={each.id}>
              <span>
                <b>{each.label}</b>
                <br />
                <span class="soft">
                  {fill(words.added, { day: on(each.addedAt) })}, {each.usedAt ? fill(words.used, { day: on(each.usedAt) }) : words.unused}
                </span>
              </span>
              <ActionButton action="/mijn-account/passkeys/einde" keys={keys} hidden={{ passkey: each.id }} look="secondary" size="small">
                {words.remove}
                <span class="vh"> ({each.label})</span>
              </ActionButton>
            </li>
          ))}
        </ul>
      ) : null}
      <form method="post" action="/mijn-account/passkeys" class="form" data-passkey="create" data-options={props.ceremony.options} hidden>
        <Hidden keys={keys} ceremony={props.ceremony} />
        <TextField name="naam" label={words.label} hint={words.labelHint} maxLength={60} autocomplete="off" optional />
        <Button look="secondary" icon="plus">
          {words.add}
        </Button>
        <Failed words={words.failed} />
      </form>
      <noscript>
        <p class="soft">{words.noScript}</p>
      </noscript>
    </Card>
  )
}

/** Where this person is signed in, with a way out of each. */
export function DevicesCard(props: { language: Language; devices: readonly Device[]; here: string | null; keys: Keys }) {
  const { language, devices, here, keys } = props
  const words = passkeyTexts(language)
  return (
    <Card title={words.devices}>
      <p>{words.devicesText}</p>
      <ul class="list">
        {devices.map((each) => {
          const name = deviceInWords(each.device, words)
          return (
            <li class="row between" key={each.id}>
              <span>
                <b>{name}</b>
                <br />
                <span class="soft">
                  {fill(words.since, { day: longDay(dayOf(each.since), language) })}, {fill(words.seen, { day: longDay(dayOf(each.seenAt), language) })}
                </span>
              </span>
              {each.token === here ? (
                <Tag tone="ok">{words.here}</Tag>
              ) : (
                <ActionButton action="/mijn-account/apparaten/einde" keys={keys} hidden={{ apparaat: each.id }} look="secondary" size="small">
                  {words.signOut}
                  <span class="vh"> ({name})</span>
                </ActionButton>
              )}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

function Hidden(props: { keys: Keys; ceremony: Ceremony }) {
  return (
    <>
      <input type="hidden" name="_csrf" value={props.keys.csrf} />
      <input type="hidden" name="_key" value={props.keys.key} />
      <input type="hidden" name="zegel" value={props.ceremony.seal} />
      <input type="hidden" name="antwoord" value="" />
    </>
  )
}

function Failed(props: { words: string }) {
  return (
    <p class="err" role="alert" data-said hidden>
      {props.words}
    </p>
  )
}
