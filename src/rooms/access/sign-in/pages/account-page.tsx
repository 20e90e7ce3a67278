import type { Language, SameTexts } from '#kit/text.ts'
import { ActionButton, Button, ButtonLink, Form } from '#ui/fields.tsx'
import { Card, Facts, LinkList, PageHead, Tag } from '#ui/parts.tsx'
import { nl as accessTexts } from '../../access.nl.ts'
import type { PersonFacts, Seat } from '../../access.sql.ts'
import type { nl } from '../sign-in.nl.ts'

type Words = SameTexts<typeof nl>['account']

export function AccountPage(props: {
  words: Words
  person: PersonFacts
  seats: readonly Seat[]
  language: Language
  step: { has: 'none' | 'begun' | 'proved'; must: boolean }
  keys: { csrf: string; key: string }
}) {
  const { words, person, step, keys } = props
  const on = step.has === 'proved'
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} />
      <Card title={words.who}>
        <Facts
          items={[
            { label: words.name, value: person.name },
            { label: words.email, value: person.email ?? words.noEmail },
            ...props.seats.map((seat, index) => ({
              label: index === 0 ? words.roles : ' '.repeat(index),
              value: `${accessTexts.roles[seat.role]} · ${seat.organisationName}`,
            })),
          ]}
        />
        <p class="soft">{words.changeWhere}</p>
      </Card>
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
      <Card
        title={words.second}
        action={<Tag tone={on ? 'ok' : step.must ? 'warn' : 'plain'}>{on ? words.secondOn.split('.')[0] : words.secondOff.split('.')[0]}</Tag>}
      >
        <p>{on ? words.secondOn : words.secondOff}</p>
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
