import { Hono } from 'hono'
import type { Env } from '#rooms/access'
import { receipts } from './receipts/receipts.routes.tsx'
import { requests } from './requests/requests.routes.tsx'

export const routes = new Hono<Env>()

routes.route('/', receipts)
routes.route('/', requests)
