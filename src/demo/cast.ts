import { accessTexts, asSystem, type OrganisationId, organisationsAll, type PersonId, type Role, staff, type World } from '#rooms/access'

export type CastMember = {
  readonly person: PersonId
  readonly name: string
  readonly description: string
  readonly role: Role
  readonly organisation: OrganisationId
}

/** The invented people one can look along with, in the order of their organisations. */
export async function demoCast(world: World): Promise<CastMember[]> {
  const organisations = await world.database.unit({ role: 'opbloei_app', organisation: null, person: null }, organisationsAll)
  const cast: CastMember[] = []
  for (const organisation of organisations) {
    const people = await asSystem(world, organisation.id, 'access.see', staff)
    for (const each of people) {
      cast.push({
        person: each.person,
        name: each.name,
        role: each.role,
        organisation: organisation.id,
        description: `${accessTexts.roles[each.role]} · ${organisation.name}`,
      })
    }
  }
  return cast
}
