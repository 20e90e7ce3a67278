import { Hono } from 'hono'
import type { Env } from '#rooms/access'
import { amountRoutes } from './amounts/amounts.routes.tsx'
import { dayRoutes } from './days/days.routes.tsx'
import { readingRoutes } from './readings/readings.routes.tsx'

export const routes = new Hono<Env>()

routes.route('/', amountRoutes)
routes.route('/', dayRoutes)
routes.route('/', readingRoutes)
