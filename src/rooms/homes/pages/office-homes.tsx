import type { ComponentChildren } from 'preact'
import { dayOf, daysBetween, longDay, longMonth, monthAfter, monthOf, shortDay } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import { ErrandsCard, type MemberId } from '#rooms/access'
import { BooksNotice } from '#rooms/ledger'
import { ButtonLink } from '#ui/fields.tsx'
import { Amount, Card, DaysLeft, Empty, Figures, LinkList, PageHead } from '#ui/parts.tsx'
import { type Column, Table } from '#ui/table.tsx'
import type { Waiting } from '../homes.sql.ts'
import type { TreasurerHome } from '../homes.ts'
import { office } from '../office.nl.ts'
import { addressOf } from '../waiting.rules.ts'
import { BeginningCard } from './beginning-page.tsx'

type Task = Waiting & { readonly what: keyof typeof office.wait }

/** What must be checked, matched, sent, closed. */
export function TreasurerHomePage(props: { home: TreasurerHome }) {
  const { home } = props
  const words = office.treasurer
  const count = (what: string) => home.work.filter((each) => each.what === what).length
  // With little to do there is room beside the month for what is late.
  const quiet = home.work.length <= 3
  const figure = (n: number, [one = '', more = '']: readonly string[], href: string, tone: 'warn' | 'wrong' = 'warn') =>
    ({ figure: n, label: n === 1 ? one : more, href, tone: n > 0 ? tone : 'plain' }) as const
  return (
    <>
      <PageHead title={words.title} />
      <BooksNotice verdict={home.verdict} />
      <BeginningCard next={home.beginning} />
      <ErrandsCard lines={home.errands} language="nl" />
      <Figures
        items={[
          figure(count('invoiceToSend'), words.figures.invoices, '/facturen'),
          figure(home.bankLines, words.figures.bank, '/bank'),
          figure(count('receiptToJudge'), words.figures.receipts, '/bonnen'),
          figure(home.overdue.length, words.figures.overdue, '/facturen', 'wrong'),
        ]}
      />
      <div class="side">
        <div class="stack-l">
          <Card>
            {home.work.length > 0 ? (
              <Tasks caption={words.table} tasks={home.work} names={home.names} today={home.today} />
            ) : home.bankLines > 0 ? (
              <Nothing title={words.bankOnly} text={words.bankOnlyText} href="/bank" go={words.bankOnlyGo(home.bankLines)} />
            ) : (
              <Nothing title={words.none} text={words.noneText} href="/bank" go={words.noneGo} />
            )}
          </Card>
          {quiet ? <OverdueCard home={home} /> : null}
        </div>
        <div class="stack-l">
          <MonthCard home={home} />
          {quiet ? null : <OverdueCard home={home} />}
          <Shortcuts title={words.shortcuts} links={words.links} />
        </div>
      </div>
    </>
  )
}

/** So many of what is late stand on the page itself; how many more there are is said below them. */
const SHOWN = 8

function OverdueCard({ home }: { home: TreasurerHome }) {
  const words = office.treasurer
  const all = [...home.lateBills, ...home.overdue]
  const late = all.slice(0, SHOWN)
  return (
    <Card title={words.overdue}>
      {late.length > 0 ? (
        <LinkList
          items={late.map((each) => ({
            href: addressOf(each, 'office'),
            icon: 'paper',
            label: (
              <>
                {each.about} {each.cents ? <Amount cents={each.cents} /> : null}
              </>
            ),
            note: each.until ? words.overdueBy(daysBetween(each.until, home.today)) : undefined,
          }))}
        />
      ) : (
        <p class="soft">{words.overdueNone}</p>
      )}
      {all.length > SHOWN ? (
        <p>
          <a href="/facturen">{words.overdueMore(all.length - SHOWN)}</a>
        </p>
      ) : null}
      {home.overdue.length > 0 ? (
        <ButtonLink href="/facturen/herinneren" look={home.toRemind > 0 ? 'primary' : 'secondary'} icon="letter">
          {words.toRemind(home.toRemind)}
        </ButtonLink>
      ) : null}
    </Card>
  )
}

