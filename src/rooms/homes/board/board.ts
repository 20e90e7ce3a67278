import { addDays, type Day, daysBetween, type Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happenedLately } from '#kit/happened.ts'
import { type Administrator, administratorsOf, type MemberId, type Permit, type PersonId, type Role, scopeOf, staff } from '#rooms/access'
import { memberNames } from '#rooms/members'
import type { BeginStep } from '../beginning/beginning.rules.ts'
import { beginning } from '../beginning/beginning.ts'
import { type Waiting, waitingRows } from '../homes.sql.ts'
import { knowledgeIn, type ToKeep } from '../keeping/keeping.rules.ts'
import { errandsOf, GOVERNING, type Governing, NEEDED, waitingFor } from '../waiting.rules.ts'

/** How many days before its end a role asks for attention, and how many exports are listed. */
const NEAR_END = 60
const EXPORTS = 10

export type BoardHome = {
  readonly today: Day
  readonly names: ReadonlyMap<MemberId, string>
  readonly work: readonly (Waiting & { readonly what: Governing })[]
  readonly applications: number
  readonly ending: readonly { readonly person: PersonId; readonly name: string; readonly role: Role; readonly until: Day }[]
  /** When everything of the cooperative was written away (decisions 8), newest first. */
  readonly exports: readonly Instant[]
  readonly beginning: BeginStep | null
  /** What is in hand in the background, and what ended lately. */
  readonly errands: readonly Waiting[]
  /** Knowledge of the network that the board keeps or is asked to keep. */
  readonly kept: readonly ToKeep[]
  /** Who can let others in, and come in themselves. */
  readonly administrators: readonly Administrator[]
  readonly mayInvite: boolean
  readonly mayExport: boolean
  readonly mayReadFigures: boolean
  readonly mayReadInvoices: boolean
}

/** What waits for whoever governs: to sign and to decide, roles that end, what was exported. Only what this role may open. Six queries, and one of sign-in. */
export async function boardHome(tx: Tx, permit: Permit<'home.board'>): Promise<BoardHome> {
  const { role, today } = permit
  const all = await waitingRows(tx, permit)
  const mine = GOVERNING.filter((what) => scopeOf(NEEDED[what], role) !== null)
  return {
    today,
    names: await memberNames(tx, permit),
    work: waitingFor(all, mine, today, daysBetween),
    applications: all.filter(({ what }) => what === 'application').length,
    ending: (await staff(tx, permit)).flatMap((each) =>
      each.role !== 'member' && each.until !== null && each.until <= addDays(today, NEAR_END) ? [{ ...each, until: each.until }] : [],
    ),
    exports: (await happenedLately(tx, permit.organisation, 'export.made', EXPORTS)).map(({ at }) => at),
    beginning: (await beginning(tx, permit)).next,
    errands: errandsOf(all, permit.now),
    kept: knowledgeIn(all, role),
    administrators: await administratorsOf(tx, permit),
    mayInvite: scopeOf('person.invite', role) !== null,
    mayExport: scopeOf('export.make', role) !== null,
    mayReadFigures: scopeOf('figures.read', role) !== null,
    mayReadInvoices: scopeOf('invoice.read', role) !== null,
  }
}
