import { type Problems, typedValue } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import { ActionButton, Actions, Button, ButtonLink, Form, HiddenField, RadioCards, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Alert, Card, Facts, PageHead } from '#ui/parts.tsx'
import { texts } from './signing-up.en.ts'
import { SIGN_UP_KINDS, signUpStanding } from './signing-up.rules.ts'
import type { SignUp } from './signing-up.sql.ts'

type Keys = { readonly csrf: string; readonly key: string }

/** Below the text about beginning: the way to a start path of one's own. */
export function BeginCard({ language }: { readonly language: Language }) {
  const words = texts(language).link
  return (
    <Card title={words.title} look="lift">
      <p>{words.words}</p>
      <Actions>
        <ButtonLink href={language === 'en' ? '/en/starten/beginnen' : '/starten/beginnen'}>{words.go}</ButtonLink>
      </Actions>
    </Card>
  )
}

/** Five questions for who wants to begin, without an account. */
export function BeginPage(props: {
  readonly language: Language
  readonly open: boolean
  readonly places: readonly { readonly code: string; readonly name: string }[]
  readonly shown: string
  readonly keys: Keys
  readonly problems: Problems | null
}) {
  const { form: words, refusals } = texts(props.language)
  const was = (name: string) => typedValue(props.problems, name)
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} lead={words.lead} read />
      {props.open ? (
        <Form action={props.language === 'en' ? '/en/starten/beginnen' : '/starten/beginnen'} keys={props.keys} problems={props.problems}>
          <HiddenField name="_shown" value={props.shown} />
          <RadioCards
            name="kind"
            label={words.kind}
            value={was('kind')}
            options={SIGN_UP_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind][0] ?? '', hint: words.kinds[kind][1] }))}
          />
          <TextField name="name" label={words.name} hint={words.nameHint} value={was('name')} maxLength={120} />
          <TextField name="place" label={words.place} hint={words.placeHint} value={was('place')} maxLength={80} optional />
          <SelectField
            name="code"
            label={words.code}
            hint={words.codeHint}
            value={was('code')}
            empty={words.none}
            options={props.places.map(({ code, name }) => ({ value: code, label: name }))}
            optional
          />
          <TextField name="personName" label={words.personName} value={was('personName')} autocomplete="name" maxLength={120} />
          <TextField name="email" type="email" label={words.email} hint={words.emailHint} value={was('email')} autocomplete="email" maxLength={254} />
          <div class="vh">
            <label for="leeg">{words.trap}</label>
            <input id="leeg" name="leeg" type="text" tabIndex={-1} autocomplete="off" value="" />
          </div>
          <p class="soft">{words.kept}</p>
          <Actions>
            <Button after="arrow">{words.send}</Button>
          </Actions>
        </Form>
      ) : (
        <Alert tone="info" title={refusals.noDesk.what}>
          {refusals.noDesk.next}
        </Alert>
      )}
    </div>
  )
}

/** What to do now: open the mail. */
export function SentPage({ language }: { readonly language: Language }) {
  const words = texts(language).sent
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} lead={words.lead} read />
      <p>{words.none}</p>
    </div>
  )
}

/** For who holds the address from the mail: a button, so that a scanner of mail proves nothing, and then what happens. */
export function ProvePage(props: { readonly signUp: SignUp; readonly address: string; readonly language: Language; readonly keys: Keys }) {
  const { prove: words } = texts(props.language)
  const standing = signUpStanding(props.signUp)
  if (standing !== 'unproved') {
    return (
      <div class="narrow stack-l">
        <PageHead title={words[standing].title} lead={words[standing].words} read />
        {standing === 'begun' || standing === 'accepted' ? (
          <Actions>
            <ButtonLink href="/inloggen?naar=/startpad">{words.begun.go}</ButtonLink>
          </Actions>
        ) : null}
      </div>
    )
  }
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} lead={words.lead} read />
      <Facts
        items={[
          { label: words.plan, value: props.signUp.name },
          { label: words.place, value: props.signUp.place },
        ]}
      />
      <ActionButton action={props.address} keys={props.keys}>
        {words.button}
      </ActionButton>
      <p class="soft">{words.note}</p>
    </div>
  )
}

/** For the network: municipalities that want to begin and wait for a yes. */
export function TownsCard(props: { readonly towns: readonly SignUp[]; readonly keys: () => Keys }) {
  const words = texts('nl').desk
  if (props.towns.length === 0) return null
  return (
    <Card title={words.towns} look="wait">
      <p>{words.townsAbout}</p>
      {props.towns.map((town) => (
        <Form key={town.id} action={`/netwerk/initiatieven/gemeenten/${town.id}/besluit`} keys={props.keys()} ids={town.id}>
          <h3>{town.place}</h3>
          <p>
            {town.name}. {fill(words.asks, { person: town.personName, email: town.email })}
          </p>
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
