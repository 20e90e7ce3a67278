import { type Context, Hono } from 'hono'
import { fileResponse } from '#kit/files.ts'
import { choice, dayField, file, optional, optionalProse, optionalText, type Problems, prose, text, ticked, wholeNumber, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { act, change, type Env, formKeys, personNames, scopeOf, show } from '#rooms/access'
import { nl } from './assembly.nl.ts'
import { ABOUT, mayCorrect, numberOf, ORGANS, type ResolutionFacts, type ResolutionId } from './assembly.rules.ts'
import { correctResolution, findResolution, recordResolution, resolutionById, resolutionFile, resolutions, showToMembers } from './assembly.ts'
import { ResolutionForm } from './pages/resolution-form.tsx'
import { ResolutionPage } from './pages/resolution-page.tsx'
import { ResolutionsPage } from './pages/resolutions-page.tsx'

export const routes = new Hono<Env>()

type C = Context<Env>

const Form = z.object({
  on: dayField(),
  organ: choice(ORGANS),
  title: text(120),
  text: prose(4000),
  inFavour: optional(wholeNumber()),
  against: optional(wholeNumber()),
  abstained: optional(wholeNumber()),
  present: optionalProse(500),
  about: optional(choice(ABOUT)),
  aboutYear: optional(wholeNumber()),
  months: optional(choice(['1', '2', '3', '4'])),
  file: file(),
  replaces: optionalText(40),
  forMembers: ticked(),
})
const ShowForm = z.object({ shown: choice(['ja', 'nee']) })

routes.get('/besluiten', async (c) => {
  const words = c.req.query('zoek')?.slice(0, 100) ?? null
  const list = await act(c, 'resolution.read', (tx, permit) => resolutions(tx, permit, words))
  const member = c.var.seat?.role === 'member'
  return show(c, { title: nl.title, body: <ResolutionsPage list={list} words={words} adds={mayAdd(c)} member={member} /> })
})

routes.get('/besluiten/nieuw', (c) => showForm(c, null))

routes.post('/besluiten', (c) =>
  change(c, 'resolution.add', {
    form: Form,
    run: async (tx, permit, form) => {
      const id = await recordResolution(tx, permit, factsOf(form), await bytesOf(form.file), form.replaces ? known(form.replaces) : null)
      if (form.forMembers) await showToMembers(tx, permit, id, true)
      return id
    },
    done: 'resolutionRecorded',
    to: (id) => `/besluiten/${id}`,
    again: (problems) => showForm(c, problems),
  }),
)

routes.get('/besluiten/:resolution', (c) => showResolution(c, null))

routes.get('/besluiten/:resolution/stuk', async (c) => {
  const found = await act(c, 'resolution.read', async (tx, permit) => resolutionFile(tx, permit, await resolutionById(tx, permit, idIn(c))))
  return fileResponse(found)
})

routes.post('/besluiten/:resolution', (c) =>
  change(c, 'resolution.add', {
    form: Form,
    run: async (tx, permit, form) => correctResolution(tx, permit, idIn(c), factsOf(form), await bytesOf(form.file)),
    done: 'resolutionCorrected',
    to: () => `/besluiten/${idIn(c)}`,
    again: (problems) => showResolution(c, problems),
  }),
)

routes.post('/besluiten/:resolution/leden', (c) =>
  change(c, 'resolution.add', {
    form: ShowForm,
    run: (tx, permit, form) => showToMembers(tx, permit, idIn(c), form.shown === 'ja'),
    done: (form) => (form.shown === 'ja' ? 'resolutionShown' : 'resolutionHidden'),
    to: () => `/besluiten/${idIn(c)}`,
  }),
)

async function showForm(c: C, problems: Problems | null): Promise<Response> {
  const asked = typeof problems?.typed.replaces === 'string' ? problems.typed.replaces : (c.req.query('vervangt') ?? '')
  const found = await act(c, 'resolution.add', async (tx, permit) => ({
    today: permit.today,
    replaces: asked ? await resolutionById(tx, permit, known(asked)) : null,
  }))
  return show(c, { title: nl.form.title, body: <ResolutionForm {...found} keys={formKeys(c)} problems={problems} /> })
}

async function showResolution(c: C, problems: Problems | null): Promise<Response> {
  const found = await act(c, 'resolution.read', async (tx, permit) => {
    const resolution = await resolutionById(tx, permit, idIn(c))
    const near = async (id: ResolutionId | null) => (id ? await findResolution(tx, permit, id) : null)
    return {
      resolution,
      replaces: await near(resolution.replaces),
      replacedBy: await near(resolution.replacedBy),
      by: resolution.recordedBy ? ((await personNames(tx, [resolution.recordedBy])).get(resolution.recordedBy) ?? null) : null,
      corrects: mayAdd(c) && mayCorrect(resolution, permit.now),
      today: permit.today,
    }
  })
  const title = fill(nl.page.title, { number: numberOf(found.resolution) })
  return show(c, { title, body: <ResolutionPage {...found} adds={mayAdd(c)} member={c.var.seat?.role === 'member'} keys={formKeys(c)} problems={problems} /> })
}

function factsOf({ file: _, replaces: __, forMembers: ___, months, ...form }: z.infer<typeof Form>): ResolutionFacts {
  const about = form.about
  return {
    ...form,
    aboutYear: about === null ? null : form.aboutYear,
    months: about === 'accountsExtension' ? Number(months ?? 4) : null,
  }
}

async function bytesOf(given: File | null) {
  return given ? { name: given.name, type: given.type, bytes: new Uint8Array(await given.arrayBuffer()) } : null
}

function mayAdd(c: C): boolean {
  return c.var.seat !== null && scopeOf('resolution.add', c.var.seat.role) !== null
}

function idIn(c: C): ResolutionId {
  return known(c.req.param('resolution') ?? '')
}

function known(id: string): ResolutionId {
  return isId(id) ? (id as ResolutionId) : refuse(nl.refusals.missing, {}, { kind: 'missing' })
}
