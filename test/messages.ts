import type { PersonId } from '#rooms/access'
import type { TestWorld } from './world.ts'

/** The kinds of what is new for a person, oldest first. */
export async function newFor(world: TestWorld, person: PersonId): Promise<string[]> {
  const { rows } = await world.world.database.pool.query<{ kind: string }>('select kind from access.message where person = $1 order by at, id', [person])
  return rows.map(({ kind }) => kind)
}

/** The mails to an address that tell of something new, oldest first. */
export async function tellingMails(world: TestWorld, address: string): Promise<{ subject: string; text: string }[]> {
  const { rows } = await world.world.database.pool.query<{ subject: string; text: string }>(
    "select subject, body as text from kit.mail where to_address = $1 and organisation is null and body like '%/berichten%' order by written_at, id",
    [address],
  )
  return rows
}
