import { Hono } from 'hono'
import { act, looked } from '#rooms/access'

export const routes = new Hono()

routes.get('/list', async (c) => c.json(await act(c, 'member.file', async () => 1)))
routes.get('/seen/:one', async (c) => c.json(await act(c, 'member.file', (tx, permit) => open(tx, permit))))
routes.get('/unseen/:one', async (c) => c.json(await act(c, 'member.file', async () => 1)))
routes.get('/unsaid/:one', async (c) => c.json(await act(c, 'ledger.read', async () => 1)))

function open(tx, permit) {
  return looked(tx, permit, [])
}
