import { lastDay, longDay, longInstant, longMonth, type Month } from '#kit/day.ts'
import { euro } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import type { Clue } from '#rooms/banking'
import { Button, ButtonLink, Form } from '#ui/fields.tsx'
import { Alert, Amount, Card, Checklist, Crumbs, Empty, Facts, LinkList, PageHead, Tag } from '#ui/parts.tsx'
import type { Closing, StoredReversal } from '../../dividing/facts.rules.ts'
import type { Aside } from '../../dividing/open-months.rules.ts'
import { nl } from '../../settlement.nl.ts'
import { type Point, stopping } from '../checklist.rules.ts'
import type { Cover } from '../cover.rules.ts'
import { pointText } from '../words.rules.ts'
import { type MonthLine, SplitTable } from './split-table.tsx'

type Names = ReadonlyMap<MemberId, string>

/** The treasurer's month: what must be in order, whether there is cover, what each member gets, one button. */
export function OpenMonthPage(props: {
  month: Month
  points: readonly Point[]
  cover: Cover
  clues: readonly Clue[] | null
  lines: readonly MonthLine[]
  waiting: readonly { readonly member: MemberId; readonly net: MonthLine['turnover']; readonly number: string }[]
  aside: readonly Aside[]
  /** The first month that is open before this one. */
  earlierOpen: Month | null
  names: Names
  mayClose: boolean
  mayFollow: boolean
  keys: { csrf: string; key: string }
}) {
  const { month, points } = props
  const open = stopping(points)
  const on = lastDay(month)
  const words = nl.month
  return (
    <div class="wrap stack">
      <Crumbs items={[{ href: '/maand', label: words.months }]} />
      <PageHead
        title={fill(words.title, { month: longMonth(month) })}
        lead={fill(words.progress, { done: points.filter((point) => point.ok).length, of: points.length })}
      />
      <div class="desk">
        <aside class="stack">
          <Card title={words.checklist} class="tight">
            <Checklist
              items={points.map((point) => {
                const text = pointText(point, nl, on)
                return { label: point.ok ? text.label : text.todo, note: text.note, ok: point.ok, ...mendedAt(point) }
              })}
            />
          </Card>
          {props.clues ? <CluesCard clues={props.clues} /> : null}
          <CoverCard cover={props.cover} />
        </aside>
        <div class="stack">
          <Card title={words.preview} action={<Tag tone="info">{words.previewNote}</Tag>} class="tight">
            <SplitTable
              mayFollow={props.mayFollow}
              month={month}
              lines={props.lines}
              names={props.names}
              empty={
                <Empty title={fill(words.emptySplit, { month: longMonth(month) })} what={words.emptySplitNext}>
                  {null}
                </Empty>
              }
            />
            {props.earlierOpen ? <p class="soft">{fill(words.earlierOpen, { month: longMonth(props.earlierOpen) })}</p> : null}
          </Card>
          {props.aside.length > 0 ? (
            <Card title={words.aside} class="tight">
              <p>{words.asideNote}</p>
              <p>
                <a href="/afspraken">{words.toAgreements}</a>
              </p>
              <Facts
                items={props.aside.map((each) => ({
                  label: fill(words.asideLine, { name: props.names.get(each.member) ?? each.member, number: each.number, day: longDay(each.performedOn) }),
                  value: <Amount cents={each.net} />,
                }))}
              />
            </Card>
          ) : null}
          {props.waiting.length > 0 ? (
            <Card title={words.waiting} class="tight">
              <p>{words.waitingNote}</p>
              <p>
                <a href="/facturen?toon=all">{words.toInvoices}</a>
              </p>
              <Facts
                items={props.waiting.map((each) => ({
                  label: `${props.names.get(each.member) ?? each.member} · ${each.number}`,
                  value: <Amount cents={each.net} />,
                }))}
              />
            </Card>
          ) : null}
          {props.mayClose ? (
            <Card look="lift">
              <Form action={`/maand/${month}/afsluiting`} keys={props.keys}>
                <Button icon="lock" disabled={open.length > 0} describedBy="waarom-niet">
                  {words.close}
                </Button>
                <p id="waarom-niet" class="soft">
                  {open.length > 0 ? words.whyNot : words.closeNote}
                </p>
                {open.length > 0 ? (
                  <ul>
                    {open.map((point) => {
                      const { href } = mendedAt(point)
                      const { todo } = pointText(point, nl, on)
                      return <li key={point.kind}>{href ? <a href={href}>{todo}</a> : todo}</li>
                    })}
                  </ul>
                ) : null}
              </Form>
            </Card>
          ) : null}
        </div>
      </div>
    </div>
  )
}

