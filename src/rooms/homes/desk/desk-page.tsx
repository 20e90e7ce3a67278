import { daysBetween, longDay } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import { KeptFilters } from '#rooms/access'
import { InvitedCard } from '#rooms/coaching'
import { RelocationCard, type RequestLine, STEPS_PLACE, ToPostNotice } from '#rooms/consent'
import { Button, ButtonLink, Form, SelectField } from '#ui/fields.tsx'
import { Pager } from '#ui/pager.tsx'
import { Card, DaysLeft, LinkList, PageHead, Tabs } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { office } from '../office.nl.ts'
import { Nothing } from '../pages/office-homes.tsx'
import { addressOf } from '../waiting.rules.ts'
import { addressOfTab, DESK_TABS } from './address.rules.ts'
import type { Desk } from './desk.ts'
import { AskedTab, EndingTab, QueueTab, ReadTab, standInOf } from './desk-tabs.tsx'

const words = office.caseManager

/** The desk: figures that lead to their tab, then the tab itself; the rest is one sentence. */
export function CaseManagerHomePage(props: { desk: Desk; keys: () => { csrf: string; key: string } }) {
  const { desk } = props
  const last = desk.page === 1 ? desk.toDecide[0]?.deadline?.last : undefined
  const { beslissen: toDecide } = desk.numbers
  const label = { beslissen: words.tabs.decide, team: words.tabs.team, opgaven: words.tabs.read, vragen: words.tabs.asked, af: words.tabs.ending }
  return (
    <>
      <PageHead
        title={words.title}
        lead={`${toDecide > 0 ? words.answer.some(toDecide, last ? longDay(last) : null) : words.answer.none}${words.answer.objections(desk.objections)}`}
      />
      <div class="stack">
        <Tabs
          label={words.tabs.label}
          items={DESK_TABS.map((tab) => ({
            href: addressOfTab(tab, desk),
            label: `${label[tab]} (${desk.numbers[tab]})`,
            current: tab === desk.tab,
          }))}
        />
        <p class="soft">{words.green(desk.green)}</p>
        {desk.cooperatives.size > 1 || asksTeam(desk) ? <DeskFilter desk={desk} /> : null}
        <KeptFilters />
        {desk.tab === 'beslissen' ? <DecideTab home={desk} /> : null}
        {desk.tab === 'team' ? <QueueTab desk={desk} keys={props.keys} /> : null}
        {desk.tab === 'opgaven' ? <ReadTab desk={desk} keys={props.keys} /> : null}
        {desk.tab === 'vragen' ? <AskedTab desk={desk} /> : null}
        {desk.tab === 'af' ? <EndingTab desk={desk} /> : null}
        <Pager at={desk} address={(page) => addressOfTab(desk.tab, desk, page)} />
      </div>
    </>
  )
}

/** Teams say which of what is nobody's is shown: only where that stands. */
function asksTeam(desk: Desk): boolean {
  return desk.teams.length > 0 && (desk.tab === 'beslissen' || desk.tab === 'team')
}

function DeskFilter(props: { desk: Desk }) {
  const { desk } = props
  const { filter } = words
  const inTeam = desk.teams.some(({ mine }) => mine)
  return (
    <Form action="/klantmanager" method="get" class="row">
      <input type="hidden" name="toon" value={desk.tab} />
      {desk.cooperatives.size > 1 ? (
        <SelectField
          name="bij"
          label={filter.label}
          value={desk.cooperative ?? ''}
          options={[{ value: '', label: filter.all }, ...[...desk.cooperatives].map(([value, name]) => ({ value, label: name }))]}
        />
      ) : null}
      {asksTeam(desk) ? (
        <SelectField
          name="team"
          label={filter.team}
          value={desk.team ?? ''}
          options={[
            { value: '', label: inTeam ? filter.myTeams : filter.allTeams },
            ...desk.teams.map(({ id, name }) => ({ value: id as string, label: name })),
            { value: 'geen', label: filter.noTeam },
            ...(inTeam ? [{ value: 'alle', label: filter.allTeams }] : []),
          ]}
        />
      ) : desk.team ? (
        <input type="hidden" name="team" value={desk.team} />
      ) : null}
      <Button look="secondary" size="small">
        {words.filter.go}
      </Button>
    </Form>
  )
}

/** What waits for a decision, with what rests on it beside it. */
function DecideTab(props: { home: Desk }) {
  const { home } = props
  return (
    <div class="side">
      <Card title={words.toDecide}>
        {home.toDecide.length > 0 ? (
          <ToDecide home={home} />
        ) : (
          <Nothing title={words.noneTitle} text={words.noneText} href="/toestemmingen" go={words.noneGo} />
        )}
      </Card>
      <div class="stack-l">
        <Objections home={home} />
        <InvitedCard names={home.invited} />
        <RelocationCard moved={home.moved} />
        <ToPostNotice {...home.toPost} today={home.today} />
        <LettersInHand home={home} />
        <ReviewsAsked home={home} />
        <MoneyWaits home={home} />
        {home.paper.length > 0 ? (
          <Card title={words.paper}>
            <p class="soft">{words.paperNote}</p>
            <LinkList
              items={home.paper.map((line) => ({
                href: line.own ? `/toestemmingen/${line.request.id}/papier` : '/toestemmingen',
                label: line.request.memberName ?? words.somebody,
                note: line.own ? line.request.cooperativeName : words.paperFree,
              }))}
            />
          </Card>
        ) : null}
        {home.moreBeside > 0 ? <p class="soft">{words.moreBeside(home.moreBeside)}</p> : null}
        <p>
          <a href="/overdracht">{words.handOver}</a>
        </p>
        {home.teams.length > 0 ? (
          <p>
            <a href="/teams/overdracht">{words.handToTeam}</a>
          </p>
        ) : null}
        <p>
          <a href="/afwezig">{words.away}</a>
        </p>
        <p>
          <a href="/verwijzen">{words.refer}</a>
        </p>
        <p>
          <a href="/vertrekvragen">{words.leaving}</a>
        </p>
      </div>
    </div>
  )
}

