import { type Day, daysBetween, findMonth, longDay, longMonth } from '#kit/day.ts'
import { count, fill } from '#kit/text.ts'
import { accessTexts } from '#rooms/access'
import { ActionButton, Actions, ButtonLink } from '#ui/fields.tsx'
import { Card, Empty, PageHead, Tag } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { calendar as words } from './calendar.nl.ts'
import { isTicked, type YearDuty } from './calendar.rules.ts'

type Feed = { readonly path: string | null; readonly base: string; readonly may: boolean }
type Keys = () => { readonly csrf: string; readonly key: string }

/** What is late and what is to come, each with who must act, where it is done and the article behind it. */
export function CalendarPage(props: {
  readonly duties: readonly YearDuty[]
  /** The address for one's own agenda, where one was made. */
  readonly feed: Feed
  readonly today: Day
  readonly ticks: boolean
  readonly opens: (kind: YearDuty['kind']) => boolean
  readonly keys: Keys
}) {
  const { duties, today } = props
  const late = duties.filter(({ on }) => on < today)
  const coming = duties.filter(({ on }) => on >= today)
  return (
    <div class="stack-l">
      <PageHead title={words.title} lead={words.lead} />
      <Actions>
        <ButtonLink href="/kalender?vorm=ics" look="secondary" icon="download" download>
          {words.download}
        </ButtonLink>
      </Actions>
      <p class="small soft">{words.downloadNote}</p>
      {late.length > 0 ? (
        <Card>
          <Duties {...props} caption={words.late} rows={late} />
        </Card>
      ) : null}
      <Card>
        <Duties {...props} caption={words.months} rows={coming} />
        <p class="small soft">{words.note}</p>
      </Card>
      {props.feed.may ? <Subscription feed={props.feed} keys={props.keys} /> : null}
    </div>
  )
}

/** A secret address that an agenda reads by itself; renewing it ends the one before. */
function Subscription({ feed, keys }: { readonly feed: Feed; readonly keys: Keys }) {
  const { subscription } = words
  return (
    <Card title={subscription.title} id="abonnement">
      <p>{subscription.what}</p>
      {feed.path ? (
        <>
          <p class="long">
            <a href={feed.path}>
              {feed.base}
              {feed.path}
            </a>
          </p>
          <p class="small soft">{subscription.secret}</p>
        </>
      ) : null}
      <Actions>
        <ActionButton action="/kalender/abonnement" keys={keys()} look="secondary">
          {feed.path ? subscription.renew : subscription.make}
        </ActionButton>
        {feed.path ? (
          <ActionButton action="/kalender/abonnement/einde" keys={keys()} look="plain">
            {subscription.end}
          </ActionButton>
        ) : null}
      </Actions>
    </Card>
  )
}

function Duties(props: {
  readonly caption: string
  readonly rows: readonly YearDuty[]
  readonly today: Day
  readonly ticks: boolean
  readonly opens: (kind: YearDuty['kind']) => boolean
  readonly keys: Keys
}) {
  const { columns } = words
  return (
    <Table
      caption={props.caption}
      rows={props.rows}
      rowKey={(row) => row.key}
      rowTone={(row) => (row.on < props.today ? 'hot' : undefined)}
      columns={[
        { key: 'what', label: columns.what, header: true, cell: (row) => titleOf(row) },
        {
          key: 'on',
          label: columns.on,
          cell: (row) => (
            <>
              <span class="nowrap">{longDay(row.on)}</span> {row.done ? <Tag tone="ok">{words.done}</Tag> : <Left on={row.on} today={props.today} />}
            </>
          ),
        },
        { key: 'who', label: columns.who, cell: (row) => accessTexts.roles[row.who] },
        { key: 'source', label: columns.source, cell: (row) => row.source ?? words.agreed },
        { key: 'go', label: columns.go, quiet: true, phone: 'below', cell: (row) => <Ways row={row} {...props} /> },
      ]}
      empty={<Empty title={words.empty} what={words.emptyText} />}
    />
  )
}

function Left(props: { readonly on: Day; readonly today: Day }) {
  const days = daysBetween(props.today, props.on)
  if (days > 60) return null
  if (days < 0) return <Tag tone="wrong">{count(-days, words.lateOne, words.lateMany)}</Tag>
  return <Tag tone="wait">{days === 0 ? words.today : days === 1 ? words.tomorrow : fill(words.inDays, { n: days })}</Tag>
}

function Ways(props: { readonly row: YearDuty; readonly ticks: boolean; readonly opens: (kind: YearDuty['kind']) => boolean; readonly keys: Keys }) {
  const { row } = props
  const [href, label] = words.go[row.kind]
  const goes = props.opens(row.kind)
  return (
    <div class="actions">
      {goes && href && label ? (
        <ButtonLink href={href} look="plain" size="small">
          {label}
          <span class="vh">: {titleOf(row)}</span>
        </ButtonLink>
      ) : null}
      {props.ticks && isTicked(row.kind) ? (
        <ActionButton action={row.done ? '/kalender/terug' : '/kalender/gedaan'} keys={props.keys()} hidden={{ duty: row.key }} look="secondary" size="small">
          {row.done ? words.untick : words.tick}
          <span class="vh">: {titleOf(row)}</span>
        </ActionButton>
      ) : null}
    </div>
  )
}

/** What a duty is called, with the name of a person only where `named`. */
export function titleOf({ kind, about, number }: YearDuty, named = true): string {
  if (kind === 'role' && !named) return words.roleNameless
  const month = findMonth(about)
  const one = number === 1 && (kind === 'consents' || kind === 'statements') ? (`${kind}One` as const) : kind
  return fill(words.kinds[one], { about: month ? longMonth(month) : about, number: number ?? '' })
}
