import { Hono } from 'hono'
import { type Problems, prose, typedOf, z } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { act, type Change, change, type Env, formKeys, type Permit, show } from '#rooms/access'
import { addressOf, type C, idIn } from '../file/opening.ts'
import { outgoing as words } from './outgoing.nl.ts'
import type { RoadName } from './outgoing.rules.ts'
import { handlesCase, judgeLetter, lastRoad, moveLetter, outgoingFile, prepareLetter, signLetter, typedBefore } from './outgoing.ts'
import { OutgoingPage } from './outgoing-page.tsx'
import { ROADS, type Road, type RoadAction } from './roads.ts'

/** A letter before it leaves: read, put before a colleague, signed, held. */
export const routes = new Hono<Env>()

/** The letter is shown once more, for it became another one. */
const AGAIN = '?opnieuw=ja'

/** What a form that ends in a letter does when it is sent: it makes the letter ready, and shows it. */
export function preparing(c: C, road: RoadName, again: (problems: Problems) => Response | Promise<Response>): Change<RoadAction, unknown, void> {
  return {
    form: ROADS[road].form,
    run: async (tx, permit) => prepareLetter(tx, permit, idIn(c), road, typedOf(await c.req.parseBody({ all: true }))),
    done: ROADS[road].makes === 'record' ? 'recordPrepared' : 'letterPrepared',
    to: () => previewOf(c),
    again,
  }
}

/** What was typed in a form whose letter still waits, to go on with. */
export function typedIn(c: C, road: RoadName) {
  return act(c, ROADS[road].action, (tx, permit) => typedBefore(tx, permit, idIn(c), road))
}

routes.get('/toestemmingen/:request/voorbeeld', (c) => showLetter(c, null))

routes.post('/toestemmingen/:request/voorbeeld/handtekening', async (c) => {
  const { action, makes } = await roadOf(c)
  return change(c, action, {
    run: (tx, permit) => signLetter(tx, permit, idIn(c)),
    done: (_, to) => (to.endsWith(AGAIN) ? null : makes === 'record' ? 'recordSigned' : 'letterSigned'),
    to: (result) => (result === 'renewed' ? `${previewOf(c)}${AGAIN}` : previewOf(c)),
  })
})

routes.post('/toestemmingen/:request/voorbeeld/collega', (c) => move(c, 'asked'))
routes.post('/toestemmingen/:request/voorbeeld/tegenhouden', (c) => move(c, 'held'))
routes.post('/toestemmingen/:request/voorbeeld/weg', (c) => move(c, 'dropped'))

routes.post('/toestemmingen/:request/voorbeeld/akkoord', (c) =>
  change(c, 'consent.approve', {
    run: (tx, permit) => judgeLetter(tx, permit, idIn(c), { step: 'approved' }),
    done: 'letterApproved',
    to: () => '/klantmanager',
  }),
)

routes.post('/toestemmingen/:request/voorbeeld/terug', (c) =>
  change(c, 'consent.approve', {
    form: z.object({ words: prose(1000) }),
    run: (tx, permit, form) => judgeLetter(tx, permit, idIn(c), { step: 'sentBack', words: form.words }),
    done: 'letterSentBack',
    to: () => '/klantmanager',
    again: (problems) => showLetter(c, problems),
  }),
)

async function move(c: C, step: 'asked' | 'held' | 'dropped'): Promise<Response> {
  const { action } = await roadOf(c)
  const done = { asked: 'letterAsked', held: 'letterHeld', dropped: 'letterDropped' } as const
  return change(c, action, {
    run: (tx, permit) => moveLetter(tx, permit, idIn(c), step),
    done: done[step],
    to: () => (step === 'dropped' ? addressOf(idIn(c)) : previewOf(c)),
  })
}

/** The form by which the last letter was made: its permission is the one that is needed to sign. Also after it left, so that a form sent twice gets its answer twice. */
async function roadOf(c: C): Promise<Road> {
  return ROADS[await act(c, 'consent.approve', (tx, permit) => lastRoad(tx, permit, idIn(c)))]
}

async function fileOf(c: C) {
  const handles = await act(c, 'consent.approve', async () => {}).then(() => act(c, 'consent.decide', (tx, permit) => handlesCase(tx, permit, idIn(c))))
  return act(c, 'consent.approve', (tx, permit: Permit<'consent.approve'>) => outgoingFile(tx, permit, idIn(c), handles))
}

async function showLetter(c: C, problems: Problems | null) {
  const file = await fileOf(c)
  return show(c, {
    title: fill(file.handles ? words.title : words.titleColleague, { member: file.memberName }),
    body: <OutgoingPage file={file} keys={formKeys(c)} problems={problems} />,
  })
}

function previewOf(c: C): string {
  return `${addressOf(idIn(c))}/voorbeeld`
}
