import { Hono } from 'hono'
import type { Env } from '#rooms/access'
import { closing } from './closing/closing.routes.tsx'
import { laterPages } from './later/later.routes.tsx'
import { pots } from './pots/pots.routes.tsx'
import { wizard } from './wizard/wizard.routes.tsx'

/** Leaving: the steps, the pots, the departure statement, and the questions afterwards. */
export const routes = new Hono<Env>()
for (const part of [wizard, pots, closing, laterPages]) routes.route('/', part)
