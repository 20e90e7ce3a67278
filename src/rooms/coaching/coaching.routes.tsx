import { Hono } from 'hono'
import type { Env } from '#rooms/access'
import { actionPlan } from './action-plan/plan.routes.tsx'
import { signByMail } from './action-plan/signing/signing.routes.tsx'
import { routes as bewind } from './bewind/bewind.routes.tsx'
import { routes as hours } from './hours/hours.routes.tsx'
import { inviting } from './inviting/inviting.routes.tsx'
import { routes as journeys } from './journeys/journeys.routes.tsx'
import { routes as needs } from './needs/needs.routes.tsx'
import { routes as plan } from './plan/plan.routes.tsx'
import { routes as terms } from './terms/terms.routes.tsx'

export const routes = new Hono<Env>()
// An address with a word of its own stands before the one that takes any word.
routes.route('/', terms)
routes.route('/', journeys)
routes.route('/', needs)
routes.route('/', hours)
routes.route('/', plan)
routes.route('/', bewind)
routes.route('/', inviting)
routes.route('/', actionPlan)
routes.route('/', signByMail)