function MonthCard(props: { home: TreasurerHome }) {
  const { lastClosed, today } = props.home
  const words = office.treasurer
  const running = monthOf(today)
  const next = lastClosed ? monthAfter(lastClosed.month) : monthAfter(running, -1)
  const text = !lastClosed ? words.monthNone : next < running ? words.monthNext : words.monthRuns
  return (
    <Card title={words.month}>
      <p>{fill(text, { month: capital(longMonth(next)) })}</p>
      <ButtonLink href={`/maand/${next}`} look={next < running ? 'primary' : 'secondary'} after="arrow">
        {fill(words.monthGo, { month: longMonth(next) })}
      </ButtonLink>
      <ButtonLink href="/taken" look="plain">
        {words.tasks}
      </ButtonLink>
    </Card>
  )
}

/** A list of what waits, each with its last day and a way in. */
export function Tasks(props: { caption: string; tasks: readonly Task[]; names: ReadonlyMap<MemberId, string>; today: TreasurerHome['today'] }) {
  const who = (task: Task) => (task.member ? (props.names.get(task.member) ?? office.nobody) : office.allOfUs)
  const amounts = props.tasks.some((task) => task.cents !== null)
  const columns: readonly (Column<Task> | null)[] = [
    { key: 'member', label: office.columns.member, header: true, cell: who },
    {
      key: 'what',
      label: office.columns.what,
      bare: true,
      cell: (task) => (
        <>
          {office.wait[task.what]}
          {task.about ? <small>{aboutOf(task)}</small> : null}
        </>
      ),
    },
    amounts
      ? {
          key: 'amount',
          label: office.columns.amount,
          numeric: true,
          phone: 'beside',
          cell: (task) => (task.cents !== null && task.what !== 'statementToSend' ? <Amount cents={task.cents} /> : null),
        }
      : null,
    {
      key: 'until',
      label: office.columns.until,
      bare: true,
      cell: (task) =>
        task.until ? (
          <DaysLeft days={daysBetween(props.today, task.until)} until={longDay(task.until)} />
        ) : task.since ? (
          <span class="soft nowrap">{fill(office.since, { day: shortDay(dayOf(task.since)) })}</span>
        ) : null,
    },
    {
      key: 'go',
      label: office.columns.go,
      quiet: true,
      phone: 'below',
      cell: (task) => (
        <ButtonLink href={addressOf(task, 'office')} look="secondary" size="small">
          {office.open}
          <span class="vh">: {`${office.wait[task.what]}, ${who(task)}`}</span>
        </ButtonLink>
      ),
    },
  ]
  return (
    <Table
      caption={props.caption}
      columns={columns.filter((column) => column !== null)}
      rows={props.tasks}
      rowKey={(task) => `${task.what} ${task.id ?? ''} ${task.member ?? ''} ${task.about ?? ''}`}
      rowHref={(task) => addressOf(task, 'office')}
      rowTone={(task) => (task.until && daysBetween(props.today, task.until) <= 3 ? 'hot' : undefined)}
      keys
      dense
    />
  )
}

export function Nothing(props: { title: string; text: ComponentChildren; href: string; go: string }) {
  return (
    <Empty title={props.title} what={props.text}>
      <ButtonLink href={props.href} look="secondary">
        {props.go}
      </ButtonLink>
    </Empty>
  )
}

export function Shortcuts(props: { title: string; links: readonly (readonly string[])[] }) {
  return (
    <Card title={props.title}>
      <LinkList items={props.links.map(([href = '', label = '']) => ({ href, label }))} />
    </Card>
  )
}

/** A month, a name or a reason that a thing that waits is about, as people read it. */
export function aboutOf(task: Pick<Waiting, 'what' | 'about'>): string {
  return (task.what === 'statementToSend' || task.what === 'statementChanged') && task.about
    ? longMonth(task.about as Parameters<typeof longMonth>[0])
    : (task.about ?? '')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
