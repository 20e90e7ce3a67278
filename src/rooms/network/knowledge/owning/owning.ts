import { addMonths } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import { leaveMessage, type OrganisationId, organisationsAll, type Permit, type PersonId, staff, tellStaff } from '#rooms/access'
import { deskOrganisation } from '../../inquiries/inquiries.ts'
import type { KnowledgeText } from '../knowledge.rules.ts'
import type { ItemVersion } from '../writing/writing.rules.ts'
import { itemVersions } from '../writing/writing.sql.ts'
import { writeVersion } from '../writing/writing.ts'
import { nl } from './owning.nl.ts'
import { hasRole, isTold, type KnowledgeOwner, type OwnerRole, ownerNow, ownerStanding } from './owning.rules.ts'
import { answerOwner, checksOf, endOwner, insertCheck, insertOwner, itemAt, ownerRows, setItemOwner } from './owning.sql.ts'

/** How long an item is right once somebody looked, in months. */
const RIGHT_FOR = 12

/** What one keeps and what one is asked to keep, with the last version of each. One query, and one for each item. */
export async function keptByMe(tx: Tx, permit: Permit<'knowledge.own'>) {
  const rows = await ownerRows(tx, { tenant: permit.organisation })
  const own = rows.filter((each) => ownerStanding(each) === 'keeps' && each.person === permit.person)
  const kept: { readonly owner: KnowledgeOwner; readonly last: ItemVersion | undefined }[] = []
  for (const owner of own) kept.push({ owner, last: (await itemVersions(tx, { slug: owner.slug })).at(-1) })
  return { offers: rows.filter((each) => ownerStanding(each) === 'asked' && each.role === permit.role), kept, today: permit.today }
}

/** Says yes or no to keeping an item; whoever says yes keeps it. Refuses (missing) outside the own role, and (conflict) once it was answered or taken back. */
export async function answerAsked(tx: Tx, permit: Permit<'knowledge.own'>, id: string, yes: boolean): Promise<void> {
  const [owner] = await ownerRows(tx, { id })
  if (!owner || owner.tenant !== permit.organisation || owner.role !== permit.role) return refuse(nl.refusals.missing, {}, { kind: 'missing' })
  if (!(await answerOwner(tx, permit, owner, yes))) refuse(nl.refusals.over, {}, { kind: 'conflict' })
  if (yes) await setItemOwner(tx, owner.item, owner.tenant)
  await moved(tx, permit, owner)
}

/** Says that an own item is still right: it is looked at again in a year. Refuses (missing) one that somebody else keeps. */
export async function confirmOwn(tx: Tx, permit: Permit<'knowledge.own'>, slug: string): Promise<void> {
  const { item } = await own(tx, permit, slug)
  await insertCheck(tx, permit, item, addMonths(permit.today, RIGHT_FOR))
  await happened(tx, permit, 'knowledge.checked', { item })
}

/** Gives an own item back to the network. Refuses (missing) one that somebody else keeps. */
export async function giveBack(tx: Tx, permit: Permit<'knowledge.own'>, slug: string): Promise<void> {
  const owner = await own(tx, permit, slug)
  await setItemOwner(tx, owner.item, null)
  await endOwner(tx, permit, owner, 'returned')
  await moved(tx, permit, owner)
}

/** Asks a colleague in a role to keep an own item; until one says yes it is of the network. Refuses (missing) an item of somebody else, and a role that is not here. */
export async function handItemOver(tx: Tx, permit: Permit<'knowledge.own'>, slug: string, role: OwnerRole): Promise<void> {
  const owner = await own(tx, permit, slug)
  await checkRole(tx, permit.organisation, role)
  await endOwner(tx, permit, owner, 'handed')
  const id = (await insertOwner(tx, permit, { tenant: permit.organisation, item: owner.item, role })) ?? refuse(nl.refusals.kept, {}, { kind: 'conflict' })
  await setItemOwner(tx, owner.item, null)
  await moved(tx, permit, owner)
  await happened(tx, permit, 'knowledge.offered', { owner: id, to: permit.organisation })
}

/** The last version of an own item, to propose a change of. Refuses (missing) one that somebody else keeps. */
export async function ownItem(tx: Tx, permit: Permit<'knowledge.own'>, slug: string): Promise<ItemVersion> {
  await own(tx, permit, slug)
  return (await itemVersions(tx, { slug })).at(-1) ?? refuse(nl.refusals.missing, {}, { kind: 'missing' })
}

/** Proposes a change of an own item, which the network publishes or sends back; gives the version. Refuses what `writeVersion` does, and (missing) an item of somebody else. */
export async function proposeChange(tx: Tx, permit: Permit<'knowledge.own'>, slug: string, text: KnowledgeText): Promise<string> {
  const owner = await own(tx, permit, slug)
  const { id } = await writeVersion(tx, permit, slug, text)
  await moved(tx, permit, owner)
  return id
}

/** Who keeps an item and kept it, with the organisations that can be asked. Refuses (missing) what no visitor reads. */
export async function ownersOf(tx: Tx, _permit: Permit<'knowledge.write'>, slug: string) {
  const item = await itemAt(tx, slug)
  const organisations = (await organisationsAll(tx))
    .filter(({ kind }) => kind === 'cooperative' || kind === 'municipality')
    .toSorted((a, b) => (a.kind === b.kind ? a.name.localeCompare(b.name, 'nl') : a.kind === 'cooperative' ? -1 : 1))
  return { shown: item !== null, owners: await ownerRows(tx, { slug }), checks: item ? await checksOf(tx, item.item) : [], organisations }
}

