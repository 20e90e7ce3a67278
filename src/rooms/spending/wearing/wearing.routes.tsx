import { type Context, Hono } from 'hono'
import { addMonths, lastDay, type Month, monthOf } from '#kit/day.ts'
import { type Problems, prose, text, z } from '#kit/form.ts'
import { type Cents, cents } from '#kit/money.ts'
import { act, change, type Env, formKeys, show } from '#rooms/access'
import { idIn } from '../forms.ts'
import { WearPage } from './wear-page.tsx'
import { nl } from './wearing.nl.ts'
import { bookWear, undoWear, type WearId, wearBooked, wearDue } from './wearing.ts'

/** Booking the wear of things, and taking it back. */
export const wearing = new Hono<Env>()

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/
const BookForm = z.object({
  until: text(7).refine((typed) => MONTH.test(typed)),
  seen: text(20)
    .refine((typed) => /^-?\d{1,15}$/.test(typed))
    .transform((typed): Cents => cents(BigInt(typed))),
})
const ReasonForm = z.object({ reason: prose(200) })

wearing.get('/spullen/afschrijving', (c) => wearPage(c, null))

wearing.post('/spullen/afschrijving', (c) =>
  change(c, 'equipment.wear', {
    form: BookForm,
    run: (tx, permit, { until, seen }) => bookWear(tx, permit, lastDay(until as Month), seen),
    done: 'wearBooked',
    to: () => '/spullen/afschrijving',
    again: (problems) => wearPage(c, problems),
  }),
)

wearing.post('/spullen/afschrijving/:id/terug', (c) =>
  change(c, 'equipment.wear', {
    form: ReasonForm,
    run: (tx, permit, { reason }) => undoWear(tx, permit, idIn<WearId>(c), reason),
    done: 'wearUndone',
    to: () => '/spullen/afschrijving',
    again: (problems) => wearPage(c, problems),
  }),
)

async function wearPage(c: Context<Env>, problems: Problems | null) {
  const asked = String(problems?.typed.until ?? c.req.query('tot') ?? '')
  const found = await act(c, 'equipment.wear', async (tx, permit) => {
    const months = Array.from({ length: 13 }, (_, back) => monthOf(addMonths(permit.today, -1 - back)))
    const month = months.find((each) => each === asked) ?? (months[0] as Month)
    return { month, months, parts: await wearDue(tx, permit, lastDay(month)), booked: await wearBooked(tx, permit) }
  })
  return show(c, {
    title: nl.title,
    body: <WearPage {...found} keys={() => formKeys(c)} problems={problems} />,
    ...(problems ? { status: 422 as const } : {}),
  })
}
