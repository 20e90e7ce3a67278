import { Hono } from 'hono'
import type { Env } from '#rooms/access'
import { routes as months } from './months/months.routes.tsx'

export const routes = new Hono<Env>()

routes.route('/', months)
