import type { Problems } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { Button, ButtonLink, CheckCards, Form, SelectField, TextArea } from '#ui/fields.tsx'
import { Card, Crumbs, Empty, PageHead } from '#ui/parts.tsx'
import { nl } from './office.nl.ts'

type Keys = { readonly csrf: string; readonly key: string }
type Choice = { readonly id: string; readonly name: string }

/** To which team, and why: the fields of every form that gives files to a team. */
export function GiveFields(props: { readonly teams: readonly Choice[] }) {
  const { give } = nl
  return (
    <>
      <SelectField
        name="team"
        label={give.team}
        empty={give.choose}
        options={[...props.teams.map(({ id, name }) => ({ value: id, label: name })), { value: 'everybody', label: give.everybody }]}
      />
      <TextArea name="reason" label={give.reason} hint={give.reasonHint} rows={2} maxLength={500} />
    </>
  )
}

/** One own file goes to a team. */
export function GivePage(props: {
  readonly request: string
  readonly member: string
  readonly teams: readonly Choice[]
  readonly keys: Keys
  readonly problems: Problems | null
}) {
  const { give, hand } = nl
  const title = fill(give.title, { member: props.member })
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: `/toestemmingen/${props.request}`, label: props.member }]} />
      <PageHead title={title} lead={give.lead} />
      {props.teams.length === 0 ? (
        <NoTeams words={hand} />
      ) : (
        <Card>
          <Form action={`/toestemmingen/${props.request}/team`} keys={props.keys} problems={props.problems}>
            <GiveFields teams={props.teams} />
            <Button>{give.button}</Button>
          </Form>
        </Card>
      )}
    </div>
  )
}

/** What was chosen from the queue, once more, with what is missing. */
export function GiveManyPage(props: {
  readonly chosen: readonly Choice[]
  readonly teams: readonly Choice[]
  readonly keys: Keys
  readonly problems: Problems
}) {
  const { give, hand } = nl
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/klantmanager?toon=team', label: hand.desk }]} />
      <PageHead title={give.many} />
      <Card>
        <Form action="/toestemmingen/team" keys={props.keys} problems={props.problems}>
          {props.chosen.length > 0 ? (
            <CheckCards name="requests" label={give.chosen} options={props.chosen.map(({ id, name }) => ({ value: id, label: name }))} />
          ) : null}
          <GiveFields teams={props.teams} />
          <Button>{give.button}</Button>
        </Form>
      </Card>
    </div>
  )
}

/** Own files go to a team, many at once. */
export function HandPage(props: {
  readonly cases: readonly { readonly person: string; readonly name: string }[]
  readonly teams: readonly Choice[]
  readonly keys: Keys
  readonly problems: Problems | null
}) {
  const { hand } = nl
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/klantmanager', label: hand.desk }]} />
      <PageHead title={hand.title} lead={hand.lead} />
      {props.teams.length === 0 ? <NoTeams words={hand} /> : null}
      {props.teams.length > 0 && props.cases.length === 0 ? <Empty title={hand.none} what={hand.noneWhat} /> : null}
      {props.teams.length > 0 && props.cases.length > 0 ? (
        <Card>
          <Form action="/teams/overdracht" keys={props.keys} problems={props.problems}>
            <CheckCards name="people" label={hand.people} options={props.cases.map(({ person, name }) => ({ value: person, label: name }))} />
            <GiveFields teams={props.teams} />
            <Button>{hand.button}</Button>
          </Form>
        </Card>
      ) : null}
    </div>
  )
}

function NoTeams({ words }: { readonly words: typeof nl.hand }) {
  return (
    <Empty title={words.noTeams} what={words.noTeamsWhat}>
      <ButtonLink href="/overdracht" look="secondary">
        {words.handOver}
      </ButtonLink>
    </Empty>
  )
}
