import { longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill, list } from '#kit/text.ts'
import { Actions, Button, ButtonLink, CheckCards, Form, SelectField, TextField } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Empty, Facts, PageHead } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { nl } from './office.nl.ts'
import type { Colleague, Team, TeamsView } from './teams.ts'

type Keys = () => { readonly csrf: string; readonly key: string }

/** Which teams there are, who works in them, and where a new request comes in. */
export function TeamsPage(props: { readonly view: TeamsView; readonly keeps: boolean; readonly keys: Keys; readonly problems: Problems | null }) {
  const { view, keeps, keys, problems } = props
  // Two forms stand here: what was typed wrong belongs to the one that has its fields.
  const ofArrival = problems !== null && !('name' in problems.typed)
  return (
    <div class="narrow stack-l">
      <PageHead title={nl.title} lead={nl.lead} />
      {keeps ? null : <p class="soft">{nl.readOnly}</p>}
      {view.open.length === 0 ? <Empty title={nl.none} what={nl.noneWhat} /> : <OpenTeams view={view} keeps={keeps} />}
      {view.open.length > 0 ? <Arrival view={view} keeps={keeps} keys={keys} problems={ofArrival ? problems : null} /> : null}
      {keeps ? (
        <Card title={nl.add}>
          <Form action="/teams" keys={keys()} problems={ofArrival ? null : problems} ids="nieuw">
            <TeamFields name="" people={[]} colleagues={view.colleagues} />
            <Button>{nl.form.save}</Button>
          </Form>
        </Card>
      ) : null}
      {view.ended.length > 0 ? (
        <Card title={nl.ended}>
          <ul>
            {view.ended.map((team) => (
              <li key={team.id}>
                {team.name}, {fill(nl.endedOn, { day: team.endedOn ? longDay(team.endedOn) : '' })}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </div>
  )
}

function OpenTeams({ view, keeps }: { readonly view: TeamsView; readonly keeps: boolean }) {
  const change = {
    key: 'change',
    label: nl.columns.change,
    quiet: true,
    phone: 'below',
    cell: (team: Team) => (
      <ButtonLink href={`/teams/${team.id}`} look="secondary" size="small">
        {nl.change}
        <span class="vh">: {team.name}</span>
      </ButtonLink>
    ),
  } as const
  return (
    <Card title={nl.open} class="tight">
      <Table
        caption={nl.open}
        captionHidden
        rows={view.open}
        rowKey={(team) => team.id}
        columns={[
          { key: 'name', label: nl.columns.name, header: true, cell: (team) => team.name },
          {
            key: 'people',
            label: nl.columns.people,
            cell: (team) =>
              team.people.length > 0
                ? list(
                    team.people.map(({ name }) => name),
                    'en',
                  )
                : nl.nobody,
          },
          ...(keeps ? [change] : []),
        ]}
      />
    </Card>
  )
}

function Arrival(props: { readonly view: TeamsView; readonly keeps: boolean; readonly keys: Keys; readonly problems: Problems | null }) {
  const { view, keeps } = props
  const words = nl.arrival
  const openOne = (team: string | null) => view.open.find(({ id }) => id === team)
  const usual = openOne(view.arrival.find(({ cooperative }) => cooperative === null)?.team ?? null)
  const own = view.arrival.flatMap(({ cooperative, team }) => {
    const [where, from] = [openOne(team)?.name, view.cooperatives.find(({ id }) => id === cooperative)?.name]
    return where && from ? [{ label: from, value: fill(words.at, { team: where }) }] : []
  })
  return (
    <Card title={words.title}>
      <p>{words.lead}</p>
      <Facts items={[{ label: words.usual, value: usual ? fill(words.at, { team: usual.name }) : words.everybody }, ...own]} />
      {keeps ? (
        <Form action="/teams/binnenkomst" keys={props.keys()} problems={props.problems} ids="binnenkomst">
          <SelectField
            name="cooperative"
            label={words.cooperative}
            hint={words.cooperativeHint}
            empty={words.others}
            options={view.cooperatives.map(({ id, name }) => ({ value: id, label: name }))}
            optional
          />
          <SelectField
            name="team"
            label={words.team}
            value={usual ? usual.id : ''}
            empty={words.noTeam}
            options={view.open.map(({ id, name }) => ({ value: id, label: name }))}
            optional
          />
          <Button look="secondary">{words.save}</Button>
        </Form>
      ) : null}
    </Card>
  )
}

/** One team: its name, who works in it, and closing it. */
export function TeamPage(props: {
  readonly team: Team
  readonly view: TeamsView
  readonly keys: Keys
  readonly problems: Problems | null
  readonly closing: Problems | null
}) {
  const { team, view, keys } = props
  const others = view.open.filter(({ id }) => id !== team.id)
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/teams', label: nl.title }]} />
      <PageHead title={fill(nl.changeTitle, { team: team.name })} />
      <Card>
        <Form action={`/teams/${team.id}`} keys={keys()} problems={props.problems}>
          <TeamFields name={team.name} people={team.people.map(({ person }) => person)} colleagues={view.colleagues} />
          <Actions>
            <Button>{nl.form.save}</Button>
            <ButtonLink href="/teams" look="subtle">
              {nl.form.cancel}
            </ButtonLink>
          </Actions>
        </Form>
      </Card>
      <Card title={nl.close.title}>
        <p>{nl.close.lead}</p>
        <Form action={`/teams/${team.id}/sluiting`} keys={keys()} problems={props.closing} ids="sluiting">
          <SelectField
            name="to"
            label={nl.close.to}
            empty={nl.close.choose}
            options={[...others.map(({ id, name }) => ({ value: id as string, label: name })), { value: 'nobody', label: nl.close.nobody }]}
            optional
          />
          <Button look="secondary">{nl.close.button}</Button>
        </Form>
      </Card>
    </div>
  )
}

function TeamFields(props: { readonly name: string; readonly people: readonly string[]; readonly colleagues: readonly Colleague[] }) {
  const { form } = nl
  return (
    <>
      <TextField name="name" label={form.name} hint={form.nameHint} value={props.name} maxLength={60} autocomplete="off" />
      {props.colleagues.length === 0 ? (
        <Alert tone="info">{form.noPeople}</Alert>
      ) : (
        <CheckCards
          name="people"
          label={form.people}
          hint={form.peopleHint}
          values={props.people}
          options={props.colleagues.map(({ person, name }) => ({ value: person, label: name }))}
          optional
        />
      )}
    </>
  )
}
