import { addMonths } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, isProvisional, type OrganisationId, organisationsAll, type Permit, staff } from '#rooms/access'
import { versionsAll } from '#rooms/agreements'
import { allCooperatives } from '#rooms/organisations'
import { threadsOn } from '#rooms/threads'
import { answersAtStep } from '../knowledge/using/using.ts'
import { toConfirm } from './confirming/confirming.ts'
import { initiators, municipal } from './path.nl.ts'
import { askNetwork, peopleOfNetwork, questionsAtStep, stepQuestionsOpen } from './questions/questions.ts'
import { townsToVerify } from './signing-up/signing-up.ts'
import { nl } from './starting.nl.ts'
import { type Proof, type StartPath, type StartStep, standingOf, stepsOf } from './starting.rules.ts'
import { initiatives, insertInitiative, insertTick, saveSharing, sharers, ticksOf } from './starting.sql.ts'

/** How far the own path is, and whether the network may see it. Six queries. */
export async function startPath(tx: Tx, permit: Permit<'start.read' | 'lesson.write'>) {
  const path = pathFor(permit)
  const ticked = (await ticksOf(tx)).get(permit.organisation) ?? new Set<string>()
  return { path, standing: standingOf(path, ticked, await proofsOf(tx, permit)), shared: (await sharers(tx)).includes(permit.organisation) }
}

/** One step with the questions asked about it. Refuses (missing) a step that is not on the own path. */
export async function startStep(tx: Tx, permit: Permit<'start.read'>, key: string) {
  const step = stepOf(permit, key)
  const ticked = (await ticksOf(tx)).get(permit.organisation)?.has(key) ?? false
  const numbered = await questionsAtStep(tx, permit, key)
  const about = new Set(numbered.map(({ question }) => question.id))
  const questions = (await threadsOn(tx, permit, 'startStep', [permit.organisation])).filter(({ id }) => about.has(id))
  return { step, ticked, questions, numbered, answers: await answersAtStep(tx, permit, key), today: permit.today }
}

/** Says that a step is done, or not any more. Refuses (missing) an unknown step, and one of which the house itself knows. */
export async function tickStep(tx: Tx, permit: Permit<'start.tick'>, key: string, done: boolean): Promise<void> {
  if (stepOf(permit, key).proof) refuse(nl.refusals.known)
  await insertTick(tx, permit, key, done)
  await happened(tx, permit, 'start.ticked', { step: key, done: done ? 'yes' : 'no' })
}

/** Lets the network see the progress, or not any more. */
export async function shareStart(tx: Tx, permit: Permit<'start.share'>, shared: boolean): Promise<void> {
  await saveSharing(tx, permit, shared)
  await happened(tx, permit, 'start.shared', { shared: shared ? 'yes' : 'no' })
}

/** Asks the network about a step, as `askNetwork`. Refuses (missing) an unknown step too. */
export async function askAboutStep(tx: Tx, permit: Permit<'start.ask'>, key: string, words: string): Promise<void> {
  stepOf(permit, key)
  await askNetwork(tx, permit, key, words)
}

/** The paths that are shared, the questions that wait, and the initiatives that were let in. */
export async function startsOverseen(tx: Tx, permit: Permit<'start.oversee'>) {
  const organisations = await organisationsAll(tx)
  const [ticks, shared] = [await ticksOf(tx), await sharers(tx)]
  const named = new Map(organisations.map((each) => [each.id, each]))
  const paths = shared.flatMap((id) => {
    const organisation = named.get(id)
    if (!organisation) return []
    const path = organisation.kind === 'municipality' ? municipal : initiators
    const steps = stepsOf(path)
    const done = ticks.get(id) ?? new Set<string>()
    return [
      {
        id,
        name: organisation.name,
        done: done.size,
        all: steps.filter(({ proof }) => !proof).length,
        next: steps.find(({ key, proof }) => !proof && !done.has(key)) ?? null,
      },
    ]
  })
  return {
    paths,
    questions: await stepQuestionsOpen(tx, permit),
    people: await peopleOfNetwork(tx, permit),
    me: permit.person,
    initiatives: await initiatives(tx, permit),
    towns: await townsToVerify(tx, permit),
    toConfirm: await toConfirm(tx, permit),
    today: permit.today,
  }
}

/** Lets an initiative in: an organisation is begun for it, and one person gets an invitation. Gives the id that the organisation will have. */
export async function openInitiative(
  tx: Tx,
  permit: Permit<'initiative.open'>,
  facts: { readonly name: string; readonly personName: string; readonly email: string },
): Promise<OrganisationId> {
  const id = newId<OrganisationId>(permit.now.epochMilliseconds)
  await insertInitiative(tx, permit, { id, ...facts, kind: 'cooperative', own: false, place: null })
  await happened(tx, permit, 'initiative.opened', { initiative: id })
  return id
}

/** Until when the first invitation of an initiative counts. */
export function invitedUntil(permit: AnyPermit) {
  return addMonths(permit.today, 24)
}

/** The path of whoever asks: that of a municipality for its adviser. */
export function pathFor(permit: AnyPermit): StartPath {
  return permit.role === 'policyAdviser' ? municipal : initiators
}

/** A step of the own path. Refuses (missing) another. */
export function stepOf(permit: AnyPermit, key: string): StartStep {
  return stepsOf(pathFor(permit)).find((step) => step.key === key) ?? refuse(nl.refusals.missing, {}, { kind: 'missing' })
}

/** How a step is called, on whichever path. */
export function titleOf(key: string): string {
  return [...stepsOf(initiators), ...stepsOf(municipal)].find((step) => step.key === key)?.title ?? key
}

/** What the house knows: details filled in, an agreement drafted, the people there that the first member needs. */
async function proofsOf(tx: Tx, permit: AnyPermit): Promise<ReadonlySet<Proof>> {
  const roles = new Set((await staff(tx, permit)).map(({ role }) => role))
  if (permit.role === 'policyAdviser') return new Set<Proof>(roles.has('caseManager') ? ['people'] : [])
  const found: readonly (readonly [Proof, boolean])[] = [
    ['confirmed', !(await isProvisional(tx, permit.organisation))],
    ['registered', (await allCooperatives(tx)).some(({ id }) => id === permit.organisation)],
    ['agreement', (await versionsAll(tx, permit)).length > 0],
    ['people', roles.has('coach') && roles.has('treasurer')],
  ]
  return new Set(found.flatMap(([proof, there]) => (there ? [proof] : [])))
}
