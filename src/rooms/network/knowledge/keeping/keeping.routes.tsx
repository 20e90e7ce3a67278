import { type Context, Hono } from 'hono'
import { today } from '#kit/clock.ts'
import { checkForm, choice, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { act, type Env, limited, ownForm, show } from '#rooms/access'
import { languageIn, publicly } from '../../public.ts'
import { texts } from '../knowledge.en.ts'
import { nl } from './keeping.nl.ts'
import { keptKnowledge, sayUseful } from './keeping.ts'
import { KeptKnowledgePage } from './keeping-pages.tsx'

/** Saying whether an answer was of use, and what the network sees of it. */
export const keepingRoutes = new Hono<Env>()

type C = Context<Env>

const UsefulForm = z.object({ useful: choice(['ja', 'nee']) })

keepingRoutes.post('/kennis/:slug/nuttig', takeOpinion)
keepingRoutes.post('/en/kennis/:slug/nuttig', takeOpinion)

keepingRoutes.get('/netwerk/kennis', async (c) => {
  const on = today(c.var.world.clock)
  const items = await act(c, 'knowledge.keep', (tx, permit) => keptKnowledge(tx, permit, on))
  return show(c, { title: nl.title, body: <KeptKnowledgePage items={items} today={on} /> })
})

async function takeOpinion(c: C) {
  c.set('language', languageIn(c.req.path))
  const { language, world } = c.var
  const { refusals } = texts(language)
  const slug = c.req.param('slug') ?? ''
  const body = await ownForm(c)
  const parsed = checkForm(UsefulForm, body, language)
  const form = body._key
  if (!parsed.ok || !form || !isId(form)) return refuse(refusals.unclear)
  await limited(c, 'opinion', form)
  const said = { form, slug, useful: parsed.value.useful === 'ja', on: today(world.clock) }
  if (!(await publicly(c, (tx) => sayUseful(tx, said)))) refuse(refusals.missing, {}, { kind: 'missing' })
  return c.redirect(`${language === 'en' ? '/en' : ''}/kennis/${slug}?nuttig=${parsed.value.useful}#nuttig`, 303)
}
