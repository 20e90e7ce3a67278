import { Hono } from 'hono'
import { many, optionalText, text, z } from '#kit/form.ts'
import { change, type Env } from '#rooms/access'
import { deskAddress } from '../statements/statement.rules.ts'
import { undoReceipts } from './receiving.ts'

/** Taking a reaction back. */
export const routes = new Hono<Env>()

routes.post('/opgaven/ontvangst/terug', (c) =>
  change(c, 'statement.receive', {
    form: z.object({ statements: many(text(36)), terug: optionalText(120) }),
    run: async (tx, permit, { statements, terug }) => {
      await undoReceipts(tx, permit, statements)
      return terug
    },
    done: 'receiptsUndone',
    to: (back) => deskAddress(back) ?? '/opgaven',
  }),
)
