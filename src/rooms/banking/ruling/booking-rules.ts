import { isDouble, type Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, Permit } from '#rooms/access'
import { findMember } from '#rooms/members'
import { nl as bank } from '../banking.nl.ts'
import { type BookingRule, wrongIn } from './booking-rule.rules.ts'
import { nl } from './booking-rules.nl.ts'
import { insertRule, rulesUsed, switchRow, type UsedRule, updateRule } from './booking-rules.sql.ts'

type RuleFacts = Omit<BookingRule, 'id' | 'off'>

const FIELDS = { nothing: 'words', short: 'words', way: 'kind', member: 'member', vat: 'vat', amounts: 'most' } as const

/**
 * Makes a rule for lines of the bank that look alike, or changes one; amounts in cents. Nothing is booked by it: it proposes. Refuses a rule that
 * recognises nothing, that books what its money cannot be, and one that is there already.
 */
export async function keepRule(tx: Tx, permit: Permit<'bank.rule'>, facts: RuleFacts, id: string | null = null): Promise<void> {
  const wrong = wrongIn(facts)
  if (wrong) refuse(nl.refusals[wrong], {}, { field: FIELDS[wrong] })
  if (facts.member && !(await findMember(tx, permit, facts.member))) refuse(nl.refusals.member, {}, { field: 'member' })
  const before = id ? await ruleById(tx, permit, id) : null
  const rule: BookingRule = { ...facts, id: before?.id ?? newId(permit.now.epochMilliseconds), off: before?.off ?? false }
  try {
    await (before ? updateRule : insertRule)(tx, permit, rule)
  } catch (error) {
    if (isDouble(error, 'one_rule')) refuse(nl.refusals.thereAlready, {}, { field: 'words' })
    throw error
  }
  await happened(tx, permit, before ? 'bank.ruleChanged' : 'bank.ruleMade', { rule: rule.id })
}

/** A booking rule as people read it: what it recognises, what it books, and how often it did. */
export type BookingRuleLine = { readonly recognises: string; readonly books: string; readonly times: number }

/** The booking rules that are on, the most used first. One query. */
export async function rulesInWords(tx: Tx, permit: AnyPermit): Promise<BookingRuleLine[]> {
  const rules = await rulesUsed(tx, permit)
  return rules
    .filter(({ off }) => !off)
    .map(({ words, iban, kind, times }) => ({ recognises: [words, iban].filter(Boolean).join(' · '), books: bank.kinds[kind].name, times }))
}

/** Switches a rule on or off; what was booked by it stays. Refuses (missing) an unknown one. */
export async function switchRule(tx: Tx, permit: Permit<'bank.rule'>, id: string, on: boolean): Promise<void> {
  const rule = await ruleById(tx, permit, id)
  if (rule.off !== on) return
  await switchRow(tx, permit, id, on)
  await happened(tx, permit, on ? 'bank.ruleOn' : 'bank.ruleOff', { rule: id })
}

/** One rule. Refuses (missing) an unknown one. */
export async function ruleById(tx: Tx, permit: Permit<'bank.rule'>, id: string): Promise<UsedRule> {
  const [rule] = await rulesUsed(tx, permit, id)
  return rule ?? refuse(nl.refusals.missing, {}, { kind: 'missing' })
}
