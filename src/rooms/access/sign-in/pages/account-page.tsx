import { dayOf, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import { ActionButton, Button, ButtonLink, Form, TextField } from '#ui/fields.tsx'
import { Alert, Card, Facts, Fold, LinkList, MailAddress, PageHead, Tag } from '#ui/parts.tsx'
import { accessTextsOf } from '../../access.en.ts'
import type { PersonFacts, Seat } from '../../access.sql.ts'
import type { MailChoice } from '../../messages/messages.rules.ts'
import { MailChoiceCard } from '../../messages/pages/mail-choice-card.tsx'
import { DevicesCard, PasskeysCard } from '../../passkeys/pages/own-ways.tsx'
import type { Device, Passkey } from '../../passkeys/passkeys.sql.ts'
import type { Ceremony } from '../../passkeys/passkeys.ts'
import { textsOf as addressTextsOf } from '../../people/people.en.ts'
import type { NewAddress } from '../../people/people.sql.ts'
import { textsOf } from '../sign-in.en.ts'

type Props = {
  person: PersonFacts
  seats: readonly Seat[]
  language: Language
  step: { has: 'none' | 'begun' | 'proved'; must: boolean; passkeys: number }
  waiting: NewAddress | null
  keys: { csrf: string; key: string }
  problems: Problems | null
  choice: MailChoice
  ways: { passkeys: readonly Passkey[]; ceremony: Ceremony; devices: readonly Device[]; here: string | null }
}

export function AccountPage(props: Props) {
  const { step, keys, language, ways } = props
  const words = textsOf(language).account
  const on = step.has === 'proved'
  const byPasskey = !on && step.must && step.passkeys > 0
  const state = on ? words.secondOn : byPasskey ? words.secondPasskey : words.secondOff
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} />
      <WhoCard {...props} />
      <Card title={words.language}>
        <p>{words.languageText}</p>
        <Form action="/taal" keys={keys} class="actions">
          <input type="hidden" name="naar" value="/mijn-account" />
          {(['nl', 'en'] as const).map((language) => (
            <Button
              key={language}
              look={language === props.language ? 'primary' : 'secondary'}
              name="taal"
              value={language}
              {...(language === props.language ? { icon: 'check' as const } : {})}
            >
              {words[language]}
            </Button>
          ))}
        </Form>
      </Card>
      <MailChoiceCard language={language} choice={props.choice} email={props.person.email !== null} keys={keys} />
      <Card title={words.second} action={<Tag tone={on || byPasskey ? 'ok' : step.must ? 'warn' : 'plain'}>{state.split('.')[0]}</Tag>}>
        <p>{state}</p>
        {step.must ? <p class="soft">{words.secondMust}</p> : null}
        {on ? (
          step.must ? null : (
            <ActionButton action="/mijn-account/tweede-stap/einde" keys={keys} look="secondary">
              {words.secondEnd}
            </ActionButton>
          )
        ) : (
          <ButtonLink href="/inloggen/tweede-stap?naar=/mijn-account" look="secondary" icon="shield">
            {words.secondBegin}
          </ButtonLink>
        )}
      </Card>
      <PasskeysCard language={language} passkeys={ways.passkeys} ceremony={ways.ceremony} keys={keys} />
      <DevicesCard language={language} devices={ways.devices} here={ways.here} keys={keys} />
      <Card title={words.everywhere}>
        <p>{words.everywhereText}</p>
        <ActionButton action="/mijn-account/overal-uitloggen" keys={keys} look="warn" icon="door">
          {words.everywhereDo}
        </ActionButton>
      </Card>
      <LinkList items={[{ href: '/wie-keek', label: words.looks, icon: 'eye' }]} />
    </div>
  )
}

function WhoCard(props: Props) {
  const { person, seats, language, waiting, keys, problems } = props
  const words = textsOf(language).account
  const address = addressTextsOf(language).account
  const { roles } = accessTextsOf(language)
  return (
    <Card title={words.who}>
      <Facts
        items={[
          { label: words.name, value: person.name },
          { label: words.email, value: person.email ? <MailAddress address={person.email} /> : words.noEmail },
          {
            label: words.roles,
            value: (
              <>
                {seats.map((seat) => (
                  <p key={seat.id}>{`${roles[seat.role]} · ${seat.organisationName}`}</p>
                ))}
              </>
            ),
          },
        ]}
      />
      {waiting ? (
        <Alert tone="wait" icon="letter">
          <p class="strong">{fill(address.waits, { email: waiting.email })}</p>
          <p>{fill(address.waitsHow, { until: longDay(dayOf(waiting.worksUntil), language) })}</p>
          <ActionButton action="/mijn-account/adres/stop" keys={keys} look="secondary" size="small">
            {address.stop}
          </ActionButton>
        </Alert>
      ) : null}
      <Fold summary={address.change} open={problems !== null}>
        <Form action="/mijn-account/adres" keys={keys} problems={problems}>
          <TextField name="email" label={address.newEmail} hint={address.newEmailHint} type="email" autocomplete="email" inputMode="email" maxLength={254} />
          <Button look="secondary">{address.send}</Button>
        </Form>
      </Fold>
      <p class="soft">{words.changeWhere}</p>
    </Card>
  )
}
