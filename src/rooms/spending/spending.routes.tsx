import { Hono } from 'hono'
import type { Env } from '#rooms/access'
import { equipment } from './equipment/equipment.routes.tsx'
import { receipts } from './receipts/receipts.routes.tsx'
import { requests } from './requests/requests.routes.tsx'

export const routes = new Hono<Env>()

routes.route('/', receipts)
routes.route('/', requests)
routes.route('/', equipment)
