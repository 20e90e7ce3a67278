import { Hono } from 'hono'
import type { Env } from '#rooms/access'
import { inviting } from './inviting/inviting.routes.tsx'

export const routes = new Hono<Env>()
routes.route('/', inviting)
