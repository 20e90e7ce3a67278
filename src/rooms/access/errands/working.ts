import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Order } from '#kit/jobs.ts'
import { Refusal, refuse } from '#kit/refusal.ts'
import { actAs, type World } from '../act.ts'
import type { Job } from '../job.ts'
import type { Action } from '../permissions.rules.ts'
import type { OrganisationId, Permit } from '../permit.ts'
import { errandTexts } from './errands.en.ts'
import type { ErrandName } from './errands.nl.ts'
import { type Errand, type ErrandFacts, MOST_TRIES } from './errands.rules.ts'
import { begin, deleteErrands, type ErrandEnd, end, hasRole, hold, keepStep, unended } from './errands.sql.ts'

/** What a step answers: it is done, perhaps with something for the next; or it goes on, with how much of it is done; the last one says where the result is. */
export type ErrandStepAnswer =
  | { readonly kept?: ErrandFacts }
  | { readonly kept: ErrandFacts; readonly part: number; readonly parts: number }
  | { readonly result: string }

/** One step: one transaction, of its effect and of the count that says that it was done. */
export type ErrandStep<A extends Action> = (tx: Tx, permit: Permit<A>, errand: Errand) => Promise<ErrandStepAnswer>

/** How one kind of errand is done; `src/app/jobs.ts` collects them from the rooms. */
export type ErrandWork = {
  readonly steps: number
  /** Does the step that comes now; whether there is more to do. */
  readonly step: (world: World, errand: Errand) => Promise<boolean>
  /** Clears away what an errand kept that ended without its result. */
  readonly drop: (tx: Tx, errand: Errand) => Promise<void>
}

/** An errand as one action of whoever asked for it, step by step; each step asks the permission table, and whether the role did not end. */
export function errandWork<A extends Action>(action: A, steps: readonly ErrandStep<A>[], drop: ErrandWork['drop'] = async () => {}): ErrandWork {
  const step = (world: World, { organisation, person, role, language, id }: Errand) =>
    actAs(world, { organisation, person, role, language }, action, async (tx, permit) => {
      const errand = await hold(tx, { organisation, id })
      const take = errand && steps[errand.step]
      if (!errand || !take) return false
      if (!(await hasRole(tx, permit))) refuse(errandTexts(language).refusals.roleEnded)
      const answer = await take(tx, permit, errand)
      if ('part' in answer) await keepStep(tx, errand, { ...answer, step: errand.step })
      else await keepStep(tx, errand, { step: errand.step + 1, part: 0, parts: 1, kept: ('kept' in answer && answer.kept) || errand.kept })
      if ('result' in answer) await end(tx, errand, answer, permit.now)
      return !('result' in answer)
    })
  return { steps: steps.length, step, drop }
}

/**
 * The job that does errands. Each step is done once, however often the job is handed out and wherever the program was stopped: its effect and the count
 * of steps are one transaction. What is refused ends with its sentence; what fails is tried again by the queue, some times.
 */
export function errandJob(works: Readonly<Record<ErrandName, ErrandWork>>): Job {
  return async (world, order) => {
    const begun = await alone(world, order.organisation, (tx, organisation) => begin(tx, { organisation, id: order.facts.errand ?? '' }))
    if (!begun) return
    const work = works[begun.kind]
    if (begun.tries > MOST_TRIES) return giveUp(world, work, begun, 'failed')
    try {
      while (await work.step(world, begun));
    } catch (error) {
      if (error instanceof Refusal) return giveUp(world, work, begun, { refusal: error.sentence })
      if (begun.tries >= MOST_TRIES) await giveUp(world, work, begun, 'failed')
      throw error
    }
  }
}

/** What was in hand when the program stopped, as orders to take it up again; asked when a worker begins. An order more changes nothing. */
export async function errandsInHand(world: World): Promise<Order[]> {
  const open = await world.database.unit({ role: 'opbloei_signin', organisation: null, person: null }, unended)
  return open.map(({ organisation, id }) => ({ job: 'errand.run', organisation, facts: { errand: id } }))
}

/** Errands are kept for thirty days. Asked in the role of sign-in. */
export function forgetErrands(tx: Tx, now: Instant): Promise<void> {
  return deleteErrands(tx, now.subtract({ hours: 24 * 30 }))
}

async function giveUp(world: World, work: ErrandWork, errand: Errand, how: ErrandEnd): Promise<void> {
  await alone(world, errand.organisation, async (tx) => {
    if (await end(tx, errand, how, world.clock.now())) await work.drop(tx, errand)
  })
}

/** A unit for the keeping of errands itself; what they do has the permit of whoever asked. */
async function alone<T>(world: World, organisation: string | null, run: (tx: Tx, organisation: OrganisationId) => Promise<T>): Promise<T> {
  if (!organisation) throw new Error('an errand of nobody')
  return world.database.unit({ role: 'opbloei_app', organisation, person: null }, (tx) => run(tx, organisation as OrganisationId))
}
