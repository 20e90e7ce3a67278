import { Hono } from 'hono'
import type { Env } from '#rooms/access'
export const routes = new Hono<Env>()
