import { type Day, dayOf, daysBetween, longDay, shortDay } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import { Card, LinkList, PageHead, Tag } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { office } from '../office.nl.ts'
import { aboutOf, Nothing, Shortcuts } from '../pages/office-homes.tsx'
import { addressOf } from '../waiting.rules.ts'
import type { MemberLine, Signal } from './coach.rules.ts'
import type { CoachHome } from './coach.ts'

const words = office.coach

/** Who needs the coach: the own members with what waits, and in one line those who need nothing now. */
export function CoachHomePage(props: { readonly home: CoachHome }) {
  const { members, today, applications } = props.home
  const needing = members.filter(({ signals }) => signals.length > 0)
  const well = members.filter(({ signals }) => signals.length === 0)
  const things = needing.reduce((sum, { signals }) => sum + signals.length, 0)
  return (
    <>
      <PageHead title={words.title} lead={needing.length > 0 ? words.answer(needing.length, things) : words.none} />
      <div class="side">
        <Card>
          {needing.length > 0 ? (
            <Table
              caption={words.table}
              columns={[
                { key: 'member', label: office.columns.member, header: true, cell: (line) => <a href={`/leden/${line.member}`}>{line.name}</a> },
                { key: 'signals', label: office.columns.what, bare: true, cell: (line) => <Signals line={line} today={today} /> },
              ]}
              rows={needing}
              rowKey={(line) => line.member}
              rowHref={(line) => goOf(line, line.signals[0])}
              rowTone={(line) => (line.signals.some((signal) => isHot(signal, today)) ? 'hot' : undefined)}
              keys
              dense
            />
          ) : (
            <Nothing title={words.none} text={words.noneText} href="/leden" go={words.noneGo} />
          )}
          {well.length > 0 ? (
            <p>
              {words.well}{' '}
              {well.map(({ member, name }, index) => (
                <>
                  {index > 0 ? ', ' : ''}
                  <a key={member} href={`/leden/${member}`}>
                    {name}
                  </a>
                </>
              ))}
              .
            </p>
          ) : null}
          <p class="small soft">{words.quietNote}</p>
        </Card>
        <div class="stack-l">
          <Card title={words.applications}>
            {applications.length > 0 ? (
              <LinkList
                items={applications.map((each) => ({
                  href: addressOf(each, 'office'),
                  icon: 'sprout',
                  label: each.about ? fill(words.applicationOf, { name: each.about }) : words.applicationNameless,
                  note: each.since ? fill(office.since, { day: longDay(dayOf(each.since)) }) : undefined,
                }))}
              />
            ) : (
              <p class="soft">{words.noApplications}</p>
            )}
          </Card>
          <Shortcuts title={words.shortcuts} links={words.links} />
        </div>
      </div>
    </>
  )
}

function Signals(props: { readonly line: MemberLine; readonly today: CoachHome['today'] }) {
  const { line, today } = props
  return (
    <ul class="stack-s">
      {line.signals.map((signal) => (
        <li key={signal.what === 'quiet' ? 'quiet' : `${signal.what} ${signal.id ?? ''} ${signal.about ?? ''}`}>
          <a href={goOf(line, signal)}>{nameOf(signal)}</a> <Left until={untilOf(signal)} today={today} />
          {noteOf(signal) ? <small>{noteOf(signal)}</small> : null}
        </li>
      ))}
    </ul>
  )
}

/** How long there is, in a word beside what waits. */
function Left(props: { readonly until: Day | null; readonly today: Day }) {
  if (props.until === null) return null
  const days = daysBetween(props.today, props.until)
  return <Tag tone={days <= 3 ? 'wrong' : days <= 7 ? 'wait' : 'plain'}>{words.left(days)}</Tag>
}

/** The last day of what waits; a bill that is late is told by itself. */
function untilOf(signal: Signal): Day | null {
  return signal.what === 'quiet' || signal.what === 'invoiceOpen' ? null : signal.until
}

function nameOf(signal: Signal): string {
  if (signal.what === 'quiet') return words.quiet
  return signal.what === 'invoiceOpen' ? words.invoiceLate : office.wait[signal.what]
}

function noteOf(signal: Signal): string {
  if (signal.what === 'quiet') return fill(words.quietDays, { weeks: Math.floor(signal.days / 7) })
  if (signal.what === 'invoiceOpen') return [signal.about, signal.until ? fill(words.dueOn, { day: shortDay(signal.until) }) : null].filter(Boolean).join(' · ')
  const when = signal.until
    ? fill(words.until, { day: shortDay(signal.until) })
    : signal.since
      ? fill(office.since, { day: shortDay(dayOf(signal.since)) })
      : null
  return [aboutOf(signal), when].filter(Boolean).join(' · ')
}

function goOf(line: MemberLine, signal: Signal | undefined): string {
  return !signal || signal.what === 'quiet' ? `/leden/${line.member}` : addressOf(signal, 'office')
}

function isHot(signal: Signal, today: CoachHome['today']): boolean {
  const until = untilOf(signal)
  return until !== null && daysBetween(today, until) <= 3
}
