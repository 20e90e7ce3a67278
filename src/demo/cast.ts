import { accessTexts, type OrganisationId, type OrganisationKind, type PersonId, peopleOfDemo, type Role, type World } from '#rooms/access'
import { placeOf } from './network-wide/doors.ts'

export type CastMember = {
  readonly person: PersonId
  readonly name: string
  /** In the order in which they were given; most people have one. */
  readonly roles: readonly Role[]
  readonly description: string
  readonly organisation: OrganisationId
}

export type Company = {
  readonly organisation: OrganisationId
  readonly name: string
  readonly kind: OrganisationKind
  readonly people: readonly CastMember[]
  /** Of the wide network: there is little to do here, and something to compare with. */
  readonly wide: boolean
}

/**
 * The invented people one can look along with, by organisation: cooperatives first, then who they deal with. Of the wide network only the few with a door: a list of
 * everybody would hide whom one came for.
 */
export async function demoCast(world: World): Promise<Company[]> {
  const rows = (await peopleOfDemo(world)).filter((row) => placeOf(row.organisationName) !== 'wide')
  return [...Map.groupBy(rows, (row) => row.organisation)].map(([organisation, here]) => ({
    organisation,
    name: here[0]?.organisationName ?? '',
    kind: here[0]?.kind ?? 'cooperative',
    wide: placeOf(here[0]?.organisationName ?? '') === 'door',
    people: [...Map.groupBy(here, (row) => row.person)].map(([person, seats]) => ({
      person,
      name: seats[0]?.name ?? '',
      roles: seats.map((seat) => seat.role),
      description: seats.map((seat) => accessTexts.roles[seat.role]).join(', '),
      organisation,
    })),
  }))
}

/** Whom a first visitor should meet, in this order: Samira's year has the most to see. */
export function meetFirst(companies: readonly Company[]): (CastMember & { readonly where: string })[] {
  const everyone = companies.filter(({ wide }) => !wide).flatMap((company) => company.people.map((person) => ({ ...person, where: company.name })))
  const withRole = (role: Role) => everyone.filter((each) => each.roles.includes(role))
  const members = withRole('member')
  const member = members.find((each) => each.name.startsWith('Samira')) ?? members[0]
  return [member, withRole('treasurer')[0], withRole('caseManager')[0]].filter((each) => each !== undefined)
}
