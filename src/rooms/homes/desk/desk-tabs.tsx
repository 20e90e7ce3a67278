import { daysBetween, longDay, longInstant, longMonth } from '#kit/day.ts'
import { GiveFields, type RequestLine } from '#rooms/consent'
import { type SentStatement, statementPaid } from '#rooms/settlement'
import { Button, Form, HiddenField } from '#ui/fields.tsx'
import { Amount, Card, DaysLeft, Empty, Fold } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { office } from '../office.nl.ts'
import { addressOf } from '../waiting.rules.ts'
import { addressOfTab } from './address.rules.ts'
import { type Desk, untilOf } from './desk.ts'

const words = office.caseManager

/** For whom a case is looked after, where that is not oneself. */
export function standInOf(desk: Desk, member: string | null): string | null {
  const name = member ? desk.standsIn.get(member) : undefined
  return name ? words.standsIn(name) : null
}

/** The same below a name. */
function StandIn(props: { desk: Desk; member: string | null }) {
  const said = standInOf(props.desk, props.member)
  return said ? <small>{said}</small> : null
}

type Keys = { readonly csrf: string; readonly key: string }

/** What nobody took yet, the first last day on top: to take one, or many at once. */
export function QueueTab(props: { desk: Desk; keys: () => Keys }) {
  const { desk } = props
  const queue = words.queue
  const teams =
    desk.teams.length > 0 ? (
      <p>
        <a href="/teams">{words.whoInTeams}</a>
      </p>
    ) : null
  if (desk.free.length === 0)
    return (
      <>
        <Empty title={desk.teams.length > 0 ? queue.emptyInTeams : queue.empty} what={desk.teams.length > 0 ? queue.emptyInTeamsNext : queue.emptyNext} />
        {teams}
      </>
    )
  return (
    <>
      <Card title={queue.title} class="tight">
        <p class="soft">{queue.note}</p>
        <Form action="/toestemmingen/behandelaar" keys={props.keys()}>
          <Table
            caption={queue.title}
            captionHidden
            dense
            keys
            rows={desk.free}
            rowKey={(line) => line.request.id}
            select={{ name: 'requests', label: (line) => line.request.memberName ?? words.somebody }}
            rowTone={(line) => (line.deadline && daysBetween(desk.today, line.deadline.last) <= 7 ? 'hot' : undefined)}
            columns={[
              { key: 'who', label: words.columns.who, header: true, cell: (line) => line.request.memberName ?? words.somebody },
              { key: 'work', label: words.columns.work, bare: true, cell: (line) => line.request.work },
              { key: 'cooperative', label: words.columns.cooperative, bare: true, cell: (line) => line.request.cooperativeName },
              ...(desk.teams.length > 0 ? [teamColumn(desk)] : []),
              {
                key: 'deadline',
                label: words.columns.deadline,
                bare: true,
                cell: (line) =>
                  line.deadline ? <DaysLeft days={daysBetween(desk.today, line.deadline.last)} of={56} until={longDay(line.deadline.last)} /> : queue.still,
              },
            ]}
          />
          <Button shortcut="a">{queue.take}</Button>
          {desk.teams.length > 0 ? (
            <Fold summary={queue.give}>
              <GiveFields teams={desk.teams} />
              <Button look="secondary" action="/toestemmingen/team">
                {queue.giveButton}
              </Button>
            </Fold>
          ) : null}
        </Form>
      </Card>
      {teams}
    </>
  )
}

function teamColumn(desk: Desk) {
  return { key: 'team', label: words.columns.team, cell: (line: RequestLine) => desk.teamOf.get(line.request.id) ?? words.queue.noTeam }
}

/** Statements that wait: what deviates to open, what fits to answer at once. */
export function ReadTab(props: { desk: Desk; keys: () => Keys }) {
  const { differing, plain } = props.desk
  if (differing.length + plain.length === 0) {
    return (
      <>
        <Empty title={words.read.empty} what={words.read.emptyNext}>
          <a href="/opgaven">{words.read.all}</a>
        </Empty>
        <JustRead {...props} />
      </>
    )
  }
  return (
    <>
      {differing.length > 0 ? (
        <Card title={words.read.differs} class="tight">
          <Statements statements={differing} caption={words.read.differs} desk={props.desk} />
        </Card>
      ) : null}
      {plain.length > 0 ? (
        <Card title={words.read.green} class="tight">
          <p class="soft">{words.read.greenNote}</p>
          <Form action="/opgaven/ontvangst" keys={props.keys()}>
            <HiddenField name="terug" value={addressOfTab('opgaven', props.desk, props.desk.page)} />
            <Statements statements={plain} caption={words.read.green} desk={props.desk} select />
            <Button look="secondary" shortcut="a">
              {words.read.none}
            </Button>
          </Form>
        </Card>
      ) : null}
      <JustRead {...props} />
      <p>
        <a href="/opgaven">{words.read.all}</a>
      </p>
    </>
  )
}

/** What was answered a moment ago, and can still be taken back. */
function JustRead(props: { desk: Desk; keys: () => Keys }) {
  const { justRead } = props.desk
  if (justRead.length === 0) return null
  return (
    <Card title={words.read.just} class="tight">
      <p class="soft">{words.read.justNote}</p>
      <Form action="/opgaven/ontvangst/terug" keys={props.keys()}>
        <HiddenField name="terug" value={addressOfTab('opgaven', props.desk, props.desk.page)} />
        <Statements statements={justRead} caption={words.read.just} desk={props.desk} select />
        <Button look="secondary">{words.read.undo}</Button>
      </Form>
    </Card>
  )
}

