import { type Day, day } from '#kit/day.ts'
import type { OrganisationId, PersonId } from '#rooms/access'
import { decide, prepareRequest, type RequestId, sendRequest, setTownRules, type TownRules, USUAL_TOWN_RULES, versionOf } from '#rooms/consent'
import { asCoach, asMember, asOfficer, conditions, facts, take, trade, trialMember, wilgendam, world } from './consent-cast.ts'
import { as, itIs, signedIn, somebody } from './world.ts'

/** What somebody reads at an address. */
export const read = async (person: PersonId, path: string) => (await (await signedIn(world, person)).get(path)).text()
export const allowed = async (member: PersonId, on: string) => ((await trade(member, on)).allowed ? 'may' : 'may not')

const advisers = new Map<OrganisationId, PersonId>()

/** Own rules of the town from a day on, besides the usual ones. */
export async function rules(own: Partial<TownRules>, from: Day): Promise<void> {
  const adviser = advisers.get(wilgendam) ?? (await somebody(world, wilgendam, 'policyAdviser', 'Noor'))
  advisers.set(wilgendam, adviser)
  const seat = { person: adviser, organisation: wilgendam, role: 'policyAdviser' as const }
  await as(world, seat, 'townRules.set', (tx, permit) => setTownRules(tx, permit, { ...USUAL_TOWN_RULES, ...own }, from))
}

/** Somebody asks on a day, after reading what goes to the municipality; the case manager takes it. */
export async function asks(name: string, on: string, more: Partial<typeof facts> & { renews?: RequestId; member?: PersonId } = {}) {
  itIs(world, on)
  const { renews = null, member: known, ...changed } = more
  const member = known ?? (await trialMember(name))
  const wanted = { ...facts, ...changed }
  const id = await as(world, asCoach(), 'consent.prepare', (tx, permit) => prepareRequest(tx, permit, { ...wanted, member, renews }))
  const page = await read(member, `/toestemmingen/${id}/verzending`)
  await as(world, asMember(member), 'consent.send', (tx, permit) => sendRequest(tx, permit, id, versionOf({ ...wanted, renews })))
  await take(id)
  return { member, id, page, address: `/toestemmingen/${id}` }
}

/** The municipality grants on a day, for a period. */
export const grants = (id: RequestId, on: string, from: string, until: string, paperReference?: string) =>
  as(world, asOfficer(), 'consent.decide', (tx, permit) =>
    decide(tx, permit, id, {
      kind: 'granted',
      on: day(on),
      conditions: { ...conditions, from: day(from), until: day(until) },
      ...(paperReference ? { paperReference } : {}),
    }),
  )
