import { addDays } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { updateOrganisationName } from '../access.sql.ts'
import { acrossOrganisations, endSessions, setAddress, updateNameAndLanguage } from '../people/people.sql.ts'
import type { Permit } from '../permit.ts'
import { nl } from './inviting.nl.ts'
import { endEverybody, everybodyHere } from './inviting.sql.ts'

/**
 * Ends every role at the permit's organisation, and forgets name and address of whoever never had another in the house. The organisation stays as an empty row under
 * the name given, for what happened leans on it.
 */
export async function leaveAll(tx: Tx, permit: Permit<'start.sweep'>, name: string): Promise<void> {
  const people = await acrossOrganisations(tx, () => everybodyHere(tx, permit.organisation))
  const lone = people.filter(({ onlyHere }) => onlyHere)
  for (const { person } of lone) await updateNameAndLanguage(tx, person, { name: nl.gone, language: 'nl' })
  await endEverybody(tx, permit.organisation, addDays(permit.today, -1))
  await acrossOrganisations(tx, async () => {
    for (const { person } of lone) {
      await setAddress(tx, person, null, false, permit.now)
      await endSessions(tx, person)
    }
  })
  await updateOrganisationName(tx, permit.organisation, name)
}