function Statements(props: { statements: readonly SentStatement[]; caption: string; desk: Desk; select?: boolean }) {
  const { columns } = words.read
  // Whoever opens one from here comes back here after answering it.
  const back = encodeURIComponent(addressOfTab('opgaven', props.desk, props.desk.page))
  const href = (each: SentStatement) => `/opgaven/${each.id}?terug=${back}`
  return (
    <Table
      caption={props.caption}
      captionHidden
      dense
      keys
      rows={props.statements}
      rowKey={(each) => each.id}
      rowHref={href}
      {...(props.select ? { select: { name: 'statements', label: (each: SentStatement) => `${each.content.name}, ${longMonth(each.month)}` } } : {})}
      columns={[
        {
          key: 'who',
          label: columns.who,
          header: true,
          cell: (each) => (
            <>
              <a href={href(each)}>{each.content.name}</a>
              <StandIn desk={props.desk} member={each.member} />
            </>
          ),
        },
        { key: 'month', label: columns.month, bare: true, cell: (each) => longMonth(each.month) },
        { key: 'cooperative', label: columns.cooperative, bare: true, cell: (each) => each.content.cooperative },
        { key: 'turnover', label: columns.turnover, numeric: true, cell: (each) => <Amount cents={each.content.turnover} /> },
        { key: 'paid', label: columns.paid, numeric: true, cell: (each) => <Amount cents={statementPaid(each.content)} /> },
        { key: 'sent', label: columns.sent, cell: (each) => longInstant(each.releasedAt) },
      ]}
    />
  )
}

const ASKED = ['questionAsked', 'conditionAsked', 'requestAsked', 'requestToAnswer'] as const
const isAsked = (what: string): what is (typeof ASKED)[number] => ASKED.some((each) => each === what)

/** Questions that wait for an answer, about whatever they are: the first last day on top. */
export function AskedTab(props: { desk: Desk }) {
  const { desk } = props
  const rows = [
    ...desk.asked.map((each) => ({
      key: `${each.what} ${each.id} ${each.about}`,
      href: addressOf(each, 'office'),
      member: each.member,
      who: (each.member && desk.names.get(each.member)) ?? words.somebody,
      about: words.asked.kinds[isAsked(each.what) ? each.what : 'statementAsked'],
      words: each.about ?? '',
      until: each.until,
    })),
    ...desk.askedBack.map(({ request }) => {
      const asked = request.events.findLast((event) => event.kind === 'moreAsked')
      return {
        key: request.id,
        href: `/toestemmingen/${request.id}`,
        member: request.member,
        who: request.memberName ?? words.somebody,
        about: words.asked.kinds.request,
        words: asked?.question ?? request.work,
        until: asked?.answerBefore ?? null,
      }
    }),
  ].toSorted((a, b) => (a.until ?? '9').localeCompare(b.until ?? '9'))
  const { columns } = words.asked
  return (
    <Table
      caption={words.tabs.asked}
      captionHidden
      dense
      keys
      rows={rows}
      rowKey={(each) => each.key}
      rowHref={(each) => each.href}
      empty={<Empty title={words.asked.empty} what={words.asked.emptyNext} />}
      columns={[
        {
          key: 'who',
          label: columns.who,
          header: true,
          cell: (each) => (
            <>
              <a href={each.href}>{each.who}</a>
              <StandIn desk={desk} member={each.member} />
            </>
          ),
        },
        { key: 'about', label: columns.about, bare: true, cell: (each) => each.about },
        { key: 'words', label: columns.words, bare: true, cell: (each) => each.words },
        {
          key: 'until',
          label: columns.until,
          cell: (each) => (each.until ? <DaysLeft days={daysBetween(desk.today, each.until)} until={longDay(each.until)} /> : words.asked.noDay),
        },
      ]}
    />
  )
}

/** Consents that end within sixty days, the first on top. */
export function EndingTab(props: { desk: Desk }) {
  const { desk } = props
  const day = (line: RequestLine) => untilOf(line) ?? desk.today
  return (
    <Table
      caption={words.ending}
      captionHidden
      dense
      keys
      rows={desk.ending}
      rowKey={(line) => line.request.id}
      rowHref={(line) => `/toestemmingen/${line.request.id}`}
      empty={<Empty title={words.endingEmpty} what={words.endingEmptyNext} />}
      columns={[
        {
          key: 'who',
          label: words.columns.who,
          header: true,
          cell: (line) => (
            <>
              <a href={`/inwoners/${line.request.member}`}>{line.request.memberName ?? words.somebody}</a>
              <StandIn desk={desk} member={line.request.member} />
            </>
          ),
        },
        { key: 'work', label: words.columns.work, bare: true, cell: (line) => line.request.work },
        { key: 'cooperative', label: words.columns.cooperative, bare: true, cell: (line) => line.request.cooperativeName },
        {
          key: 'deadline',
          label: words.columns.deadline,
          bare: true,
          cell: (line) => <DaysLeft days={daysBetween(desk.today, day(line))} of={60} until={longDay(day(line))} />,
        },
      ]}
    />
  )
}