/** What may explain that bank and books differ, each with a way to the line, the entry or the statements. */
function CluesCard(props: { clues: readonly Clue[] }) {
  const words = nl.month.clues
  return (
    <Card title={words.title} id="verschil" class="tight">
      {props.clues.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <LinkList
          items={props.clues.map((clue) => ({
            href: clue.line ? `/bank/regels/${clue.line}` : clue.entry ? `/grootboek/boeking/${clue.entry}` : '/bank?toon=afschriften',
            icon: clue.whole ? 'warning' : 'question',
            label: fill(words[clue.kind], { day: longDay(clue.on), cents: euro(clue.cents) }),
            note: clue.whole ? words.whole : undefined,
          }))}
        />
      )}
    </Card>
  )
}

/** Where a point is mended: the list that holds just what is left to do. A month that is not over only asks for time. */
function mendedAt(point: Point): { href?: string } {
  if (point.kind === 'over') return {}
  return { href: (point.ok ? undefined : LISTS[point.kind]) ?? point.href }
}

const LISTS: Partial<Record<Point['kind'], string>> = { receipts: '/bonnen?stand=open', invoices: '/facturen?toon=drafts' }

/** A closed month: its figures do not change any more. */
export function ClosedMonthPage(props: {
  closing: Closing
  cover: Cover
  lines: readonly MonthLine[]
  reversals: readonly StoredReversal[]
  names: Names
  mayFollow: boolean
}) {
  const { closing } = props
  const words = nl.month
  return (
    <div class="wrap stack">
      <Crumbs items={[{ href: '/maand', label: words.months }]} />
      <PageHead
        title={longMonth(closing.month)}
        lead={fill(words.closedOn, { at: longInstant(closing.at) })}
        actions={
          props.mayFollow ? (
            <ButtonLink href="/opgaven" look="secondary">
              {words.statements}
            </ButtonLink>
          ) : undefined
        }
      />
      <Card title={words.preview} class="tight">
        <SplitTable
          mayFollow={props.mayFollow}
          month={closing.month}
          lines={props.lines}
          names={props.names}
          empty={<p>{fill(words.emptySplit, { month: longMonth(closing.month) })}</p>}
        />
      </Card>
      {props.reversals.length > 0 ? (
        <Card title={words.backTitle} class="tight">
          <Facts
            items={props.reversals.map((each) => ({
              label: `${props.names.get(each.member) ?? each.member} · ${each.number} · ${longMonth(each.ofMonth)}`,
              value: <Amount cents={-each.net as typeof each.net} />,
            }))}
          />
        </Card>
      ) : null}
      <CoverCard cover={props.cover} />
      <p class="soft small">
        {words.seal}: <code>{closing.head.slice(0, 16)}</code>
      </p>
    </div>
  )
}

function CoverCard(props: { cover: Cover }) {
  const { cover } = props
  const words = nl.month
  const owed = (cents: Cover['pots']) => <Amount cents={-cents as Cover['pots']} />
  return (
    <Card title={words.cover} id="dekking" class="tight">
      <Facts
        items={[
          { label: words.bank, value: <Amount cents={cover.bank} /> },
          { label: words.toReceive, value: <Amount cents={cover.toReceive} /> },
          { label: words.pots, value: owed(cover.pots) },
          { label: words.pools, value: owed(cover.pools) },
          { label: words.debts, value: owed(cover.debts) },
          { label: words.left, value: <Amount cents={cover.left} />, total: true },
        ]}
      />
      {cover.left < 0n ? (
        <Alert tone="warn">
          <p>{fill(words.coverShort, { cents: euro(-cover.left as Cover['left']) })}</p>
          <p>
            <a href="/grootboek">{words.toBooks}</a>
          </p>
        </Alert>
      ) : null}
    </Card>
  )
}
