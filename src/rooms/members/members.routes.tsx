import { type Context, Hono } from 'hono'
import { csvOf } from '#kit/csv.ts'
import { addDays, addMonths, parseDay } from '#kit/day.ts'
import { choice, dayField, email, many, optional, optionalText, type Problems, prose, text, ticked, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { type Action, act, change, type Env, formKeys, looked, type MemberId, type OrganisationId, scopeOf, show } from '#rooms/access'
import { lastVerdict } from '#rooms/ledger'
import { municipalities, trialMonths } from '#rooms/organisations'
import { routes as adding } from './adding/adding.routes.tsx'
import { routes as application } from './application/application.routes.tsx'
import { changeBenefitByForm, settleBenefit } from './benefit/report.ts'
import { BENEFIT_SOURCES } from './benefit.rules.ts'
import { DESTINATIONS, LEAVING_REASONS, nextStages } from './journey.rules.ts'
import { texts } from './members.en.ts'
import { nl } from './members.nl.ts'
import { admit, admitToTrial, changeContact, changeTradeName, chooseSupport, comeBack, leave, memberFile, membersOn } from './members.ts'
import { type MemberOnDay, SUPPORT_KINDS } from './members.types.ts'
import { FilePage } from './pages/file-page.tsx'
import { RegisterPage } from './pages/register-page.tsx'
import { routes as paper, showPaper } from './paper/paper.routes.tsx'
import { referral } from './referral/referral.routes.tsx'
import { routes as register } from './register/register.routes.tsx'

export const routes = new Hono<Env>()
routes.route('/', application)
routes.route('/', referral)
routes.route('/', paper)
routes.route('/', adding)
routes.route('/', register)

type C = Context<Env>

routes.get('/leden', async (c) => {
  const asked = parseDay(c.req.query('op') ?? '')
  const found = await act(c, 'member.read', async (tx, permit) => {
    const on = asked ?? permit.today
    // The board begins here: what the nightly check of the books found is theirs to know.
    return { on, members: await membersOn(tx, permit, on), verdict: permit.role === 'board' ? await lastVerdict(tx, permit) : null }
  })
  const words = texts[c.var.language].register
  if (c.req.query('vorm') === 'csv') {
    // Names on a screen are a list of the day; a file that leaves the house is a look at everybody in it.
    await act(c, 'register.take', (tx, permit) =>
      looked(
        tx,
        permit,
        found.members.map(({ member }) => member),
      ),
    )
    return c.body(registerCsv(found.members), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fill(words.fileName, { day: found.on })}"`,
    })
  }
  const mays = { opens: may(c, 'member.file'), adds: may(c, 'member.add'), leaves: may(c, 'departure.read') }
  return show(c, { title: words.title, body: <RegisterPage {...found} {...mays} language={c.var.language} /> })
})

routes.get('/leden/:member', (c) => (c.req.query('blad') ? showPaper(c) : showFile(c, null)))

routes.get('/mijn-gegevens', async (c) => {
  await act(c, 'access.see', async () => {})
  return c.redirect(`/leden/${c.var.person?.id}`, 303)
})

routes.post('/leden/:member/contact', (c) =>
  change(c, 'member.edit', {
    form: z.object({
      firstName: text(60),
      name: text(120),
      email: optional(email()),
      phone: optionalText(30),
      street: optionalText(120),
      postCode: optionalText(10),
      city: optionalText(80),
      language: choice(['nl', 'en']),
    }),
    run: (tx, permit, form) => changeContact(tx, permit, idIn(c), form, c.var.settings.baseUrl),
    done: 'memberSaved',
    to: () => addressOf(c),
    again: (problems) => showFile(c, { part: 'contact', found: problems }),
  }),
)

routes.post('/leden/:member/bedrijf', (c) =>
  change(c, 'member.edit', {
    form: z.object({ tradeName: text(80), makes: prose(200), from: dayField() }),
    run: (tx, permit, form) => changeTradeName(tx, permit, idIn(c), form),
    done: 'memberSaved',
    to: () => addressOf(c),
    again: (problems) => showFile(c, { part: 'bedrijf', found: problems }),
  }),
)

routes.post('/leden/:member/hulp', (c) =>
  change(c, 'member.edit', {
    form: z.object({ kinds: many(choice(SUPPORT_KINDS)) }),
    run: (tx, permit, { kinds }) => chooseSupport(tx, permit, idIn(c), kinds),
    done: 'memberSaved',
    to: () => addressOf(c),
    again: (problems) => showFile(c, { part: 'hulp', found: problems }),
  }),
)

routes.post('/leden/:member/uitkering', (c) =>
  change(c, 'benefit.change', {
    form: z.object({ source: choice(BENEFIT_SOURCES), municipality: optionalText(40), from: dayField(), neverRight: ticked() }),
    run: (tx, permit, { neverRight, ...form }) => {
      const municipality = form.municipality ? (known(form.municipality) as OrganisationId) : null
      return changeBenefitByForm(tx, permit, idIn(c), { ...form, municipality }, neverRight)
    },
    done: 'benefitChanged',
    to: () => addressOf(c),
    again: (problems) => showFile(c, { part: 'uitkering', found: problems }),
  }),
)

