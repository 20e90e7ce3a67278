import { type Context, Hono } from 'hono'
import { csvOf } from '#kit/csv.ts'
import { choice, dayField, email, file, optional, optionalProse, optionalText, type Problems, text, wholeNumber, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { act, change, type Env, formKeys, type MemberId, type OrganisationId, scopeOf, show } from '#rooms/access'
import { BENEFIT_SOURCES } from '../benefit.rules.ts'
import { nl as memberTexts } from '../members.nl.ts'
import { AddPage, ImportPage } from '../pages/add-pages.tsx'
import { nl } from './adding.nl.ts'
import { addAllExisting, addExisting, choicesForAdding, readMembers } from './adding.ts'
import type { LineProblem } from './existing.rules.ts'

export const routes = new Hono<Env>()

type C = Context<Env>

const AddForm = z.object({
  firstName: text(60),
  name: text(120),
  email: optional(email()),
  phone: optionalText(30),
  language: choice(['nl', 'en']),
  trialFrom: optional(dayField()),
  trialUntil: optional(dayField()),
  memberSince: optional(dayField()),
  number: optional(wholeNumber().refine((number) => number > 0, memberTexts.refusals.numberPositive.what)),
  tradeName: optionalText(80),
  makes: optionalProse(200),
  source: choice(BENEFIT_SOURCES),
  municipality: optionalText(40),
  coach: optionalText(40),
})

routes.get('/leden/nieuw', (c) => showAdd(c, null))

routes.post('/leden/nieuw', (c) =>
  change(c, 'member.add', {
    form: AddForm,
    run: (tx, permit, { tradeName, makes, source, municipality, coach, ...fact }) => {
      if ((tradeName === null) !== (makes === null)) refuse(nl.refusals.makes, {}, { field: tradeName === null ? 'tradeName' : 'makes' })
      return addExisting(tx, permit, {
        ...fact,
        trade: tradeName && makes ? { tradeName, makes } : null,
        benefit: { source, municipality: municipality ? (known(municipality) as OrganisationId) : null },
        coach: coach ? (known(coach) as MemberId) : null,
      })
    },
    done: 'memberAdded',
    to: (member) => (c.var.seat && scopeOf('member.file', c.var.seat.role) ? `/leden/${member}` : '/leden'),
    again: (problems) => showAdd(c, problems),
  }),
)

routes.get('/leden/inlezen', (c) => showImport(c, null, []))

routes.get('/leden/inlezen/voorbeeld', async (c) => {
  const { coaches, municipalities } = await act(c, 'member.add', choicesForAdding)
  const [town, coach] = [municipalities[0]?.name ?? '', coaches[0]?.name ?? '']
  const row = [
    '1',
    'Voorbeeld Lid',
    'lid@voorbeeld.nl',
    '',
    '01-02-2021',
    '30-04-2021',
    '01-05-2021',
    town ? 'bijstand' : '',
    town,
    'Atelier',
    'kleding',
    coach,
  ]
  return c.body(csvOf([Object.keys(nl.columns), row]), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${nl.import.exampleName}"`,
  })
})

routes.post('/leden/inlezen', (c) => {
  let problems: readonly LineProblem[] = []
  let brought = ''
  return change(c, 'member.add', {
    form: z.object({ file: file(), lines: optionalText(500_000) }),
    run: async (tx, permit, form) => {
      brought = form.file ? await form.file.text() : (form.lines ?? '')
      const read = await readMembers(tx, permit, brought)
      problems = read.problems
      return addAllExisting(tx, permit, read)
    },
    done: 'membersAdded',
    to: () => '/leden',
    // A file that was chosen comes back as lines, so that it can be mended on the page.
    again: (found) => showImport(c, { ...found, typed: { lines: brought } }, problems),
  })
})

async function showAdd(c: C, problems: Problems | null) {
  const found = await act(c, 'member.add', async (tx, permit) => ({
    ...(await choicesForAdding(tx, permit)),
    today: permit.today,
    // A coach who adds somebody is usually the coach of that member.
    coach: permit.role === 'coach' ? permit.person : null,
  }))
  return show(c, { title: nl.title, body: <AddPage {...found} keys={formKeys(c)} problems={problems} /> })
}

async function showImport(c: C, problems: Problems | null, lines: readonly LineProblem[]) {
  await act(c, 'member.add', async () => {})
  return show(c, { title: nl.import.title, body: <ImportPage keys={formKeys(c)} problems={problems} lines={lines} /> })
}

function known(id: string): string {
  return isId(id) ? id : refuse(memberTexts.refusals.missing, {}, { kind: 'missing' })
}
