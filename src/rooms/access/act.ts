import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { type Clock, today } from '#kit/clock.ts'
import type { Database, Tx } from '#kit/db.ts'
import { checkForm, type Problems, typedOf, type z } from '#kit/form.ts'
import { happened, happenedTo } from '#kit/happened.ts'
import { isId } from '#kit/ids.ts'
import { Refusal, refuse, type Sentence } from '#kit/refusal.ts'
import type { Language } from '#kit/text.ts'
import { accessTextsOf } from './access.en.ts'
import { answerForm, claimForm, insertDenial, insertLooks, insertLooksBefore, relatedPersons, type Seat } from './access.sql.ts'
import { type Done, sayDone } from './done/done.ts'
import type { Env } from './env.ts'
import { type Action, isEarly, looks, type Role, scopeOf } from './permissions.rules.ts'
import { type AnyPermit, makePermit, type OrganisationId, type Permit, type PersonId, type Reach } from './permit.ts'
import { formTokenMatches } from './sign-in/form-token.ts'

/** Who acts: a person in a role at an organisation, or the program itself. */
export type Actor = {
  readonly person: PersonId | null
  readonly organisation: OrganisationId
  readonly role: Role
  readonly language: Language
  readonly provisional?: boolean
}

/** A refusal for the role, which knows of what: another role of the same person may do it. */
class NotAllowed extends Refusal {
  readonly action: Action

  constructor(sentence: Sentence, action: Action) {
    super(sentence, 'forbidden', null)
    this.action = action
  }
}

/** The other roles of a person in which they may do what was refused, at the organisation for which they act now. */
export function seatsFor(refusal: Refusal, seats: readonly Seat[], now: Seat | null): readonly Seat[] {
  if (!(refusal instanceof NotAllowed)) return []
  const { action } = refusal
  return seats.filter((each) => each.organisation === now?.organisation && scopeOf(action, each.role) !== null && (!each.provisional || isEarly(action)))
}

/** What an action needs of the program around it. */
export type World = {
  readonly database: Database
  readonly clock: Clock
  /** Where this house stands on the net, for links in mail; without it mail has none. */
  readonly baseUrl?: string
}

/**
 * The only doorkeeper. Asks the permission table, opens one transaction for the actor's organisation, hands out the
 * permit, runs the action, commits. A refusal rolls everything back; a denied attempt is written down outside it.
 */
export async function actAs<A extends Action, T>(world: World, actor: Actor, action: A, run: (tx: Tx, permit: Permit<A>) => Promise<T>): Promise<T> {
  const unit = { role: 'opbloei_app', organisation: actor.organisation, person: actor.person, day: today(world.clock) } as const
  const scope = scopeOf(action, actor.role)
  try {
    if (!scope) throw new NotAllowed(accessTextsOf(actor.language).refusals.notAllowed, action)
    if (actor.provisional && !isEarly(action)) refuse(accessTextsOf(actor.language).refusals.notConfirmed, {}, { kind: 'forbidden' })
    return await world.database.unit(unit, async (tx) => {
      const now = world.clock.now()
      const on = today(world.clock)
      let reach: Reach = 'organisation'
      if (scope !== 'organisation') {
        if (!actor.person) refuse(accessTextsOf(actor.language).refusals.notAllowed, {}, { kind: 'forbidden' })
        reach = scope === 'own' ? [actor.person] : await relatedPersons(tx, actor.organisation, actor.person, on)
      }
      return run(tx, makePermit<A>({ action, ...actor, reach, now, today: on }))
    })
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'forbidden') {
      await world.database.unit(unit, (tx) =>
        insertDenial(tx, { person: actor.person, organisation: actor.organisation, role: actor.role, action, at: world.clock.now() }),
      )
    }
    throw error
  }
}

/** The program itself acts, in a job or at the start; its own lines of the permission table say what it may. */
export function asSystem<A extends Action, T>(
  world: World,
  organisation: OrganisationId,
  action: A,
  run: (tx: Tx, permit: Permit<A>) => Promise<T>,
): Promise<T> {
  return actAs(world, { person: null, organisation, role: 'system', language: 'nl' }, action, run)
}

/** Reads, or does, something for the signed-in person in the role chosen in the header. */
export function act<A extends Action, T>(c: Context<Env>, action: A, run: (tx: Tx, permit: Permit<A>) => Promise<T>): Promise<T> {
  return actAs(c.var.world, actorOf(c), action, run)
}

export type Change<A extends Action, F, T> = {
  /** What the form must hold; left out for a button alone. */
  readonly form?: z.ZodType<F>
  readonly run: (tx: Tx, permit: Permit<A>, form: F) => Promise<T>
  /** Where the answer is found: POST → 303 → GET. */
  readonly to: (result: T) => string
  /** What the page that follows says was done, also when the same form comes once more. */
  readonly done?: Done | ((form: F, to: string) => Done | null)
  /** Shows the form again with what was typed and what is wrong. Without it the refusal gets a page of its own. */
  readonly again?: (problems: Problems) => Response | Promise<Response>
}