routes.post('/leden/:member/uitkering/melding', (c) =>
  change(c, 'benefit.confirm', {
    form: z.object({ outcome: choice(['confirmed', 'declined']) }),
    run: (tx, permit, { outcome }) => settleBenefit(tx, permit, idIn(c), outcome),
    done: ({ outcome }) => (outcome === 'confirmed' ? 'benefitConfirmed' : 'benefitDeclined'),
    to: () => addressOf(c),
  }),
)

routes.post('/leden/:member/proef', (c) =>
  change(c, 'member.trial', {
    form: z.object({ on: dayField(), until: dayField() }),
    run: (tx, permit, { on, until }) => admitToTrial(tx, permit, idIn(c), on, until),
    done: 'trialBegun',
    to: () => addressOf(c),
    again: (problems) => showFile(c, { part: 'proef', found: problems }),
  }),
)

routes.post('/leden/:member/lidmaatschap', (c) =>
  change(c, 'member.admit', {
    form: z.object({ on: dayField() }),
    run: (tx, permit, { on }) => admit(tx, permit, idIn(c), on),
    done: 'admitted',
    to: () => addressOf(c),
    again: (problems) => showFile(c, { part: 'lidmaatschap', found: problems }),
  }),
)

routes.post('/leden/:member/vertrek', (c) =>
  change(c, 'member.leave', {
    form: z.object({ on: dayField(), reason: choice(LEAVING_REASONS), destination: choice(DESTINATIONS) }),
    run: (tx, permit, { on, ...why }) => leave(tx, permit, idIn(c), on, why),
    done: 'left',
    to: () => addressOf(c),
    again: (problems) => showFile(c, { part: 'vertrek', found: problems }),
  }),
)

routes.post('/leden/:member/terugkeer', (c) =>
  change(c, 'member.leave', {
    form: z.object({ on: dayField() }),
    run: (tx, permit, { on }) => comeBack(tx, permit, idIn(c), on),
    done: 'cameBack',
    to: () => addressOf(c),
    again: (problems) => showFile(c, { part: 'terugkeer', found: problems }),
  }),
)

async function showFile(c: C, problems: { readonly part: string; readonly found: Problems } | null) {
  const member = idIn(c)
  const found = await act(c, 'member.file', async (tx, permit) => {
    const on = parseDay(c.req.query('op') ?? '') ?? permit.today
    const file = await memberFile(tx, permit, member, on)
    const months = may(c, 'member.trial') ? await trialMonths(tx, permit.organisation) : 0
    return {
      file,
      on,
      municipalities: file.benefit ? await municipalities(tx, permit) : [],
      next: nextStages(file.steps, permit.today),
      today: permit.today,
      trialUntil: addDays(addMonths(permit.today, months), -1),
      own: permit.person === member,
    }
  })
  const words = texts[c.var.language].file
  const rights = {
    edit: may(c, 'member.edit'),
    benefit: may(c, 'benefit.change'),
    confirm: may(c, 'benefit.confirm'),
    trial: may(c, 'member.trial'),
    admit: may(c, 'member.admit'),
    leave: may(c, 'member.leave'),
    handOver: may(c, 'relation.handOver'),
    print: may(c, 'signInCode.print'),
  }
  return show(c, {
    title: found.own ? words.own : fill(words.title, { name: found.file.name }),
    body: <FilePage {...found} may={found.on === found.today ? rights : NOTHING} language={c.var.language} keys={formKeys(c)} problems={problems} />,
  })
}

/** The situation on another day is to look at. */
const NOTHING = { edit: false, benefit: false, confirm: false, trial: false, admit: false, leave: false, handOver: false, print: false }

function registerCsv(members: readonly MemberOnDay[]): string {
  const words = nl.register
  const head = [words.number, words.name, words.stage, words.since, words.until, words.trade, words.makes, words.times, words.reason, words.destination]
  const rows = members.map(({ number, name, standing, trade, times, left }) => [
    number === null ? '' : String(number),
    name,
    nl.stages[standing.stage],
    standing.since,
    standing.until ?? '',
    trade?.tradeName ?? '',
    trade?.makes ?? '',
    String(times),
    left?.reason ? nl.reasons[left.reason] : '',
    left?.destination ? nl.destinations[left.destination] : '',
  ])
  return csvOf([head, ...rows])
}

function may(c: C, action: Action): boolean {
  return c.var.seat !== null && scopeOf(action, c.var.seat.role) !== null
}

function idIn(c: C): MemberId {
  return known(c.req.param('member') ?? '') as MemberId
}

function known(id: string): string {
  return isId(id) ? id : refuse(nl.refusals.missing, {}, { kind: 'missing' })
}

function addressOf(c: C): string {
  return `/leden/${idIn(c)}`
}
