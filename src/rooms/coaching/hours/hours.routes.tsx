import { type Context, Hono } from 'hono'
import { choice, dayField, many, optional, optionalProse, optionalText, type Problems, prose, quantity, text, z } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { act, change, type Env, formKeys, looked, personNames, show } from '#rooms/access'
import { cooperativeOf } from '#rooms/organisations'
import { idIn, mayHere, memberIn, nameHere, refuseElsewhere, trackOf } from '../here.ts'
import { pdfOf } from '../paper.ts'
import { texts } from './hours.en.ts'
import { HOUR_KINDS, LEVELS, ROADS } from './hours.rules.ts'
import { hoursFile, judgeHours, logHours, takeHoursBack, writeLearning } from './hours.ts'
import { HoursPage } from './hours-page.tsx'
import { hoursPaper } from './hours-paper.ts'

export const routes = new Hono<Env>()

type C = Context<Env>
type Part = 'uren' | 'oordeel' | 'weg'

const addressOf = (c: C) => `${trackOf(memberIn(c))}/uren`

routes.get('/leden/:member/traject/uren', (c) => showHours(c, null))

routes.post('/leden/:member/traject/uren', (c) =>
  change(c, 'hours.log', {
    form: z.object({ kind: choice(HOUR_KINDS), on: dayField(), hours: quantity(), what: prose(160) }),
    run: (tx, permit, { hours, ...facts }) => {
      refuseElsewhere(permit, memberIn(c))
      return logHours(tx, permit, { ...facts, thousandths: hours })
    },
    done: 'hoursLogged',
    to: () => addressOf(c),
    again: (found) => showHours(c, { part: 'uren', found }),
  }),
)

routes.post('/leden/:member/traject/uren/oordeel', (c) =>
  change(c, 'hours.confirm', {
    form: z.object({ hours: many(text(40)), counts: choice(['ja', 'nee']), reason: optionalProse(160) }),
    run: (tx, permit, { hours, counts, reason }) => judgeHours(tx, permit, memberIn(c), hours, counts === 'ja' ? { counts: true } : { counts: false, reason }),
    done: ({ counts }) => (counts === 'ja' ? 'hoursConfirmed' : 'hoursDeclined'),
    to: () => addressOf(c),
    again: (found) => showHours(c, { part: 'oordeel', found }),
  }),
)

routes.post('/leden/:member/traject/uren/weg', (c) =>
  change(c, 'learning.write', {
    form: z.object({ road: choice(ROADS), pipOn: optional(dayField()), level: choice(LEVELS), speaks: optionalText(40) }),
    run: (tx, permit, learning) => writeLearning(tx, permit, memberIn(c), learning),
    done: 'learningSaved',
    to: () => addressOf(c),
    again: (found) => showHours(c, { part: 'weg', found }),
  }),
)

routes.post('/leden/:member/traject/uren/:hours/terug', (c) =>
  change(c, 'hours.log', {
    run: (tx, permit) => {
      refuseElsewhere(permit, memberIn(c))
      return takeHoursBack(tx, permit, idIn(c, 'hours'))
    },
    done: 'hoursTakenBack',
    to: () => addressOf(c),
  }),
)

routes.get('/leden/:member/traject/uren/pdf', async (c) => {
  const member = memberIn(c)
  const paper = await act(c, 'track.read', async (tx, permit) => {
    const name = await nameHere(tx, permit, member)
    await looked(tx, permit, [member])
    const file = await hoursFile(tx, permit, member)
    const people = file.lines.flatMap((line) => (line.answeredBy ? [line.answeredBy] : []))
    const names = await personNames(tx, [...new Set(people)])
    return hoursPaper({ ...file, cooperative: (await cooperativeOf(tx, permit)).legalName, name, names, madeAt: permit.now })
  })
  return pdfOf(c, paper, 'uren-taal-en-meedoen')
})

async function showHours(c: C, problems: { part: Part; found: Problems } | null): Promise<Response> {
  const { language } = c.var
  const member = memberIn(c)
  const found = await act(c, 'track.read', async (tx, permit) => {
    const name = await nameHere(tx, permit, member)
    await looked(tx, permit, [member])
    return { name, own: permit.person === member, today: permit.today, ...(await hoursFile(tx, permit, member)) }
  })
  const may = { log: mayHere(c, 'hours.log'), confirm: mayHere(c, 'hours.confirm'), learning: mayHere(c, 'learning.write') }
  return show(c, {
    title: found.own ? texts[language].title : fill(texts[language].titleOf, { name: found.name }),
    body: <HoursPage {...found} member={member} may={may} language={language} keys={formKeys(c)} problems={problems} />,
  })
}
