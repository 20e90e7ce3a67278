import { Hono } from 'hono'
import { findMonth } from '#kit/day.ts'
import { refuse } from '#kit/refusal.ts'
import { act, type Env } from '#rooms/access'
import { statementTexts } from '../statements/statements.en.ts'
import { archiveFile, archiveOf } from './archive.ts'

/** What a municipality takes along for its own archive. */
export const routes = new Hono<Env>()

routes.get('/opgaven/archief/:month', async (c) => {
  const month = findMonth(c.req.param('month')) ?? refuse(statementTexts(c.var.language).refusals.noSuchStatement, {}, { kind: 'missing' })
  const found = await act(c, 'statement.archive', (tx, permit) => archiveOf(tx, permit, month))
  const bytes = await archiveFile(found)
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    'Content-Type': 'application/zip',
    'Content-Disposition': `attachment; filename="archief-${month}.zip"`,
  })
})
