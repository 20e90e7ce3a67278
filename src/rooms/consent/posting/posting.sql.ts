import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { type AnyPermit, personOf } from '#rooms/access'
import type { ConsentRequest } from '../consent.types.ts'

type About = Pick<ConsentRequest, 'tenant' | 'member' | 'municipality'>

export async function insertPostingChoice(tx: Tx, permit: AnyPermit, { tenant, municipality }: About, electronic: boolean): Promise<void> {
  await tx
    .insertInto('consent.posting_choice')
    .values({ tenant, id: newId(permit.now.epochMilliseconds), member: personOf(permit), municipality, electronic, chosen_at: permit.now })
    .execute()
}
