import { type Context, Hono } from 'hono'
import { today } from '#kit/clock.ts'
import { pageAsked, pageAt } from '#kit/paging.ts'
import { refuse } from '#kit/refusal.ts'
import { act, type Env, formKeys, organisationsAll, scopeOf, show } from '#rooms/access'
import { modelsOfKind } from '../papers/models.rules.ts'
import { houseOf, inLanguage, metaOf, metaOfPage, publicly, titleOfPage } from '../public.ts'
import { initiators, municipal } from '../starting/path.nl.ts'
import { findQuestions } from './asking/asking.ts'
import { texts } from './knowledge.en.ts'
import { AUDIENCES, articleOf, KNOWLEDGE_KINDS, TOPICS } from './knowledge.rules.ts'
import { findKnowledge, readKnowledge } from './knowledge.ts'
import { KnowledgeItemPage, KnowledgePage } from './knowledge-pages.tsx'
import { lessonUses, usesOf } from './using/using.ts'

/** What the network knows, for anybody to find and to read. */
export const knowledgeRoutes = new Hono<Env>()

type C = Context<Env>

knowledgeRoutes.get('/kennis', showSearch)
knowledgeRoutes.get('/en/kennis', showSearch)
knowledgeRoutes.get('/kennis/:slug', showItem)
knowledgeRoutes.get('/en/kennis/:slug', showItem)

async function showSearch(c: C) {
  const elsewhere = inLanguage(c)
  if (elsewhere) return elsewhere
  const { language } = c.var
  const words = texts(language)
  const typed = (c.req.query('zoek') ?? '').trim().slice(0, 120)
  const chosen = <const T extends string>(known: readonly T[], name: string) => known.find((each) => each === c.req.query(name)) ?? null
  const by = { kind: chosen(KNOWLEDGE_KINDS, 'soort'), topic: chosen(TOPICS, 'onderwerp'), audience: chosen(AUDIENCES, 'voor') }
  const found = await publicly(c, (tx) => findKnowledge(tx, typed, by, pageAsked(c.req.query('pagina'))))
  // A question of who takes part is of no kind but that, and for nobody more than for another.
  const asks = mayReadQuestions(c) && by.audience === null && (by.kind === null || by.kind === 'question')
  const asked = asks ? await act(c, 'knowledge.read', (tx, permit) => findQuestions(tx, permit, typed, by.topic)) : null
  const wanted = { zoek: typed, onderwerp: by.topic, voor: by.audience, soort: by.kind }
  const list = { wanted, at: found.at ?? pageAt(0, 1, 1) }
  return show(c, {
    title: titleOfPage(c, words.title, list.at),
    face: 'public',
    meta: metaOfPage(c, words.lead, list),
    body: <KnowledgePage {...{ found, asked, typed, by, wanted, language, mayAsk: mayAsk(c) }} />,
  })
}

async function showItem(c: C) {
  const elsewhere = inLanguage(c)
  if (elsewhere) return elsewhere
  const { language } = c.var
  const slug = c.req.param('slug') ?? ''
  const found = await publicly(c, async (tx) => {
    const read = (await readKnowledge(tx, slug)) ?? refuse(texts(language).refusals.missing, {}, { kind: 'missing' })
    const owner = read.item.owner && (await organisationsAll(tx)).find(({ id }) => id === read.item.owner)
    return { ...read, ownerName: owner ? owner.name : null }
  })
  const { role, provisional } = c.var.seat ?? {}
  const may = (action: 'start.read' | 'paper.read') => role !== undefined && scopeOf(action, role) !== null
  const lessons = may('start.read') && !provisional ? await act(c, 'start.read', (tx, permit) => lessonUses(tx, permit, slug)) : []
  const opens = {
    path: !may('start.read') ? null : role === 'policyAdviser' ? municipal.code : initiators.code,
    papers: may('paper.read') ? modelsOfKind(role === 'policyAdviser' ? 'municipality' : 'cooperative').map(({ code }) => code) : [],
  }
  const { title, intro } = found.item
  const said = (['ja', 'nee'] as const).find((each) => each === c.req.query('nuttig')) ?? null
  return show(c, {
    title,
    face: 'public',
    meta: metaOf(c, intro, { structured: [articleOf(found.item, found.ownerName, `${houseOf(c)}/kennis/${slug}`)] }),
    body: (
      <KnowledgeItemPage
        {...found}
        uses={[...usesOf(slug), ...lessons]}
        opens={opens}
        {...{ said, keys: formKeys(c) }}
        today={today(c.var.world.clock)}
        language={language}
      />
    ),
  })
}

/** Whether the reader takes part in a role that asks others. */
function mayAsk(c: C): boolean {
  return c.var.seat !== null && scopeOf('knowledge.ask', c.var.seat.role) !== null
}

/** Whether the reader sees what others who take part ask. */
function mayReadQuestions(c: C): boolean {
  return c.var.seat !== null && scopeOf('knowledge.read', c.var.seat.role) !== null && !c.var.seat.provisional
}
