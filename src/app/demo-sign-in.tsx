import { Hono } from 'hono'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { accessTexts, beginDemoSession, type Env, formTokenMatches, type PersonId, show } from '#rooms/access'
import { ComponentSheet, sheetTitle } from '#ui/sheet.tsx'
import { demoCast } from '../demo/cast.ts'
import { nl } from './app.nl.ts'

export const signInRoutes = new Hono<Env>()

signInRoutes.get('/inloggen', async (c) => {
  const cast = await demoCast(c.var.world)
  return show(c, {
    title: nl.signIn.title,
    face: 'public',
    body: (
      <div class="narrow stack">
        <h1>{nl.signIn.title}</h1>
        <p class="lead">{nl.signIn.demoIntro}</p>
        <ul class="stack">
          {cast.map((each) => (
            <li key={each.person}>
              <form method="post" action={`/demo/als/${each.person}`}>
                <input type="hidden" name="_csrf" value={c.var.csrf} />
                <button class="btn" type="submit">
                  {fill(nl.signIn.enter, { name: each.name })}
                </button>{' '}
                <span class="soft">{each.description}</span>
              </form>
            </li>
          ))}
        </ul>
      </div>
    ),
  })
})

signInRoutes.post('/demo/als/:person', async (c) => {
  const body = await c.req.parseBody()
  if (!formTokenMatches(c, body._csrf)) refuse(accessTexts.refusals.formExpired, {}, { kind: 'forbidden' })
  const person = c.req.param('person') as PersonId
  const cast = await demoCast(c.var.world)
  if (!cast.some((each) => each.person === person)) refuse(accessTexts.refusals.noSuchThing, {}, { kind: 'missing' })
  await beginDemoSession(c, person)
  return c.redirect('/start', 303)
})

// open: a sheet of building blocks to look at, in the demo only
signInRoutes.get('/onderdelen', (c) => show(c, { title: sheetTitle, face: 'public', body: <ComponentSheet /> }))
