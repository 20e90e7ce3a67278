import { dayOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { Refusal, refuse } from '#kit/refusal.ts'
import { sameText } from '#kit/seal.ts'
import { type AnyPermit, actAs, asSystem, type Job, leaveMessage, type OrganisationId, type Permit, type PersonId, staff, type World } from '#rooms/access'
import { lockRequest } from '../consent.sql.ts'
import { notifyLetters } from '../posting/posting.ts'
import { outgoing as words } from './outgoing.nl.ts'
import { isDue, stateOf, whatIsRecorded } from './outgoing.rules.ts'
import { dueOutgoing, insertStep, lastOutgoing, type Outgoing } from './outgoing.sql.ts'
import { lettersNow, performed, typedOn } from './outgoing.ts'
import { ROADS } from './roads.ts'

/**
 * Lets every signed letter of a municipality leave whose time has come: the action runs as who signed it, in one transaction with the note that it left,
 * so that a crash leaves neither. What is not allowed any more comes back to the desk with the reason. One letter that breaks keeps no other back.
 */
export const sendLetters: Job = async (world, order) => {
  if (!order.organisation) throw new Error(`${order.job} was asked for on behalf of nobody`)
  const organisation = order.organisation as OrganisationId
  const [due, here] = await asSystem(world, organisation, 'consent.depart', async (tx, permit) => [
    await dueOutgoing(tx, permit),
    await caseManagers(tx, permit),
  ])
  const broken: unknown[] = []
  for (const letter of due) await sendLetter(world, organisation, letter, here).catch((error: unknown) => broken.push(error))
  if (broken.length > 0) throw new AggregateError(broken, `${broken.length} letters could not leave`)
}

async function sendLetter(world: World, organisation: OrganisationId, letter: Outgoing, here: ReadonlySet<PersonId>): Promise<void> {
  const signer = letter.steps.findLast(({ step }) => step === 'signed')?.by ?? null
  try {
    if (!signer || !here.has(signer)) refuse(words.notHere)
    const actor = { person: signer, organisation, role: 'caseManager', language: 'nl' } as const
    await actAs(world, actor, ROADS[letter.road].action, async (tx, permit) => {
      const signed = await stillDue(tx, letter, permit)
      if (!signed) return
      const signedAt = signed.steps.findLast(({ step }) => step === 'signed')?.at ?? permit.now
      const { letters, proposed } = await performed(tx, permit, letter.request, letter.road, typedOn(letter.road, letter.typed, dayOf(signedAt)))
      if (ROADS[letter.road].makes === 'record' && sameText(whatIsRecorded(proposed)) !== sameText(whatIsRecorded(letter.proposed))) refuse(words.record.gone)
      if (sameText(letters) !== sameText(lettersNow(signed))) refuse(words.gone)
      if (ROADS[letter.road].makes === 'letter') await notifyLetters(tx, permit, letter.request, proposed)
      await insertStep(tx, permit, signed, { step: 'left' })
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await asSystem(world, organisation, 'consent.depart', (tx, permit) => stop(tx, permit, letter, error))
  }
}

/** The letter comes back with the reason, and whoever signed it is told. */
async function stop(tx: Tx, permit: Permit<'consent.depart'>, letter: Outgoing, why: Refusal): Promise<void> {
  const signed = await stillDue(tx, letter, permit)
  if (!signed) return
  await insertStep(tx, permit, signed, { step: 'stopped', words: `${why.sentence.what} ${why.sentence.next}` })
  const person = signed.steps.findLast(({ step }) => step === 'signed')?.by
  if (person) await leaveMessage(tx, permit, { person, kind: 'letterWaits', link: `/toestemmingen/${letter.request}/voorbeeld`, role: 'caseManager' })
}

/** The letter under the lock of its request, while it still waits to leave: it may have been held, or sent by another process. */
async function stillDue(tx: Tx, letter: Outgoing, permit: AnyPermit): Promise<Outgoing | null> {
  await lockRequest(tx, letter.tenant, letter.request)
  const found = await lastOutgoing(tx, letter.request)
  return found && found.id === letter.id && stateOf(found.steps) === 'signed' && isDue(found.steps, permit.now) ? found : null
}

async function caseManagers(tx: Tx, permit: Permit<'consent.depart'>): Promise<ReadonlySet<PersonId>> {
  return new Set((await staff(tx, permit)).filter(({ role }) => role === 'caseManager').map(({ person }) => person))
}
