import { type Context, Hono } from 'hono'
import { checkForm, dayField, optionalText, type Problems, prose, typedValue, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { act, change, type Env, formKeys, show } from '#rooms/access'
import type { KnowledgeQuestion } from '../asking/asking.rules.ts'
import { draftFrom, tieToQuestion } from '../asking/tending.ts'
import type { KnowledgeText } from '../knowledge.rules.ts'
import { ownersOf } from '../owning/owning.ts'
import { ItemForm } from './item-form.ts'
import { nl } from './writing.nl.ts'
import { historyOfItem, publishItem, sendItemBack, versionToDecide, writeItem } from './writing.ts'
import { CRUMB, DecideItemPage, ItemHistoryPage, WriteItemPage } from './writing-pages.tsx'

/** How the network writes what it knows: one writes, another publishes. */
export const writingRoutes = new Hono<Env>()

type C = Context<Env>

/** `seen`: the files that were with the version when it was looked at. */
const PublishForm = z.object({ reviewOn: dayField(), seen: optionalText(100) })
const RejectForm = z.object({ reason: prose(500) })
const EMPTY: KnowledgeText = { kind: 'question', title: '', intro: '', body: '', audiences: [], topics: [], source: '', doubt: null }

writingRoutes.get('/netwerk/kennis/:slug', async (c) => {
  const slug = c.req.param('slug')
  const found = await act(c, 'knowledge.write', async (tx, permit) => ({
    ...(await historyOfItem(tx, permit, slug)),
    owners: await ownersOf(tx, permit, slug),
  }))
  return show(c, { title: nl.history, body: <ItemHistoryPage {...found} keys={() => formKeys(c)} /> })
})

writingRoutes.get('/netwerk/kennis/:slug/tekst', (c) => showItemForm(c, null))

writingRoutes.post('/netwerk/kennis/:slug/tekst', (c) =>
  change(c, 'knowledge.write', {
    form: ItemForm,
    run: async (tx, permit, { question, ...form }) => {
      const written = await writeItem(tx, permit, slugIn(c), form)
      if (question && slugIn(c) === null) await tieToQuestion(tx, permit, question, written.item)
      return written.id
    },
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
    run: (tx, permit, { reviewOn, seen }) => publishItem(tx, permit, c.req.param('version'), reviewOn, seen ?? ''),
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

async function showItemForm(c: C, problems: Problems | null, preview: (KnowledgeText & { readonly question: string | null }) | null = null) {
  const slug = slugIn(c)
  const asked = slug === null && !problems && !preview ? await fromAnswer(c) : null
  const was = await act(c, 'knowledge.write', async (tx, permit) => (slug ? (await historyOfItem(tx, permit, slug)).versions.at(-1) : undefined))
  const question = typedValue(problems, 'question', preview?.question ?? asked?.question.id ?? '')
  const address = `/netwerk/kennis/${slug ?? 'nieuw'}`
  const crumbs = slug ? [CRUMB, { href: address, label: nl.history }] : [CRUMB]
  const where = { address, crumbs, isNew: slug === null, note: nl.lead }
  const given = {
    ...where,
    was: preview ?? asked?.text ?? was ?? EMPTY,
    preview: preview !== null,
    question,
    onlyNetwork: asked?.question.shownTo === 'network',
  }
  return show(c, { title: nl.write, body: <WriteItemPage {...given} keys={formKeys(c)} problems={problems} /> })
}

async function showVerdictForm(c: C, problems: Problems | null) {
  const found = await act(c, 'knowledge.decide', (tx, permit) => versionToDecide(tx, permit, c.req.param('version') ?? ''))
  const body = <DecideItemPage {...found} keys={formKeys(c)} rejectKeys={formKeys(c)} problems={problems} />
  return show(c, { title: nl.decide.title, body })
}

/** What an answer begins an item with; null where none is made of one. Only ids stand in the address. */
async function fromAnswer(c: C): Promise<{ readonly text: KnowledgeText; readonly question: KnowledgeQuestion } | null> {
  const [question = '', answer = ''] = [c.req.query('vraag'), c.req.query('antwoord')]
  return isId(question) && isId(answer) ? act(c, 'knowledge.write', (tx, permit) => draftFrom(tx, permit, question, answer)) : null
}

/** The item that is written, or null for a new one. */
function slugIn(c: C): string | null {
  const slug = c.req.param('slug') ?? ''
  return slug === 'nieuw' ? null : slug
}
