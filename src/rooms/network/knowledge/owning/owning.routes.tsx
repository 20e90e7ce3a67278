import { type Context, Hono } from 'hono'
import { checkForm, choice, type Problems, text, z } from '#kit/form.ts'
import { refuse } from '#kit/refusal.ts'
import { act, change, type Env, formKeys, show } from '#rooms/access'
import type { KnowledgeText } from '../knowledge.rules.ts'
import { ItemForm } from '../writing/item-form.ts'
import { nl as writing } from '../writing/writing.nl.ts'
import { WriteItemPage } from '../writing/writing-pages.tsx'
import { nl } from './owning.nl.ts'
import { hasRole, OWNER_ROLES } from './owning.rules.ts'
import { answerAsked, askToKeep, confirmItem, confirmOwn, giveBack, handItemOver, keptByMe, ownItem, proposeChange, takeItemBack } from './owning.ts'
import { KeptByMePage } from './owning-pages.tsx'

/** Keeping an item outside the network's own staff: asked, accepted, looked at again, handed over. */
export const owningRoutes = new Hono<Env>()

type C = Context<Env>

owningRoutes.get('/mijn-kennis', async (c) => {
  const found = await act(c, 'knowledge.own', keptByMe)
  const kind = c.var.seat?.role === 'caseManager' || c.var.seat?.role === 'policyAdviser' ? 'municipality' : 'cooperative'
  const roles = OWNER_ROLES.filter((role) => hasRole(kind, role))
  return show(c, { title: nl.title, body: <KeptByMePage {...found} roles={roles} keys={() => formKeys(c)} /> })
})

owningRoutes.post('/mijn-kennis/vragen/:owner/antwoord', (c) =>
  change(c, 'knowledge.own', {
    form: z.object({ answer: choice(['ja', 'nee']) }),
    run: (tx, permit, { answer }) => answerAsked(tx, permit, c.req.param('owner'), answer === 'ja'),
    done: ({ answer }) => (answer === 'ja' ? 'knowledgeAccepted' : 'knowledgeDeclined'),
    to: () => '/mijn-kennis',
  }),
)
owningRoutes.post('/mijn-kennis/:slug/klopt', (c) =>
  change(c, 'knowledge.own', {
    run: (tx, permit) => confirmOwn(tx, permit, slugIn(c)),
    done: 'knowledgeConfirmed',
    to: () => '/mijn-kennis',
  }),
)
owningRoutes.post('/mijn-kennis/:slug/teruggave', (c) =>
  change(c, 'knowledge.own', {
    run: (tx, permit) => giveBack(tx, permit, slugIn(c)),
    done: 'knowledgeReturned',
    to: () => '/mijn-kennis',
  }),
)
owningRoutes.post('/mijn-kennis/:slug/overdracht', (c) =>
  change(c, 'knowledge.own', {
    form: z.object({ role: choice(OWNER_ROLES) }),
    run: (tx, permit, { role }) => handItemOver(tx, permit, slugIn(c), role),
    done: 'knowledgeOffered',
    to: () => '/mijn-kennis',
  }),
)
owningRoutes.get('/mijn-kennis/:slug/tekst', (c) => showProposal(c, null))
owningRoutes.post('/mijn-kennis/:slug/tekst', (c) =>
  change(c, 'knowledge.own', {
    form: ItemForm,
    run: (tx, permit, { question: _, ...form }) => proposeChange(tx, permit, slugIn(c), form),
    done: 'knowledgeProposed',
    to: () => '/mijn-kennis',
    again: (problems) => showProposal(c, problems),
  }),
)
// Works nothing out but how it will look; what was typed stays in the form.
owningRoutes.post('/mijn-kennis/:slug/voorbeeld', async (c) => {
  const parsed = checkForm(ItemForm, await c.req.parseBody({ all: true }))
  return parsed.ok ? showProposal(c, null, parsed.value) : showProposal(c, parsed.problems)
})

owningRoutes.post('/netwerk/kennis/:slug/eigenaar', (c) =>
  change(c, 'knowledge.offer', {
    form: z.object({ organisation: text(36), role: choice(OWNER_ROLES) }),
    run: (tx, permit, { organisation, role }) => askToKeep(tx, permit, slugIn(c), organisation, role),
    done: 'knowledgeOffered',
    to: () => `/netwerk/kennis/${slugIn(c)}`,
  }),
)
owningRoutes.post('/netwerk/kennis/:slug/terugname', (c) =>
  change(c, 'knowledge.offer', {
    run: (tx, permit) => takeItemBack(tx, permit, slugIn(c)),
    done: 'knowledgeTaken',
    to: () => `/netwerk/kennis/${slugIn(c)}`,
  }),
)
owningRoutes.post('/netwerk/kennis/:slug/klopt', (c) =>
  change(c, 'knowledge.offer', {
    run: (tx, permit) => confirmItem(tx, permit, slugIn(c)),
    done: 'knowledgeConfirmed',
    to: () => `/netwerk/kennis/${slugIn(c)}`,
  }),
)

async function showProposal(c: C, problems: Problems | null, preview: KnowledgeText | null = null) {
  const slug = slugIn(c)
  const was = await act(c, 'knowledge.own', (tx, permit) => ownItem(tx, permit, slug))
  const given = { address: `/mijn-kennis/${slug}`, crumbs: [{ href: '/mijn-kennis', label: nl.title }], isNew: false, note: writing.leadOutside }
  return show(c, {
    title: nl.change,
    body: <WriteItemPage {...given} was={preview ?? was} preview={preview !== null} question="" onlyNetwork={false} keys={formKeys(c)} problems={problems} />,
  })
}

function slugIn(c: C): string {
  return c.req.param('slug') ?? refuse(nl.refusals.missing, {}, { kind: 'missing' })
}
