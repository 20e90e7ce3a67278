import { addDays, day } from '#kit/day.ts'
import type { MemberId, OrganisationId } from '#rooms/access'
import { type PartnerPiece, preparePartner, sendPartner } from '#rooms/coaching'
import { as, type Browser, browser, type TestWorld } from '../world.ts'

/** What a mail gave to whoever may look along. */
export type Invited = { readonly link: string; readonly code: string }

const WORDS = 'Alleen wie de code heeft, leest deze zin.'

/** A member lets somebody look along; gives what stands in the mail. */
export async function letsLookAlong(world: TestWorld, member: MemberId, organisation: OrganisationId, email: string): Promise<Invited> {
  const who = { person: member, organisation, role: 'member' } as const
  const piece: Omit<PartnerPiece, 'id'> = { kind: 'pots', title: 'Wat er in mijn potjes zit', parts: [{ kind: 'text', text: WORDS }] }
  const facts = { kind: 'debtCounsellor', name: 'Bo Budget', email, until: addDays(day('2026-11-24'), 14) } as const
  const id = await as(world, who, 'partner.invite', (tx, permit) => preparePartner(tx, permit, facts, [piece]))
  await as(world, who, 'partner.invite', (tx, permit) => sendPartner(tx, permit, id, 'http://localhost'))
  const { rows } = await world.world.database.pool.query<{ body: string }>('select body from kit.mail where to_address = $1', [email])
  const body = rows[0]?.body ?? ''
  return { link: /\/meekijken\/[\w-]+/.exec(body)?.[0] ?? '', code: /Je code: (\d{6})/.exec(body)?.[1] ?? '' }
}

/** A browser in which the link was opened with its code. */
export async function lookingAlong(world: TestWorld, { link, code }: Invited): Promise<Browser> {
  const made = browser(world)
  if (!(await opens(made, link, code))) throw new Error('the link with its code shows nothing')
  return made
}

/** Whether this browser reads what a link shows, with this code. */
export async function opens(from: Browser, link: string, code: string): Promise<boolean> {
  return (await (await from.post(link, { code })).text()).includes(WORDS)
}
