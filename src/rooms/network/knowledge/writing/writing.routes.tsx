import { type Context, Hono } from 'hono'
import { checkForm, choice, dayField, many, optionalProse, type Problems, prose, text, z } from '#kit/form.ts'
import { act, change, type Env, formKeys, show } from '#rooms/access'
import { AUDIENCES, KNOWLEDGE_KINDS, type KnowledgeText, TOPICS } from '../knowledge.rules.ts'
import { nl } from './writing.nl.ts'
import { historyOfItem, publishItem, sendItemBack, versionToDecide, writeItem } from './writing.ts'
import { DecideItemPage, ItemHistoryPage, WriteItemPage } from './writing-pages.tsx'

/** How the network writes what it knows: one writes, another publishes. */
export const writingRoutes = new Hono<Env>()

type C = Context<Env>

const ItemForm = z.object({
  title: text(140),
  intro: prose(400),
  body: prose(12_000),
  source: prose(300),
  doubt: optionalProse(400),
  kind: choice(KNOWLEDGE_KINDS),
  topics: many(choice(TOPICS)),
  audiences: many(choice(AUDIENCES)),
})
const PublishForm = z.object({ reviewOn: dayField() })
const RejectForm = z.object({ reason: prose(500) })
const EMPTY: KnowledgeText = { kind: 'question', title: '', intro: '', body: '', audiences: [], topics: [], source: '', doubt: null }

writingRoutes.get('/netwerk/kennis/:slug', async (c) => {
  const found = await act(c, 'knowledge.write', (tx, permit) => historyOfItem(tx, permit, c.req.param('slug')))
  return show(c, { title: nl.history, body: <ItemHistoryPage {...found} /> })
})

writingRoutes.get('/netwerk/kennis/:slug/tekst', (c) => showItemForm(c, null))

writingRoutes.post('/netwerk/kennis/:slug/tekst', (c) =>
  change(c, 'knowledge.write', {
    form: ItemForm,
    run: (tx, permit, form) => writeItem(tx, permit, slugIn(c), form),
    done: 'textWritten',
    to: (id) => `/netwerk/kennis/versie/${id}/nakijken`,
    again: (problems) => showItemForm(c, problems),
  }),
)

// Works nothing out but how it will look; what was typed stays in the form.
writingRoutes.post('/netwerk/kennis/:slug/voorbeeld', async (c) => {
  const body = await c.req.parseBody({ all: true })
  const parsed = checkForm(ItemForm, body)
  return parsed.ok ? showItemForm(c, null, parsed.value) : showItemForm(c, parsed.problems)
})

writingRoutes.get('/netwerk/kennis/versie/:version/nakijken', (c) => showVerdictForm(c, null))

writingRoutes.post('/netwerk/kennis/versie/:version/publicatie', (c) =>
  change(c, 'knowledge.decide', {
    form: PublishForm,
    run: (tx, permit, { reviewOn }) => publishItem(tx, permit, c.req.param('version'), reviewOn),
    done: 'textPublished',
    to: ({ slug }) => `/netwerk/kennis/${slug}`,
    again: (problems) => showVerdictForm(c, problems),
  }),
)

writingRoutes.post('/netwerk/kennis/versie/:version/afwijzing', (c) =>
  change(c, 'knowledge.decide', {
    form: RejectForm,
    run: (tx, permit, { reason }) => sendItemBack(tx, permit, c.req.param('version'), reason),
    done: 'textRejected',
    to: ({ slug }) => `/netwerk/kennis/${slug}`,
    again: (problems) => showVerdictForm(c, problems),
  }),
)

async function showItemForm(c: C, problems: Problems | null, preview: KnowledgeText | null = null) {
  const slug = slugIn(c)
  const was = await act(c, 'knowledge.write', async (tx, permit) => (slug ? (await historyOfItem(tx, permit, slug)).versions.at(-1) : undefined))
  const body = <WriteItemPage slug={slug} was={preview ?? was ?? EMPTY} preview={preview !== null} keys={formKeys(c)} problems={problems} />
  return show(c, { title: nl.write, body })
}

async function showVerdictForm(c: C, problems: Problems | null) {
  const found = await act(c, 'knowledge.decide', (tx, permit) => versionToDecide(tx, permit, c.req.param('version') ?? ''))
  const body = <DecideItemPage {...found} keys={formKeys(c)} rejectKeys={formKeys(c)} problems={problems} />
  return show(c, { title: nl.decide.title, body })
}

/** The item that is written, or null for a new one. */
function slugIn(c: C): string | null {
  const slug = c.req.param('slug') ?? ''
  return slug === 'nieuw' ? null : slug
}