/** Letters that are ready and have not left: own ones, and those that a colleague asks to be read along. */
function LettersInHand(props: { home: Desk }) {
  const { letters, names } = props.home
  if (letters.length === 0) return null
  return (
    <Card title={words.letters.title} look="wait">
      <LinkList
        items={letters.map((each) => ({
          href: addressOf(each, 'office'),
          label: (each.what === 'letterToSee' ? each.about : each.member && names.get(each.member)) ?? words.somebody,
          note: each.what === 'letterToSee' ? words.letters.toSee : words.letters.states[(each.about ?? 'prepared') as keyof typeof words.letters.states],
        }))}
      />
    </Card>
  )
}

/** Objections of own cases: each is decided within its own term. */
function Objections({ home }: { home: Desk }) {
  if (home.objected.length === 0) return null
  return (
    <Card title={words.objections.title} look="wait">
      <LinkList
        items={home.objected.map(({ line, last }) => ({
          href: `/toestemmingen/${line.request.id}`,
          label: line.request.memberName ?? words.somebody,
          note: last ? fill(last < home.today ? words.objections.late : words.objections.until, { day: longDay(last) }) : undefined,
        }))}
      />
    </Card>
  )
}

/** Reviews that residents asked for: each must be answered, with a new decision or with why nothing changes. */
function ReviewsAsked({ home }: { home: Desk }) {
  if (home.reviews.length === 0) return null
  return (
    <Card title={words.reviews.title} look="wait">
      <LinkList
        items={home.reviews.map(({ id, about, askedOn, until }) => ({
          href: `/toestemmingen/${id}`,
          label: about,
          note: fill(words.reviews.until, { on: longDay(askedOn), day: until ? longDay(until) : '–' }),
        }))}
      />
    </Card>
  )
}

/** What waits for a decision, and apart from it what was decided and waits at the cooperative. */
function MoneyWaits(props: { home: Desk }) {
  const { waiting } = props.home
  const toDecide = waiting.filter(({ waits }) => waits === 'decision')
  const decided = waiting.flatMap(({ waits, ...each }) => (waits === 'decision' ? [] : [{ ...each, waits }]))
  const href = (line: RequestLine) => (line.own ? `/toestemmingen/${line.request.id}` : '/toestemmingen')
  const label = (line: RequestLine) => line.request.memberName ?? words.somebody
  return (
    <>
      {toDecide.length > 0 ? (
        <Card title={words.waiting} look="wait">
          <p>{words.waitingNote}</p>
          <LinkList items={toDecide.map(({ line, number }) => ({ href: href(line), label: label(line), note: words.waitingOf(number) }))} />
        </Card>
      ) : null}
      {decided.length > 0 ? (
        <Card title={words.decided}>
          <p class="soft">{words.decidedNote}</p>
          <LinkList
            items={decided.map(({ line, number, waits }) => ({
              href: href(line),
              label: label(line),
              note: `${words.waitingOf(number)} · ${fill(words.decidedWaits[waits], { cooperative: line.request.cooperativeName })}`,
            }))}
          />
        </Card>
      ) : null}
    </>
  )
}

function ToDecide(props: { home: Desk }) {
  const { home } = props
  const own = (line: RequestLine) => line.own === true
  // The file itself opens for whoever handles the case; taking one happens on the list.
  const href = (line: RequestLine) => (own(line) ? `/toestemmingen/${line.request.id}` : '/toestemmingen')
  return (
    <Table
      caption={words.toDecide}
      captionHidden
      dense
      keys
      rows={home.toDecide}
      rowKey={(line) => line.request.id}
      rowHref={(line) => (own(line) ? `${href(line)}#${STEPS_PLACE}` : href(line))}
      rowTone={(line) => (line.deadline && daysBetween(home.today, line.deadline.last) <= 7 ? 'hot' : undefined)}
      columns={[
        {
          key: 'who',
          label: words.columns.who,
          header: true,
          cell: (line) => (
            <>
              {line.request.memberName ?? words.somebody}
              <small>{line.request.work}</small>
              {line.procedure === 'incomplete' ? <small>{words.unanswered}</small> : null}
            </>
          ),
        },
        { key: 'cooperative', label: words.columns.cooperative, bare: true, cell: (line) => line.request.cooperativeName },
        {
          key: 'deadline',
          label: words.columns.deadline,
          bare: true,
          cell: (line) => (line.deadline ? <DaysLeft days={daysBetween(home.today, line.deadline.last)} of={56} until={longDay(line.deadline.last)} /> : null),
        },
        { key: 'whose', label: words.columns.whose, cell: (line) => standInOf(home, line.request.member) ?? (own(line) ? words.mine : words.free) },
        {
          key: 'go',
          label: words.columns.go,
          quiet: true,
          phone: 'below',
          cell: (line) => (
            <ButtonLink href={href(line)} size="small" look={own(line) ? 'primary' : 'secondary'}>
              {own(line) ? words.decide : words.look}
              <span class="vh">: {line.request.memberName ?? words.somebody}</span>
            </ButtonLink>
          ),
        },
      ]}
    />
  )
}
