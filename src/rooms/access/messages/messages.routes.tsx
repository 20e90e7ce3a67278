import { Hono } from 'hono'
import { z } from '#kit/form.ts'
import { act, change } from '../act.ts'
import type { Env } from '../env.ts'
import { personOf } from '../permit.ts'
import { formKeys, show } from '../show.tsx'
import { chooseSeat } from '../sign-in/session.ts'
import { messageTexts } from './messages.en.ts'
import { MAIL_RHYTHMS } from './messages.rules.ts'
import { messagesOf } from './messages.sql.ts'
import { chooseMail, openMessage, readMessages } from './messages.ts'
import { MessagesPage } from './pages/messages-page.tsx'

/** What is new for whoever is signed in, and when mail tells of it. */
export const routes = new Hono<Env>()

const SHOWN = 100
const hour = () => z.coerce.number().int().min(0).max(23)
const ChoiceForm = z.object({
  rhythm: z.enum(MAIL_RHYTHMS),
  quietFrom: hour(),
  quietUntil: hour(),
  onSunday: z.literal('ja').optional(),
})

routes.get('/berichten', async (c) => {
  const messages = await act(c, 'message.read', (tx, permit) => messagesOf(tx, personOf(permit), SHOWN))
  const { language } = c.var
  return show(c, { title: messageTexts(language).title, body: <MessagesPage language={language} messages={messages} keys={formKeys(c)} /> })
})

routes.post('/berichten/gelezen', (c) => change(c, 'message.read', { run: readMessages, done: 'messagesRead', to: () => '/berichten' }))

routes.post('/berichten/:message', (c) =>
  change(c, 'message.read', {
    run: async (tx, permit) => {
      const found = await openMessage(tx, permit, c.req.param('message'))
      // It may be for another role of the same person than the one chosen now.
      const there = c.var.seats.filter((seat) => seat.role === found.role)
      const seat = there.find((each) => each.organisation === found.organisation) ?? there[0]
      if (seat && seat.id !== c.var.seat?.id) chooseSeat(c, seat.id)
      return found.link
    },
    to: (link) => link,
  }),
)

routes.post('/mijn-account/berichten', (c) =>
  change(c, 'message.read', {
    form: ChoiceForm,
    run: (tx, permit, form) => chooseMail(tx, permit, { ...form, onSunday: form.onSunday === 'ja' }),
    done: 'mailChosen',
    to: () => '/mijn-account',
  }),
)
