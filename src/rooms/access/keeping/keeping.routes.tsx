import { type Context, Hono } from 'hono'
import { dayField, email, type Problems, text, z } from '#kit/form.ts'
import { act, change } from '../act.ts'
import type { Env } from '../env.ts'
import { invite } from '../inviting/inviting.ts'
import { formKeys, show } from '../show.tsx'
import { KeepersPage } from './keepers-page.tsx'
import { keepingTexts } from './keeping.en.ts'
import { keepingTrouble } from './keeping.rules.ts'
import { administratorsOf } from './keeping.ts'

/** Who keeps the keys; the board appoints one more. */
export const routes = new Hono<Env>()

routes.get('/beheerders', (c) => showKeepers(c, null))

routes.post('/beheerders', (c) =>
  change(c, 'administrator.appoint', {
    form: z.object({ naam: text(120), email: email(), tot: dayField() }),
    run: (tx, permit, form) => invite(tx, permit, { name: form.naam, email: form.email, role: 'administrator', until: form.tot }, c.var.settings.baseUrl),
    done: 'invited',
    to: () => '/beheerders',
    again: (problems) => showKeepers(c, problems),
  }),
)

async function showKeepers(c: Context<Env>, problems: Problems | null): Promise<Response> {
  const found = await act(c, 'administrator.appoint', async (tx, permit) => ({ administrators: await administratorsOf(tx, permit), today: permit.today }))
  const { language } = c.var
  const trouble = troubleIn(c, found.administrators)
  return show(c, { title: keepingTexts(language).title, body: <KeepersPage {...found} {...{ trouble, language, problems }} keys={formKeys(c)} /> })
}

/** What is wrong with who keeps the keys, or null. In the invented world nobody has a second step: there the number alone counts. */
export function troubleIn(c: Context<Env>, administrators: readonly { readonly ready: boolean }[]): ReturnType<typeof keepingTrouble> {
  return keepingTrouble(c.var.kind === 'demo' ? administrators.map(() => ({ ready: true })) : administrators)
}
