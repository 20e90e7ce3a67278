import { type Context, Hono } from 'hono'
import { choice, many, type Problems, wholeNumber, z } from '#kit/form.ts'
import { act, change, type Env, formKeys, show } from '#rooms/access'
import { ChoosingPage } from './choosing-page.tsx'
import { FIGURES } from './figures.rules.ts'
import { nl } from './national.nl.ts'
import { chooseFigures, figureChoices } from './national.ts'

/** What a cooperative lets be counted of it in the country. */
export const routes = new Hono<Env>()

routes.get('/landelijke-cijfers', (c) => choosing(c, null))

routes.post('/landelijke-cijfers', (c) =>
  change(c, 'figures.agree', {
    form: z.object({ year: wholeNumber(), figures: many(choice(FIGURES)) }),
    run: (tx, permit, { year, figures }) => chooseFigures(tx, permit, year, figures),
    done: 'figuresChosen',
    to: () => '/landelijke-cijfers',
    again: (problems) => choosing(c, problems),
  }),
)

async function choosing(c: Context<Env>, problems: Problems | null) {
  const { years, today } = await act(c, 'figures.agree', async (tx, permit) => ({ years: await figureChoices(tx, permit), today: permit.today }))
  return show(c, { title: nl.title, body: <ChoosingPage years={years} today={today} keys={() => formKeys(c)} problems={problems} /> })
}