/** Asks an organisation outside the network to keep an item, in a role. Refuses one that is not read yet, that somebody keeps or is asked for, and a role it does not have. */
export async function askToKeep(tx: Tx, permit: Permit<'knowledge.offer'>, slug: string, organisation: string, role: OwnerRole): Promise<void> {
  const item = (await itemAt(tx, slug)) ?? refuse(nl.refusals.notShown)
  await checkRole(tx, organisation, role)
  const id = (await insertOwner(tx, permit, { tenant: organisation, item: item.item, role })) ?? refuse(nl.refusals.kept, {}, { kind: 'conflict' })
  await happened(tx, permit, 'knowledge.offered', { owner: id, to: organisation })
}

/** Takes an item back from whoever keeps it or was asked. Refuses (conflict) where nobody is. */
export async function takeItemBack(tx: Tx, permit: Permit<'knowledge.offer'>, slug: string): Promise<void> {
  const owner = ownerNow(await ownerRows(tx, { slug })) ?? refuse(nl.refusals.over, {}, { kind: 'conflict' })
  await setItemOwner(tx, owner.item, null)
  if (!(await endOwner(tx, permit, owner, 'taken'))) refuse(nl.refusals.over, {}, { kind: 'conflict' })
  await happened(tx, permit, 'knowledge.taken', { owner: owner.id })
}

/** The network says that an item is still right, until a day. Refuses (missing) what no visitor reads. */
export async function confirmItem(tx: Tx, permit: Permit<'knowledge.offer'>, slug: string): Promise<void> {
  const item = (await itemAt(tx, slug)) ?? refuse(nl.refusals.notShown, {}, { kind: 'missing' })
  await insertCheck(tx, permit, item.item, addMonths(permit.today, RIGHT_FOR))
  await happened(tx, permit, 'knowledge.checked', { item: item.item })
}

/** Tells those in the role that was asked. */
export async function tellWhoIsAsked(tx: Tx, permit: Permit<'knowledge.tell'>, id: string): Promise<void> {
  const [owner] = await ownerRows(tx, { id })
  if (!owner || ownerStanding(owner) !== 'asked' || owner.tenant !== (permit.organisation as string)) return
  await tellStaff(tx, permit, [owner.role], [{ kind: 'knowledgeOffered', link: '/mijn-kennis' }])
}

/** Tells the network that something moved with an item that is kept outside it. */
export async function tellKeepers(tx: Tx, permit: Permit<'knowledge.tell'>, slug: string): Promise<void> {
  await tellStaff(tx, permit, ['network'], [{ kind: 'knowledgeMoved', link: `/netwerk/kennis/${slug}` }])
}

/** Tells whoever keeps an item that the network decided about the proposed change. */
export async function tellProposer(tx: Tx, permit: Permit<'knowledge.tell'>, slug: string): Promise<void> {
  const owner = ownerNow(await ownerRows(tx, { slug }))
  if (owner?.person && owner.tenant === (permit.organisation as string)) {
    await leaveMessage(tx, permit, { person: owner.person as PersonId, kind: 'knowledgeDecided', link: '/mijn-kennis', role: owner.role })
  }
}

/** At night: an item whose keeper left goes back to the network, and who keeps one that must be looked at hears so. */
export async function lookAfterOwners(tx: Tx, permit: Permit<'knowledge.tell'>): Promise<void> {
  const here = await staff(tx, permit)
  for (const owner of await ownerRows(tx, { tenant: permit.organisation })) {
    if (ownerStanding(owner) !== 'keeps' || !owner.person) continue
    if (here.some(({ person, role }) => person === owner.person && role === owner.role)) {
      const message = { person: owner.person as PersonId, kind: 'knowledgeStale', link: '/mijn-kennis', role: owner.role } as const
      if (isTold(owner.reviewOn, permit.today)) await leaveMessage(tx, permit, message)
      continue
    }
    await setItemOwner(tx, owner.item, null)
    await endOwner(tx, permit, owner, 'left')
    await moved(tx, permit, owner)
  }
}

async function own(tx: Tx, permit: Permit<'knowledge.own'>, slug: string): Promise<KnowledgeOwner> {
  const owner = ownerNow(await ownerRows(tx, { slug, tenant: permit.organisation }))
  return owner?.accepted && owner.person === permit.person ? owner : refuse(nl.refusals.missing, {}, { kind: 'missing' })
}

async function checkRole(tx: Tx, organisation: string, role: OwnerRole): Promise<void> {
  const asked = (await organisationsAll(tx)).find(({ id }) => id === organisation)
  if (!asked || (asked.kind !== 'cooperative' && asked.kind !== 'municipality')) return refuse(nl.refusals.organisation, {}, { field: 'organisation' })
  if (!hasRole(asked.kind, role)) refuse(nl.refusals.role, {}, { field: 'role' })
}

async function moved(tx: Tx, permit: Permit<'knowledge.own'> | Permit<'knowledge.tell'>, owner: KnowledgeOwner): Promise<void> {
  const to: OrganisationId | null = await deskOrganisation(tx)
  if (to) await happened(tx, permit, 'knowledge.ownerMoved', { owner: owner.id, slug: owner.slug, to })
}
