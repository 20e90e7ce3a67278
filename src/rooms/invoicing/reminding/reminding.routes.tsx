import { type Context, Hono } from 'hono'
import { amount, choice, dayField, many, optional, optionalProse, type Problems, prose, text, ticked, wholeNumber, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { act, change, type Env, formKeys, show } from '#rooms/access'
import { idOf } from '../forms.ts'
import type { InvoiceId } from '../invoicing.types.ts'
import { reminderLetter } from './letters.ts'
import { RemindingPage } from './list-page.tsx'
import { nl } from './reminding.nl.ts'
import { PAUSE_REASONS, schemeOf } from './reminding.sql.ts'
import { pauseReminding, remind, remindChosen, remindingLines, resumeReminding, setReminding } from './reminding.ts'

/** Reminding customers who are late: today's list, one invoice, and how it is done. */
export const reminding = new Hono<Env>()

const days = () => optional(wholeNumber().refine((n) => n >= 1 && n <= 365, 'Vul een aantal dagen in van 1 tot en met 365.'))

const ChosenForm = z.object({ invoices: many(text(36)).refine((chosen) => chosen.length > 0, nl.list.nobodyChosen) })
const StepForm = z.object({ words: optionalProse(300) })
const PauseForm = z.object({ why: optional(choice(PAUSE_REASONS)), words: prose(300), until: optional(dayField()) })
const SchemeForm = z.object({ friendly: days(), second: days(), call: days(), last: days(), writeOff: days(), automatic: ticked(), costs: optional(amount()) })

async function remindingPage(c: Context<Env>, problems: Problems | null, wrong: Problems | null = null) {
  const found = await act(c, 'invoice.remind', async (tx, permit) => ({
    lines: await remindingLines(tx, permit),
    scheme: await schemeOf(tx, permit),
    today: permit.today,
  }))
  return show(c, { title: nl.list.title, body: <RemindingPage {...found} keys={[formKeys(c), formKeys(c)]} problems={problems} wrong={wrong} /> })
}

reminding.get('/facturen/herinneren', (c) => remindingPage(c, null))

reminding.post('/facturen/herinneren', (c) =>
  change(c, 'invoice.remind', {
    form: ChosenForm,
    run: (tx, permit, form) =>
      remindChosen(
        tx,
        permit,
        form.invoices.filter((id): id is InvoiceId => isId(id)),
      ),
    done: 'remindersSent',
    to: () => '/facturen/herinneren',
    again: (problems) => remindingPage(c, null, problems),
  }),
)

reminding.post('/facturen/herinneren/stappen', (c) =>
  change(c, 'invoice.setReminding', {
    form: SchemeForm,
    run: (tx, permit, { automatic, costs, ...after }) => setReminding(tx, permit, { after, automatic, costs }),
    done: 'remindingSet',
    to: () => '/facturen/herinneren',
    again: (problems) => remindingPage(c, problems),
  }),
)

reminding.post('/facturen/:id/herinnering', (c) =>
  change(c, 'invoice.remind', {
    form: StepForm,
    run: (tx, permit, form) => remind(tx, permit, idOf(c), form.words),
    done: 'reminded',
    to: () => `/facturen/${idOf(c)}`,
  }),
)

reminding.get('/facturen/:id/herinnering', async (c) => {
  const { name, pdf } = await act(c, 'invoice.remind', (tx, permit) => reminderLetter(tx, permit, idOf(c)))
  return c.body(Buffer.from(pdf), 200, { 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="${name}"` })
})

reminding.post('/facturen/:id/rust', (c) =>
  change(c, 'invoice.pauseReminding', {
    form: PauseForm,
    run: (tx, permit, form) => pauseReminding(tx, permit, idOf(c), { ...form, why: form.why ?? 'other' }),
    done: 'remindingPaused',
    to: () => `/facturen/${idOf(c)}`,
  }),
)

reminding.post('/facturen/:id/rust/einde', (c) =>
  change(c, 'invoice.pauseReminding', {
    run: (tx, permit) => resumeReminding(tx, permit, idOf(c)),
    done: 'remindingResumed',
    to: () => `/facturen/${idOf(c)}`,
  }),
)
