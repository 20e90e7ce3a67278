import { Hono } from 'hono'
import type { Env } from '#rooms/access'
import { disposing } from './disposing/disposing.routes.tsx'
import { equipment } from './equipment/equipment.routes.tsx'
import { receipts } from './receipts/receipts.routes.tsx'
import { requests } from './requests/requests.routes.tsx'
import { wearing } from './wearing/wearing.routes.tsx'

export const routes = new Hono<Env>()

routes.route('/', receipts)
routes.route('/', requests)
// Before the page of a thing, whose address any word would fit.
routes.route('/', wearing)
routes.route('/', disposing)
routes.route('/', equipment)