/**
 * Changes something from a form: one effect and one answer, however often the same form is sent (decisions 3).
 * The form's key and the effect are stored in one transaction, so a crash in between leaves neither.
 */
export async function change<A extends Action, T, F = Record<never, never>>(c: Context<Env>, action: A, how: Change<A, F, T>): Promise<Response> {
  const body = await c.req.parseBody({ all: true })
  const actor = actorOf(c)
  if (!formTokenMatches(c, body._csrf)) refuse(accessTextsOf(c.var.language).refusals.formExpired, {}, { kind: 'forbidden' })
  const parsed = how.form ? checkForm(how.form, body, c.var.language) : ({ ok: true, value: {} as F, typed: typedOf(body) } as const)
  const key = typeof body._key === 'string' && isId(body._key) ? body._key : null
  try {
    const location = await actAs(c.var.world, actor, action, async (tx, permit) => {
      if (key && actor.person) {
        const digest = await digestOf(c.req.path, body)
        const claim = await claimForm(tx, actor.person, key, digest, permit.now)
        if (claim !== 'first') {
          if (claim.body !== digest) refuse(accessTextsOf(c.var.language).refusals.otherForm, {}, { kind: 'conflict' })
          return claim.location ?? refuse(accessTextsOf(c.var.language).refusals.busy, {}, { kind: 'conflict' })
        }
      }
      // Only now: what a form must hold may have changed by its own effect, and sent again it still gets its own answer.
      if (!parsed.ok) throw new Unreadable()
      const answer = how.to(await how.run(tx, permit, parsed.value))
      if (key && actor.person) await answerForm(tx, actor.person, key, answer)
      return answer
    })
    const said = typeof how.done === 'function' ? (parsed.ok ? how.done(parsed.value, location) : null) : how.done
    if (said) sayDone(c, said)
    return c.redirect(location, 303)
  } catch (error) {
    if (!parsed.ok && error instanceof Unreadable) return again(how, parsed.problems)
    if (parsed.ok && error instanceof Refusal && error.kind === 'rule' && how.again) {
      return again(how, { sentence: error.sentence, fields: error.field ? { [error.field]: error.sentence.what } : {}, typed: parsed.typed })
    }
    throw error
  }
}

/** Rolls back what was claimed for a form that cannot be read. */
class Unreadable extends Error {}

/** Writes down that this permit opened these persons' files; a look at oneself is no look. Refuses an action that the table does not call one. */
export async function looked(tx: Tx, permit: AnyPermit, subjects: readonly PersonId[]): Promise<void> {
  if (!looks(permit.action)) throw new Error(`${permit.action} opens a file, and the permission table does not say so`)
  await insertLooks(
    tx,
    permit,
    subjects.filter((subject) => subject !== permit.person),
  )
}

/**
 * Writes down that this permit opened something of somebody who is no person here yet, such as an application; `lookedBefore` gives these looks to
 * the person once there is one.
 */
export async function lookedAtStranger(tx: Tx, permit: AnyPermit, kind: string, id: string): Promise<void> {
  if (!looks(permit.action)) throw new Error(`${permit.action} opens a file, and the permission table does not say so`)
  await happened(tx, permit, `${kind}.looked`, { [kind]: id, action: permit.action })
}

/** Gives the looks at something to the person it turned out to be about, with the moments at which they were. */
export async function lookedBefore(tx: Tx, permit: AnyPermit, kind: string, id: string, person: PersonId): Promise<void> {
  const before = (await happenedTo(tx, permit.organisation, kind, id, 200)).filter((each) => each.kind === `${kind}.looked`)
  const action = `${kind}.read` as Action
  await insertLooksBefore(
    tx,
    permit.organisation,
    person,
    before.flatMap((each) => (each.person === person ? [] : [{ ...each, action }])),
  )
}

function actorOf(c: Context<Env>): Actor {
  const { person, seat, language } = c.var
  if (!person) refuse(accessTextsOf(c.var.language).refusals.signInFirst, {}, { kind: 'forbidden' })
  if (!seat) refuse(accessTextsOf(c.var.language).refusals.notAllowed, {}, { kind: 'forbidden' })
  return { person: person.id, organisation: seat.organisation, role: seat.role, language, provisional: seat.provisional }
}

async function again<A extends Action, F, T>(how: Change<A, F, T>, problems: Problems): Promise<Response> {
  if (!how.again) throw new Refusal({ what: problems.sentence.what, next: Object.values(problems.fields)[0] ?? problems.sentence.next }, 'rule', null)
  const response = await how.again(problems)
  return new Response(response.body, { status: 422, headers: response.headers })
}

async function digestOf(path: string, body: Readonly<Record<string, unknown>>): Promise<string> {
  const hash = createHash('sha256').update(path)
  for (const name of Object.keys(body).sort()) {
    if (name.startsWith('_')) continue
    for (const value of [body[name]].flat()) {
      hash.update(`\0${name}\0`)
      hash.update(value instanceof File ? new Uint8Array(await value.arrayBuffer()) : String(value))
    }
  }
  return hash.digest('hex')
}
