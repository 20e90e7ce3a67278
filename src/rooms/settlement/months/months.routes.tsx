import { type Context, Hono } from 'hono'
import { findMonth, longMonth, type Month } from '#kit/day.ts'
import { type Cents, plus, ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { act, change, type Env, errandAddress, formKeys, type MemberId, scopeOf, show } from '#rooms/access'
import type { Receiver, ShareLine } from '#rooms/agreements'
import { type MemberSplit, type StoredReversal, type WholeMonth, wholeMonths } from '../dividing/facts.rules.ts'
import { monthRefusals } from '../settlement.en.ts'
import { nl } from '../settlement.nl.ts'
import { closeOrAsk, MEMBERS_AT_ONCE } from './long-close.ts'
import { closings, lookAtMonth, openMonth } from './months.ts'
import { ClosedMonthPage, OpenMonthPage } from './pages/month-page.tsx'
import { MonthsPage } from './pages/months-page.tsx'
import type { MonthLine } from './pages/split-table.tsx'

export const routes = new Hono<Env>()

routes.get('/maand', async (c) => {
  const found = await act(c, 'month.see', async (tx, permit) => {
    const closed = await closings(tx, permit)
    return { open: await openMonth(tx, permit, closed), closings: closed }
  })
  return show(c, { title: nl.list.title, body: <MonthsPage {...found} /> })
})

routes.get('/maand/:month', async (c) => {
  const month = monthIn(c)
  const { closed, open } = await act(c, 'month.see', (tx, permit) => lookAtMonth(tx, permit, month))
  // The board sees how a month divides, and not into the files of members.
  const mayFollow = c.var.seat !== null && scopeOf('split.read', c.var.seat.role) !== null
  if (closed) {
    const lines = byName(
      closed.months.map((each) => lineOfStored(each, closed.reversals)),
      closed.names,
    )
    return show(c, { title: longMonth(month), body: <ClosedMonthPage {...closed} lines={lines} mayFollow={mayFollow} /> })
  }
  const mayClose = c.var.seat !== null && scopeOf('month.close', c.var.seat.role) !== null
  return show(c, {
    title: longMonth(month),
    body: (
      <OpenMonthPage
        month={month}
        points={open.points}
        cover={open.cover}
        clues={open.clues}
        lines={byName(wholeMonths(open.settlement.splits).map(lineOfWhole), open.names)}
        waiting={open.settlement.waiting}
        aside={open.settlement.aside}
        earlierOpen={open.settlement.earlierOpen}
        names={open.names}
        mayClose={mayClose}
        mayFollow={mayFollow}
        keys={formKeys(c)}
      />
    ),
  })
})

routes.post('/maand/:month/afsluiting', (c) => {
  const month = monthIn(c)
  return change(c, 'month.close', {
    run: (tx, permit) => closeOrAsk(tx, permit, month, c.var.settings.atOnce?.members ?? MEMBERS_AT_ONCE),
    done: (_, to) => (to === `/maand/${month}` ? 'monthClosed' : null),
    to: (errand) => (errand ? errandAddress(errand) : `/maand/${month}`),
  })
})

function monthIn(c: Context<Env>): Month {
  return findMonth(c.req.param('month') ?? '') ?? refuse(monthRefusals[c.var.language].noSuchMonth, {}, { kind: 'missing' })
}

function lineOfWhole(whole: WholeMonth & { readonly splits: readonly MemberSplit[] }): MonthLine {
  const reversals = whole.splits.flatMap((split) => split.reversals)
  return {
    ...whole,
    lossBefore: whole.openLossBefore,
    shares: byReceiver([...whole.lines, ...reversals.flatMap((reversal) => reversal.lines)]),
    back: reversals.map((reversal) => ({ of: reversal.divided.left.month, net: reversal.net })),
  }
}

function lineOfStored(stored: WholeMonth, reversals: readonly StoredReversal[]): MonthLine {
  const own = reversals.filter((reversal) => reversal.member === stored.member)
  return {
    ...stored,
    lossBefore: stored.openLossBefore,
    shares: byReceiver([...stored.lines, ...own.flatMap((reversal) => reversal.lines)]),
    back: own.map((reversal) => ({ of: reversal.ofMonth, net: reversal.net })),
  }
}

function byReceiver(lines: readonly Pick<ShareLine, 'receiver' | 'cents'>[]): Partial<Record<Receiver, Cents>> {
  const shares: Partial<Record<Receiver, Cents>> = {}
  for (const { receiver, cents } of lines) shares[receiver] = plus(shares[receiver] ?? ZERO, cents)
  return shares
}

function byName(lines: readonly MonthLine[], names: ReadonlyMap<MemberId, string>): MonthLine[] {
  const name = (line: MonthLine) => names.get(line.member) ?? ''
  return lines.toSorted((a, b) => name(a).localeCompare(name(b), 'nl'))
}
