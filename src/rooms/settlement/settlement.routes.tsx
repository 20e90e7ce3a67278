import { Hono } from 'hono'
import type { Env } from '#rooms/access'
import { routes as archive } from './archive/archive.routes.tsx'
import { routes as asking } from './asking/asking.routes.tsx'
import { routes as bewind } from './bewind/bewind.routes.tsx'
import { routes as keeping } from './keeping/keeping.routes.tsx'
import { routes as money } from './money/money.routes.tsx'
import { routes as months } from './months/months.routes.tsx'
import { routes as opening } from './opening/opening.routes.tsx'
import { routes as receiving } from './receiving/receiving.routes.tsx'
import { routes as statements } from './statements/statements.routes.tsx'
import { routes as whatIf } from './whatif/whatif.routes.tsx'

export const routes = new Hono<Env>()

routes.route('/', months)
routes.route('/', money)
routes.route('/', archive)
routes.route('/', asking)
routes.route('/', receiving)
routes.route('/', statements)
routes.route('/', opening)
routes.route('/', keeping)
routes.route('/', whatIf)
routes.route('/', bewind)
