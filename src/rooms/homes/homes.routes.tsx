import { type Context, Hono } from 'hono'
import { type Env, show } from '#rooms/access'
import { texts } from './homes.en.ts'
import { FlyerPage, FrontPage } from './pages/front-page.tsx'

export const routes = new Hono<Env>()

// open: the public face
routes.get('/', (c) => {
  const language = publicLanguage(c)
  return show(c, { title: texts(language).front.title, face: 'public', body: <FrontPage language={language} demo={c.var.kind === 'demo'} /> })
})

// open: the public face
routes.get('/gemeenten', (c) => {
  const language = publicLanguage(c)
  return show(c, { title: texts(language).flyer.title, face: 'public', body: <FlyerPage language={language} /> })
})

/** A visitor chooses a language in the address; a signed-in person has one already. */
function publicLanguage(c: Context<Env>): 'nl' | 'en' {
  const asked = c.req.query('taal')
  if (asked === 'en' || asked === 'nl') c.set('language', asked)
  return c.var.language
}
