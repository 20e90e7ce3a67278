import { type Context, Hono } from 'hono'
import { choice, many, optionalProse, type Problems, z } from '#kit/form.ts'
import { act, change, type Env, formKeys, show } from '#rooms/access'
import { nl } from './signals.nl.ts'
import { SIGNALS } from './signals.rules.ts'
import { keepCall, ownSignals, shareSignals, signalsDesk, takeCall } from './signals.ts'
import { SharingPage, SignalsDeskPage } from './signals-pages.tsx'

/** What a cooperative lets the network see, and the desk where somebody of the network calls. */
export const signalRoutes = new Hono<Env>()

signalRoutes.get('/wat-het-netwerk-ziet', (c) => sharing(c, null))

signalRoutes.post('/wat-het-netwerk-ziet', (c) =>
  change(c, 'signal.share', {
    form: z.object({ kinds: many(choice(SIGNALS)) }),
    run: (tx, permit, { kinds }) => shareSignals(tx, permit, kinds),
    done: 'signalsShared',
    to: () => '/wat-het-netwerk-ziet',
    again: (problems) => sharing(c, problems),
  }),
)

signalRoutes.get('/netwerk/bureau', async (c) => {
  const rows = await act(c, 'signal.oversee', signalsDesk)
  return show(c, { title: nl.desk.title, body: <SignalsDeskPage rows={rows} keys={() => formKeys(c)} /> })
})

signalRoutes.post('/netwerk/bureau/:cooperative/oppakken', (c) =>
  change(c, 'signal.call', {
    run: (tx, permit) => takeCall(tx, permit, c.req.param('cooperative')),
    done: 'callTaken',
    to: () => '/netwerk/bureau',
  }),
)

signalRoutes.post('/netwerk/bureau/bellen/:call', (c) =>
  change(c, 'signal.call', {
    form: z.object({ note: optionalProse(600), done: z.literal('ja').optional() }),
    run: (tx, permit, { note, done }) => keepCall(tx, permit, c.req.param('call'), note, done === 'ja'),
    done: 'callKept',
    to: () => '/netwerk/bureau',
  }),
)

async function sharing(c: Context<Env>, problems: Problems | null) {
  const signals = await act(c, 'signal.share', ownSignals)
  return show(c, { title: nl.title, body: <SharingPage signals={signals} keys={formKeys(c)} problems={problems} /> })
}
