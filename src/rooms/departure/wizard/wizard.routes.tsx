import { type Context, Hono } from 'hono'
import { dayOf } from '#kit/day.ts'
import { choice, type Problems, ticked, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { type Action, act, change, type Env, formKeys, looked, type MemberId, scopeOf, show } from '#rooms/access'
import { activeNames, findMember, memberNames } from '#rooms/members'
import { departureTexts } from '../departure.en.ts'
import type { DepartureId, StepName } from '../departure.rules.ts'
import { laterTold } from '../later/figures.ts'
import { wishOf } from '../later/later.sql.ts'
import { chooseLater } from '../later/later.ts'
import { questionRows } from '../pots/pots.sql.ts'
import { alongOf } from './along.ts'
import { formOf, SLUGS, stepIn } from './forms.ts'
import { BeginPage, DeparturesPage, OverviewPage, SummaryPage } from './overview-page.tsx'
import { StepPage } from './step-page.tsx'
import { departureStanding, stepAfter } from './steps.rules.ts'
import { agreeDeparture, answerStep, beginDeparture, callOff, confirmDeparture, departureById, departureOf, departuresInReach } from './wizard.ts'

/** Leaving step by step: begun by the member or whoever helps, and read by both. */
export const wizard = new Hono<Env>()

type C = Context<Env>

wizard.get('/vertrek', async (c) => {
  if (c.var.seat?.role === 'member') return beginPage(c, c.var.person?.id ?? refuse(departureTexts(c.var.language).refusals.missing, {}, { kind: 'missing' }))
  const found = await act(c, 'departure.read', async (tx, permit) => {
    const departures = await departuresInReach(tx, permit)
    await looked(tx, permit, [...new Set(departures.map(({ member }) => member))])
    const names = await memberNames(tx, permit)
    const waiting = new Set((await questionRows(tx, permit)).filter(({ answers }) => answers.length === 0).map(({ departure }) => departure))
    const rows = departures.map((departure) => ({
      departure,
      name: names.get(departure.member) ?? '',
      waits: waiting.has(departure.id),
      lastDay: departure.answers.lastDay?.on ?? null,
    }))
    const here = await activeNames(tx, permit, permit.today)
    const mayBegin = [...names].filter(([member]) => here.has(member) && member !== permit.person).map(([member, name]) => ({ member, name }))
    return { rows, mayBegin, later: await laterTold(tx, permit) }
  })
  return show(c, { title: departureTexts(c.var.language).list.title, body: <DeparturesPage {...found} language={c.var.language} /> })
})

wizard.get('/leden/:member/vertrek', (c) => beginPage(c, memberIn(c)))

wizard.post('/vertrek', (c) => begin(c, (c.var.person?.id ?? '') as MemberId))

wizard.post('/leden/:member/vertrek/begin', (c) => begin(c, memberIn(c)))

wizard.get('/vertrek/:departure', async (c) => {
  const found = await departureFound(c)
  return show(c, { title: titleOf(c, found), body: <OverviewPage {...found} keys={() => formKeys(c)} problems={null} language={c.var.language} /> })
})

wizard.get('/vertrek/:departure/stap/:step', (c) => stepPage(c, null))

wizard.post('/vertrek/:departure/stap/:step', (c) => {
  const [id, step] = [departureIn(c), stepOf(c)]
  return change(c, 'departure.fill', {
    form: formOf(step),
    run: (tx, permit, answer) => answerStep(tx, permit, id, step, answer),
    done: 'departureStep',
    to: () => {
      const next = stepAfter(step)
      return next ? `/vertrek/${id}/stap/${SLUGS[next]}` : `/vertrek/${id}/samenvatting`
    },
    again: (problems) => stepPage(c, problems),
  })
})

wizard.get('/vertrek/:departure/samenvatting', (c) => summaryPage(c, null))

wizard.post('/vertrek/:departure/akkoord', (c) =>
  change(c, 'departure.agree', {
    run: (tx, permit) => agreeDeparture(tx, permit, departureIn(c)),
    done: 'departureAgreed',
    to: () => `/vertrek/${departureIn(c)}`,
  }),
)

wizard.post('/vertrek/:departure/bevestiging', (c) =>
  change(c, 'departure.confirm', {
    form: z.object({ heard: ticked() }),
    run: (tx, permit, { heard }) => confirmDeparture(tx, permit, departureIn(c), heard),
    done: 'departureConfirmed',
    to: () => `/vertrek/${departureIn(c)}`,
    again: (problems) => summaryPage(c, problems),
  }),
)

wizard.post('/vertrek/:departure/afbreken', (c) =>
  change(c, 'departure.fill', {
    run: (tx, permit) => callOff(tx, permit, departureIn(c)),
    done: 'departureCalledOff',
    to: () => `/vertrek/${departureIn(c)}`,
  }),
)

wizard.post('/vertrek/:departure/later', (c) =>
  change(c, 'departure.agree', {
    form: z.object({ agrees: choice(['ja', 'nee']) }),
    run: (tx, permit, { agrees }) => chooseLater(tx, permit, departureIn(c), agrees === 'ja'),
    done: 'departureLater',
    to: () => `/vertrek/${departureIn(c)}`,
  }),
)

function begin(c: C, member: MemberId) {
  return change(c, 'departure.fill', {
    run: (tx, permit) => beginDeparture(tx, permit, member),
    done: 'departureBegun',
    to: (id) => `/vertrek/${id}`,
  })
}

async function beginPage(c: C, member: MemberId): Promise<Response> {
  const words = departureTexts(c.var.language)
  const found = await act(c, 'departure.read', async (tx, permit) => {
    const row = (await findMember(tx, permit, member)) ?? refuse(words.refusals.missing, {}, { kind: 'missing' })
    await looked(tx, permit, [member])
    return { name: row.name, own: permit.person === member, departure: await departureOf(tx, permit, member) }
  })
  if (found.departure) return c.redirect(`/vertrek/${found.departure.id}`, 303)
  const action = found.own ? '/vertrek' : `/leden/${member}/vertrek/begin`
  return show(c, {
    title: words.title,
    body: <BeginPage name={found.name} own={found.own} action={action} keys={() => formKeys(c)} language={c.var.language} />,
  })
}

async function departureFound(c: C) {
  const id = departureIn(c)
  const rights = { confirm: may(c, 'departure.confirm'), agree: may(c, 'departure.agree'), take: may(c, 'departure.take') }
  return act(c, 'departure.read', async (tx, permit) => {
    const departure = await departureById(tx, permit, id)
    await looked(tx, permit, [departure.member])
    const [along, asked] = [await alongOf(tx, permit, departure), await wishOf(tx, permit, id)]
    const waits = (await questionRows(tx, permit, { departure: id })).find(({ answers }) => answers.length === 0)?.askedAt ?? null
    return { departure, along, asked, waits: waits && dayOf(waits), own: permit.person === departure.member, today: permit.today, may: rights }
  })
}

async function stepPage(c: C, problems: Problems | null): Promise<Response> {
  const step = stepOf(c)
  const found = await departureFound(c)
  if (departureStanding(found.departure) !== 'running') return c.redirect(`/vertrek/${found.departure.id}`, 303)
  const body = <StepPage {...found} step={step} keys={formKeys(c)} problems={problems} language={c.var.language} />
  return show(c, { title: departureTexts(c.var.language).steps[step], body, ...(problems ? { status: 422 as const } : {}) })
}

async function summaryPage(c: C, problems: Problems | null): Promise<Response> {
  const found = await departureFound(c)
  const body = <SummaryPage {...found} keys={() => formKeys(c)} problems={problems} language={c.var.language} />
  return show(c, { title: departureTexts(c.var.language).summaryTitle, body, ...(problems ? { status: 422 as const } : {}) })
}

function titleOf(c: C, { own, along }: Awaited<ReturnType<typeof departureFound>>): string {
  const words = departureTexts(c.var.language)
  return own ? words.title : fill(words.titleOf, { name: along.name })
}

function may(c: C, action: Action): boolean {
  return c.var.seat !== null && scopeOf(action, c.var.seat.role) !== null
}

function departureIn(c: C): DepartureId {
  return known(c, c.req.param('departure')) as DepartureId
}

function memberIn(c: C): MemberId {
  return known(c, c.req.param('member')) as MemberId
}

function stepOf(c: C): StepName {
  return stepIn(c.req.param('step') ?? '') ?? refuse(departureTexts(c.var.language).refusals.missing, {}, { kind: 'missing' })
}

function known(c: C, id: string | undefined): string {
  return id && isId(id) ? id : refuse(departureTexts(c.var.language).refusals.missing, {}, { kind: 'missing' })
}
