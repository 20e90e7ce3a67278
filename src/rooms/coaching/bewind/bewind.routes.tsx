import { type Context, Hono } from 'hono'
import { monthAfter, monthOf } from '#kit/day.ts'
import { fileResponse, type NewFile } from '#kit/files.ts'
import { choice, dayField, file, optionalText, type Problems, text, z } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { act, change, type Env, formKeys, looked, show } from '#rooms/access'
import { idIn, mayHere, memberIn, nameHere, trackOf } from '../here.ts'
import { texts } from './bewind.en.ts'
import { BEWIND_KINDS } from './bewind.rules.ts'
import { bewindFile, consentLetter, endBewind, keepConsent, nameBewind } from './bewind.ts'
import { BewindPage } from './bewind-page.tsx'

export const routes = new Hono<Env>()

type C = Context<Env>

/** How many months back an overview is offered. */
const MONTHS_BACK = 12

const addressOf = (c: C) => `${trackOf(memberIn(c))}/geldhulp`

routes.get('/leden/:member/traject/geldhulp', (c) => showBewind(c, null))

routes.post('/leden/:member/traject/geldhulp', (c) =>
  change(c, 'bewind.name', {
    form: z.object({ kind: choice(BEWIND_KINDS), name: text(120), office: optionalText(120), reach: text(120), from: dayField() }),
    run: (tx, permit, facts) => nameBewind(tx, permit, memberIn(c), facts),
    done: 'bewindNamed',
    to: () => addressOf(c),
    again: (found) => showBewind(c, { part: 'nieuw', found }),
  }),
)

routes.post('/leden/:member/traject/geldhulp/:bewind/akkoord', (c) =>
  change(c, 'bewind.consent', {
    form: z.object({ from: dayField(), until: dayField(), file: file() }),
    run: async (tx, permit, form) => keepConsent(tx, permit, memberIn(c), idIn(c, 'bewind'), { ...form, file: await bytesOf(form.file) }),
    done: 'bewindConsentKept',
    to: () => addressOf(c),
    again: (found) => showBewind(c, { part: `akkoord ${idIn(c, 'bewind')}`, found }),
  }),
)

routes.post('/leden/:member/traject/geldhulp/:bewind/einde', (c) =>
  change(c, 'bewind.consent', {
    form: z.object({ what: text(40), on: dayField() }),
    run: (tx, permit, { what, on }) => endBewind(tx, permit, memberIn(c), idIn(c, 'bewind'), { consent: what === 'alles' ? null : what, on }),
    done: 'bewindEnded',
    to: () => addressOf(c),
    again: (found) => showBewind(c, { part: `einde ${idIn(c, 'bewind')}`, found }),
  }),
)

routes.get('/leden/:member/traject/geldhulp/akkoord/:consent', async (c) => {
  const found = await act(c, 'track.read', async (tx, permit) => {
    await nameHere(tx, permit, memberIn(c))
    await looked(tx, permit, [memberIn(c)])
    return consentLetter(tx, permit, memberIn(c), idIn(c, 'consent'))
  })
  return fileResponse(found)
})

async function bytesOf(sent: File | null): Promise<NewFile | null> {
  return sent ? { name: sent.name, type: sent.type, bytes: new Uint8Array(await sent.arrayBuffer()) } : null
}

async function showBewind(c: C, problems: { part: string; found: Problems } | null): Promise<Response> {
  const { language } = c.var
  const member = memberIn(c)
  const found = await act(c, 'track.read', async (tx, permit) => {
    const name = await nameHere(tx, permit, member)
    await looked(tx, permit, [member])
    const months = Array.from({ length: MONTHS_BACK }, (_, index) => monthAfter(monthOf(permit.today), -index))
    return { name, own: permit.person === member, today: permit.today, months, all: await bewindFile(tx, permit, member) }
  })
  const may = { name: mayHere(c, 'bewind.name'), consent: mayHere(c, 'bewind.consent') }
  return show(c, {
    title: found.own ? texts[language].title : fill(texts[language].titleOf, { name: found.name }),
    body: <BewindPage {...found} member={member} may={may} language={language} keys={formKeys(c)} problems={problems} />,
  })
}
