import { Hono } from 'hono'
import { findMonth } from '#kit/day.ts'
import { isId } from '#kit/ids.ts'
import { renderPdf } from '#kit/pdf.ts'
import { refuse } from '#kit/refusal.ts'
import { act, type Env, looked, type MemberId } from '#rooms/access'
import { nl } from './bewind.nl.ts'
import { bewindStatement } from './bewind.ts'

export const routes = new Hono<Env>()

routes.get('/leden/:member/traject/geldhulp/overzicht/:month', async (c) => {
  const asked = c.req.param('member')
  const month = findMonth(c.req.param('month')) ?? refuse(nl.refusals.noMonth, {}, { kind: 'missing' })
  const member = (isId(asked) ? asked : refuse(nl.refusals.noMonth, {}, { kind: 'missing' })) as MemberId
  const data = await act(c, 'bewind.statement', async (tx, permit) => {
    const made = await bewindStatement(tx, permit, member, month)
    await looked(tx, permit, [member])
    return made
  })
  const pdf = await renderPdf({ template: 'kit/pdf/letter.typ', data, standard: 'ua-1', madeAt: Math.floor(c.var.world.clock.now().epochMilliseconds / 1000) })
  return c.body(pdf as Uint8Array<ArrayBuffer>, 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="overzicht-${month}.pdf"`,
    'Cache-Control': 'private, no-store',
  })
})
