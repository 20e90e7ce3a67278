import { type Context, Hono } from 'hono'
import { longDay } from '#kit/day.ts'
import { isId } from '#kit/ids.ts'
import { renderPdf } from '#kit/pdf.ts'
import { refuse } from '#kit/refusal.ts'
import { act, change, type Env, formKeys, looked, scopeOf, show } from '#rooms/access'
import { findMember } from '#rooms/members'
import { cooperativeOf } from '#rooms/organisations'
import { departureTexts } from '../departure.en.ts'
import type { DepartureId } from '../departure.rules.ts'
import { departureById } from '../wizard/wizard.ts'
import { closingTexts } from './closing.en.ts'
import { statementPaper } from './papers.ts'
import { closeDeparture, departureStatementNow, finalStatements, sameStatement } from './statement.ts'
import { StatementPage } from './statement-page.tsx'
import { takeAlong } from './taking.ts'

/** The departure statement and the data that somebody takes along. */
export const closing = new Hono<Env>()

type C = Context<Env>

closing.get('/vertrek/:departure/overzicht', async (c) => {
  const found = await statementFound(c)
  const { departure, finals, now } = found
  const last = finals.at(-1)
  const changed = last !== undefined && !sameStatement(last, now)
  const over = departure.moments.confirmed !== undefined && (departure.answers.lastDay?.on ?? now.on) < now.on
  const closes = over && !found.own && (last === undefined || changed) && c.var.seat !== null && scopeOf('departure.close', c.var.seat.role) !== null
  const base = `/vertrek/${departure.id}`
  return show(c, {
    title: closingTexts(c.var.language).title,
    body: <StatementPage {...found} base={base} changed={changed} closes={closes} keys={formKeys(c)} language={c.var.language} />,
  })
})

closing.post('/vertrek/:departure/overzicht', (c) =>
  change(c, 'departure.close', {
    run: (tx, permit) => closeDeparture(tx, permit, departureIn(c)),
    done: 'departureClosed',
    to: () => `/vertrek/${departureIn(c)}/overzicht`,
  }),
)

closing.get('/vertrek/:departure/overzicht/pdf', async (c) => {
  const { now, finals, name, departure, sender } = await statementFound(c)
  const asked = c.req.query('versie')
  const { language } = c.var
  const statement = asked ? finals.find((each) => String(each.version) === asked) : now
  if (!statement) return refuse(departureTexts(language).refusals.missing, {}, { kind: 'missing' })
  const lastDay = departure.answers.lastDay ? longDay(departure.answers.lastDay.on, language) : departureTexts(language).list.unknown
  const pdf = await renderPdf({
    template: 'kit/pdf/letter.typ',
    data: statementPaper(statement, { name, lastDay, sender }, language),
    standard: 'ua-1',
    madeAt: Math.floor((statement.madeAt ?? c.var.world.clock.now()).epochMilliseconds / 1000),
  })
  return c.body(pdf as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': 'application/pdf', 'Content-Disposition': 'inline; filename="vertrekoverzicht.pdf"' })
})

closing.get('/vertrek/:departure/gegevens', async (c) => {
  const bytes = await act(c, 'departure.take', async (tx, permit) => takeAlong(tx, permit, await departureById(tx, permit, departureIn(c))))
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': 'application/zip',
    'Content-Disposition': `attachment; filename="${closingTexts(c.var.language).files.zip}"`,
  })
})

function statementFound(c: C) {
  return act(c, 'departure.read', async (tx, permit) => {
    const departure = await departureById(tx, permit, departureIn(c))
    await looked(tx, permit, [departure.member])
    const { tradeName, street, postCode, city } = await cooperativeOf(tx, permit)
    return {
      departure,
      name: (await findMember(tx, permit, departure.member))?.name ?? '',
      own: permit.person === departure.member,
      now: await departureStatementNow(tx, permit, departure.member),
      finals: await finalStatements(tx, permit, departure.id),
      sender: [tradeName, street, `${postCode} ${city}`],
    }
  })
}

function departureIn(c: C): DepartureId {
  const id = c.req.param('departure') ?? ''
  return isId(id) ? (id as DepartureId) : refuse(departureTexts(c.var.language).refusals.missing, {}, { kind: 'missing' })
}
