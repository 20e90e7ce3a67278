import { type Context, Hono } from 'hono'
import { checkForm, type Problems, text, z } from '#kit/form.ts'
import { Refusal } from '#kit/refusal.ts'
import type { Env } from '../env.ts'
import { formKeys, show } from '../show.tsx'
import { ownForm } from '../sign-in/form-token.ts'
import { PaperPage } from '../sign-in/pages/sign-in-pages.tsx'
import { textsOf } from '../sign-in/sign-in.en.ts'
import { enterWithPaper } from './paper.ts'

/** The way in with a code on paper. Open: a code and a name decide. */
export const routes = new Hono<Env>()

const PaperForm = z.object({ wie: text(120), code: text(40), naar: z.string().catch('') })

routes.get('/inloggen/papier', (c) => paperPage(c, null))

routes.post('/inloggen/papier', async (c) => {
  const parsed = checkForm(PaperForm, await ownForm(c))
  if (!parsed.ok) return paperPage(c, parsed.problems)
  const { wie, code, naar } = parsed.value
  try {
    return c.redirect(await enterWithPaper(c, wie, code, naar), 303)
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'rule') throw error
    return paperPage(c, { sentence: error.sentence, fields: { code: error.sentence.what }, typed: { wie } })
  }
})

function paperPage(c: Context<Env>, problems: Problems | null): Response | Promise<Response> {
  const words = textsOf(c.var.language).paper
  const body = <PaperPage words={words} keys={formKeys(c)} to={c.req.query('naar') ?? ''} problems={problems} />
  return show(c, { title: words.title, face: 'public', status: problems ? 422 : 200, body })
}
