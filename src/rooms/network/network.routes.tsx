import { Hono } from 'hono'
import type { Env } from '#rooms/access'
import { checkRoutes } from './check/check.routes.tsx'
import { figureRoutes } from './figures/figures.routes.tsx'
import { flyerRoutes } from './flyers/flyers.routes.tsx'
import { deskRoutes } from './inquiries/desk.routes.tsx'
import { inquiryRoutes } from './inquiries/inquiries.routes.tsx'
import { introductionRoutes } from './introductions/introductions.routes.tsx'
import { askingRoutes } from './knowledge/asking/asking.routes.tsx'
import { attachingRoutes } from './knowledge/attaching/attaching.routes.tsx'
import { keepingRoutes } from './knowledge/keeping/keeping.routes.tsx'
import { knowledgeRoutes } from './knowledge/knowledge.routes.tsx'
import { owningRoutes } from './knowledge/owning/owning.routes.tsx'
import { writingRoutes } from './knowledge/writing/writing.routes.tsx'
import { lendingRoutes } from './lending/lending.routes.tsx'
import { linkRoutes } from './links/links.routes.tsx'
import { listingRoutes } from './listings/listings.routes.tsx'
import { machineRoutes } from './machines/machines.routes.ts'
import { offeringRoutes } from './offerings/offerings.routes.tsx'
import { paperRoutes } from './papers/papers.routes.tsx'
import { reckoningRoutes } from './reckoning/reckoning.routes.tsx'
import { signalRoutes } from './signals/signals.routes.tsx'
import { signUpRoutes } from './starting/signing-up/signing-up.routes.tsx'
import { startRoutes } from './starting/starting.routes.tsx'
import { textRoutes } from './texts/texts.routes.tsx'
import { todayRoutes } from './today/today.routes.tsx'
import { workRoutes } from './work/work.routes.tsx'

export const routes = new Hono<Env>()

routes.route('/', todayRoutes)
routes.route('/', textRoutes)
routes.route('/', checkRoutes)
routes.route('/', reckoningRoutes)
routes.route('/', listingRoutes)
routes.route('/', linkRoutes)
routes.route('/', introductionRoutes)
routes.route('/', paperRoutes)
routes.route('/', inquiryRoutes)
routes.route('/', deskRoutes)
routes.route('/', lendingRoutes)
routes.route('/', knowledgeRoutes)
routes.route('/', askingRoutes)
routes.route('/', attachingRoutes)
routes.route('/', owningRoutes)
routes.route('/', keepingRoutes)
routes.route('/', writingRoutes)
routes.route('/', signUpRoutes)
routes.route('/', startRoutes)
routes.route('/', signalRoutes)
routes.route('/', offeringRoutes)
routes.route('/', workRoutes)
routes.route('/', flyerRoutes)
routes.route('/', figureRoutes)
routes.route('/', machineRoutes)
