import { Hono } from 'hono'
import { act, change } from '#rooms/access'
import { readBook } from './book.ts'

export const routes = new Hono()

routes.get('/guarded', async (c) => c.json(await act(c, 'ledger.read', async () => 1)))
routes.post('/guarded', (c) => change(c, 'ledger.correct', { run: async () => {}, to: () => '/guarded' }))
routes.get('/by-a-function', readBook)
routes.get('/inloggen', (c) => c.text('open'))
routes.get('/forgotten', (c) => c.text('everything'))
routes.post('/misspelt', async (c) => c.json(await act(c, 'ledger.raed', async () => 1)))
