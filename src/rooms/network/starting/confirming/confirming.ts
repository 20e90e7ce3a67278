import { withoutBsn } from '#kit/bsn.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { confirmOrganisation, isProvisional, organisationNames, type Permit } from '#rooms/access'
import { letInBy } from '../starting.sql.ts'
import { nl } from './confirming.nl.ts'
import { type Confirming, confirmings, insertConfirming, insertConfirmingAnswer } from './confirming.sql.ts'

/** What the own organisation asked, the newest first, and whether it has yet to be confirmed. */
export async function ownConfirming(tx: Tx, permit: Permit<'start.read'>): Promise<{ readonly provisional: boolean; readonly asked: Confirming | null }> {
  const [asked] = (await confirmings(tx)).filter(({ tenant }) => tenant === permit.organisation)
  return { provisional: await isProvisional(tx, permit.organisation), asked: asked ?? null }
}

/**
 * Asks the network to confirm the cooperative, with its number in the trade register and whom to call. Refuses words with a BSN, a number of other than eight digits, and
 * (conflict) one that is confirmed or that asked already.
 */
export async function askConfirming(tx: Tx, permit: Permit<'start.confirm'>, kvk: string, words: string): Promise<void> {
  const number = kvk.replace(/\s/g, '')
  if (!/^\d{8}$/.test(number)) refuse(nl.refusals.kvk, {}, { field: 'kvk' })
  if (!(await isProvisional(tx, permit.organisation))) refuse(nl.refusals.confirmed, {}, { kind: 'conflict' })
  if ((await confirmings(tx)).some(({ tenant, answer }) => tenant === permit.organisation && !answer)) refuse(nl.refusals.waits, {}, { kind: 'conflict' })
  await insertConfirming(tx, permit, { id: newId(permit.now.epochMilliseconds), kvk: number, words: withoutBsn(words, 'words', permit.language) })
  const network = await letInBy(tx, permit)
  if (network) await happened(tx, permit, 'initiative.confirmingAsked', { to: network })
}

/** What waits for the network to confirm, the oldest first, with how each is called. */
export async function toConfirm(tx: Tx, _permit: Permit<'start.oversee'>): Promise<(Confirming & { readonly name: string })[]> {
  const waiting = (await confirmings(tx)).filter(({ answer }) => !answer).toReversed()
  const names = await organisationNames(
    tx,
    waiting.map(({ tenant }) => tenant),
  )
  return waiting.map((each) => ({ ...each, name: names.get(each.tenant) ?? '' }))
}

/**
 * Confirms a cooperative, which from then on does what a cooperative does, or says what is missing. Refuses (missing) what nobody asked, (conflict) what was answered, and a no
 * without words.
 */
export async function answerConfirming(tx: Tx, permit: Permit<'initiative.confirm'>, id: string, yes: boolean, words: string | null): Promise<void> {
  const [found] = await confirmings(tx, id)
  if (!found) return refuse(nl.refusals.missing, {}, { kind: 'missing' })
  if (!yes && words === null) refuse(nl.refusals.why, {}, { field: 'words' })
  const said = words === null ? null : withoutBsn(words, 'words', permit.language)
  if (!(await insertConfirmingAnswer(tx, permit, found, yes, said))) refuse(nl.refusals.answered, {}, { kind: 'conflict' })
  if (yes) await confirmOrganisation(tx, permit, found.tenant)
  await happened(tx, permit, 'initiative.confirmingAnswered', { to: found.tenant, yes: yes ? 'yes' : 'no' })
}
