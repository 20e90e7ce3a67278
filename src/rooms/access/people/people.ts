import type { Tx } from '#kit/db.ts'
import { isDouble } from '#kit/db.ts'
import { refuse } from '#kit/refusal.ts'
import type { Language } from '#kit/text.ts'
import { addPerson } from '../access.ts'
import type { AnyPermit, Permit, PersonId } from '../permit.ts'
import { type AddressOutcome, changeAddress } from './new-address.ts'
import { textsOf } from './people.en.ts'
import { acrossOrganisations, personOfAddress, standingOf, updateNameAndLanguage } from './people.sql.ts'

/**
 * The person with this address, known to whatever organisation, or a new one; without an address always a new one. Who is known keeps the name,
 * the address and the language. Gives whether somebody was known: to tell that person, never to tell whoever asks.
 */
export async function personFor(
  tx: Tx,
  permit: AnyPermit,
  facts: { readonly name: string; readonly email: string | null; readonly language: Language },
): Promise<{ person: PersonId; known: { name: string; language: Language } | null }> {
  const email = facts.email?.toLowerCase() ?? null
  const known = email ? await acrossOrganisations(tx, () => personOfAddress(tx, email)) : null
  if (known) return { person: known.person, known }
  try {
    return { person: await addPerson(tx, permit, { ...facts, email }), known: null }
  } catch (error) {
    // Somebody else wrote the same address down at this very moment.
    if (isDouble(error)) refuse(textsOf(permit.language).refusals.justNow, {}, { kind: 'conflict' })
    throw error
  }
}

/**
 * Keeps name, language and address of a person in step with what was filled in about a member: the person is the one owner of all three.
 * The name of somebody with a role elsewhere is the person's own; for the address see `changeAddress`, whose refusals it shares.
 */
export async function keepPerson(
  tx: Tx,
  permit: Permit<'member.edit'>,
  person: PersonId,
  facts: { readonly name: string; readonly email: string | null; readonly language: Language },
  home: string,
): Promise<AddressOutcome> {
  const standing = await acrossOrganisations(tx, () => standingOf(tx, person, permit.organisation, permit.today))
  const nameToo = permit.person === person || !standing.elsewhere
  await updateNameAndLanguage(tx, person, nameToo ? { name: facts.name, language: facts.language } : { language: facts.language })
  return changeAddress(tx, permit, person, facts.email, home)
}
