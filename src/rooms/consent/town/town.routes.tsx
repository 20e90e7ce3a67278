import { type Context, Hono } from 'hono'
import { choice, dayField, many, optional, optionalProse, optionalText, type Problems, ticked, wholeNumber, z } from '#kit/form.ts'
import { act, change, type Env, formKeys, scopeOf, show } from '#rooms/access'
import { town } from './town.nl.ts'
import { ELECTRONIC_KINDS } from './town.rules.ts'
import { ownTownRules, setTownRules } from './town.ts'
import { TownFormPage, TownPage } from './town-pages.tsx'

/** What a municipality lays down for itself where the law leaves it a choice. */
export const routes = new Hono<Env>()

const RulesForm = z.object({
  from: dayField(),
  ownWeeks: optional(wholeNumber()),
  committee: ticked(),
  backdateDays: optional(wholeNumber()),
  extensionRunsOn: ticked(),
  longestSuspensionWeeks: optional(wholeNumber()),
  seenDays: optional(wholeNumber()),
  fourEyes: ticked(),
  signedAs: optionalText(120),
  signedName: optionalText(120),
  namesStaff: ticked(),
  mandate: optionalProse(200),
  address: optionalProse(400),
  contact: optionalProse(400),
  electronic: many(choice(ELECTRONIC_KINDS)),
})

routes.get('/eigen-regels', async (c) => {
  const page = await act(c, 'townRules.read', ownTownRules)
  const mayChange = c.var.seat !== null && scopeOf('townRules.set', c.var.seat.role) !== null
  return show(c, { title: town.title, body: <TownPage page={page} mayChange={mayChange} /> })
})

routes.get('/eigen-regels/wijzigen', (c) => showForm(c, null))

routes.post('/eigen-regels', (c) =>
  change(c, 'townRules.set', {
    form: RulesForm,
    run: (tx, permit, { from, signedAs, signedName, mandate, address, contact, ...rest }) =>
      setTownRules(
        tx,
        permit,
        { ...rest, signedAs: signedAs ?? '', signedName: signedName ?? '', mandate: mandate ?? '', address: address ?? '', contact: contact ?? '' },
        from,
      ),
    done: 'townRulesSet',
    to: () => '/eigen-regels',
    again: (problems) => showForm(c, problems),
  }),
)

async function showForm(c: Context<Env>, problems: Problems | null) {
  const page = await act(c, 'townRules.set', ownTownRules)
  return show(c, { title: town.formTitle, body: <TownFormPage page={page} keys={formKeys(c)} problems={problems} /> })
}
