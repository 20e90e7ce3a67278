import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, MemberId, Permit } from '#rooms/access'
import { nameHere, refuseElsewhere } from '../here.ts'
import { texts } from './plan.en.ts'
import { type Liquidity, PLAN_PARTS, type PlanPart, type PlanWords } from './plan.rules.ts'
import { insertLiquidity, insertPart, liquidityOf, partsOf, type SavedPart } from './plan.sql.ts'

export type PlanFile = {
  readonly parts: ReadonlyMap<PlanPart, SavedPart>
  readonly words: PlanWords
  readonly liquidity: (Liquidity & { readonly nr: number }) | null
}

/** The plan of a member as it was saved last. Refuses (missing) outside reach. */
export async function planFile(tx: Tx, permit: AnyPermit, member: MemberId): Promise<PlanFile> {
  refuseElsewhere(permit, member)
  const parts = await partsOf(tx, permit, member)
  const words = Object.fromEntries(PLAN_PARTS.flatMap((part) => (parts.has(part) ? [[part, parts.get(part)?.words]] : [])))
  return { parts, words, liquidity: await liquidityOf(tx, permit, member) }
}

/**
 * Saves one part of a plan; what stood there before stays kept. `seen` is the number that was on the page: when somebody else saved meanwhile this one is
 * refused with both texts at hand. The same words again change nothing.
 */
export async function savePart(tx: Tx, permit: Permit<'plan.write'>, member: MemberId, part: PlanPart, seen: number, words: string): Promise<void> {
  await nameHere(tx, permit, member)
  const now = (await partsOf(tx, permit, member)).get(part)
  if (now?.words === words) return
  const free = (now?.nr ?? 0) === seen && (await insertPart(tx, permit, member, part, { words, nr: seen + 1 }))
  if (!free) refuse(texts[permit.language].refusals.behind, {}, { field: 'words' })
  await happened(tx, permit, 'plan.saved', { member, part })
}

/** Saves the twelve months of money of a plan. Refuses a page that is behind. */
export async function saveLiquidity(tx: Tx, permit: Permit<'plan.write'>, member: MemberId, seen: number, liquidity: Liquidity): Promise<void> {
  await nameHere(tx, permit, member)
  const now = await liquidityOf(tx, permit, member)
  const free = (now?.nr ?? 0) === seen && (await insertLiquidity(tx, permit, member, seen + 1, liquidity))
  if (!free) refuse(texts[permit.language].refusals.behindMoney)
  await happened(tx, permit, 'plan.saved', { member, part: 'liquidity' })
}
