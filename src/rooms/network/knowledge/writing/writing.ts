import { addMonths, type Day, dayOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { isId, newId } from '#kit/ids.ts'
import { markdownFault } from '#kit/markdown.ts'
import { refuse } from '#kit/refusal.ts'
import { organisationsAll, type Permit, type PersonId, personNames, personOf } from '#rooms/access'
import { tellOfItem } from '../asking/tending.ts'
import { nl as attaching } from '../attaching/attaching.nl.ts'
import { seenOf } from '../attaching/attaching.rules.ts'
import { attachmentsOf } from '../attaching/attaching.sql.ts'
import { carryAttachments } from '../attaching/attaching.ts'
import type { KnowledgeText } from '../knowledge.rules.ts'
import { attachmentChange, changesBetween } from './changes.rules.ts'
import { nl } from './writing.nl.ts'
import { checkNoneWaits, checkReviewDay, type ItemVersion, mayDecideVersion, slugOf } from './writing.rules.ts'
import { insertItem, insertVersion, insertVersionVerdict, itemVersions, lockItem, showVersion } from './writing.sql.ts'

/** Every version of an item, with the names of who wrote and who decided. Refuses (missing) what is not there. */
export async function historyOfItem(tx: Tx, _permit: Permit<'knowledge.write'>, slug: string) {
  const versions = await itemVersions(tx, { slug })
  if (versions.length === 0) refuse(nl.refusals.missing, {}, { kind: 'missing' })
  return { slug, versions, names: await namesOf(tx, versions) }
}

/**
 * Writes a version of an item, or the first of a new one (slug null), for a colleague to publish; gives its id and that of the item. Refuses marks that a text does not
 * take, a second version while one waits, a title whose address is taken, and who is not of the network.
 */
export async function writeItem(tx: Tx, permit: Permit<'knowledge.write'>, slug: string | null, text: KnowledgeText): Promise<{ id: string; item: string }> {
  await onlyNetwork(tx, permit)
  if (slug !== null) return writeVersion(tx, permit, slug, text)
  checkMarks(text)
  await lockItem(tx, slugOf(text.title))
  const item = await insertItem(tx, permit, slugOf(text.title), addMonths(dayOf(permit.now), 12))
  return item === null ? refuse(nl.refusals.taken, {}, { field: 'title' }) : insertWritten(tx, permit, item, text)
}

/** Writes the next version of an item that is there, with the files of the last. Who may, the wall and whoever calls this decide; refuses marks, what is not there, and a second version while one waits. */
export async function writeVersion(
  tx: Tx,
  permit: Permit<'knowledge.write'> | Permit<'knowledge.own'>,
  slug: string,
  text: KnowledgeText,
): Promise<{ id: string; item: string }> {
  checkMarks(text)
  await lockItem(tx, slug)
  const versions = await itemVersions(tx, { slug })
  checkNoneWaits(versions)
  const before = versions.at(-1) ?? refuse(nl.refusals.missing, {}, { kind: 'missing' })
  const written = await insertWritten(tx, permit, before.item, text)
  await carryAttachments(tx, before.id, written.id, before.item)
  return written
}

async function insertWritten(tx: Tx, permit: Permit<'knowledge.write'> | Permit<'knowledge.own'>, item: string, text: KnowledgeText) {
  const id = newId(permit.now.epochMilliseconds)
  await insertVersion(tx, permit, id, item, text)
  await happened(tx, permit, 'knowledge.written', { version: id })
  return { id, item }
}

function checkMarks(text: KnowledgeText): void {
  const fault = markdownFault(text.body)
  if (fault) refuse(nl.refusals.marks, { line: fault.line }, { field: 'body' })
}

/** One version for the second pair of eyes, with what differs from the one that was read before it. Refuses (missing) what is not there. */
export async function versionToDecide(tx: Tx, permit: Permit<'knowledge.decide'>, id: string) {
  const version = await versionById(tx, id)
  const versions = await itemVersions(tx, { slug: version.slug })
  const earlier = versions.slice(
    0,
    versions.findIndex((each) => each.id === id),
  )
  const before = earlier.findLast(({ verdict }) => verdict?.published) ?? null
  const attachments = await attachmentsOf(tx, id)
  return {
    version,
    attachments,
    changes: before ? [...changesBetween(before, version), ...attachmentChange(await attachmentsOf(tx, before.id), attachments)] : [],
    names: await namesOf(tx, [version]),
    own: version.writtenBy === permit.person,
    nextYear: addMonths(dayOf(permit.now), 12),
  }
}

/**
 * Publishes a version that somebody else wrote, with the day on which it is looked at again. `seen` is `seenOf` the files that whoever decides looked at. Refuses its
 * writer, a second verdict, a day that is past, and a version that has other files by now.
 */
export async function publishItem(tx: Tx, permit: Permit<'knowledge.decide'>, id: string, reviewOn: Day, seen: string): Promise<ItemVersion> {
  checkReviewDay(reviewOn, dayOf(permit.now))
  await lockItem(tx, (await versionById(tx, id)).slug)
  if (seenOf(await attachmentsOf(tx, id)) !== seen) refuse(attaching.refusals.changed)
  const version = await decided(tx, permit, id, null)
  await showVersion(tx, version, reviewOn)
  await happened(tx, permit, 'knowledge.published', { version: id })
  await tellOfItem(tx, permit, version.item)
  await tellOwner(tx, permit, version)
  return version
}

/** Sends a version of somebody else back with a reason. Refuses its writer and a second verdict. */
export async function sendItemBack(tx: Tx, permit: Permit<'knowledge.decide'>, id: string, reason: string): Promise<ItemVersion> {
  const version = await decided(tx, permit, id, reason)
  await happened(tx, permit, 'knowledge.sentBack', { version: id })
  await tellOwner(tx, permit, version)
  return version
}

/** An item that is kept outside the network: who proposed the change hears what was decided. */
async function tellOwner(tx: Tx, permit: Permit<'knowledge.decide'>, { slug, owner }: ItemVersion): Promise<void> {
  if (owner) await happened(tx, permit, 'knowledge.decided', { slug, to: owner })
}

async function decided(tx: Tx, permit: Permit<'knowledge.decide'>, id: string, reason: string | null): Promise<ItemVersion> {
  await onlyNetwork(tx, permit)
  const version = await versionById(tx, id)
  mayDecideVersion(version, personOf(permit))
  if (!(await insertVersionVerdict(tx, permit, id, reason))) refuse(nl.refusals.decided, {}, { kind: 'conflict' })
  return version
}

async function versionById(tx: Tx, id: string): Promise<ItemVersion> {
  const [found] = isId(id) ? await itemVersions(tx, { id }) : []
  return found ?? refuse(nl.refusals.missing, {}, { kind: 'missing' })
}

async function onlyNetwork(tx: Tx, permit: Permit<'knowledge.write'> | Permit<'knowledge.decide'>): Promise<void> {
  const here = (await organisationsAll(tx)).find(({ id }) => id === permit.organisation)
  if (here?.kind !== 'network') refuse(nl.refusals.notNetwork, {}, { kind: 'forbidden' })
}

function namesOf(tx: Tx, versions: readonly ItemVersion[]): Promise<ReadonlyMap<PersonId, string>> {
  const people = versions.flatMap(({ writtenBy, verdict }) => [writtenBy, verdict?.by]).filter((id) => typeof id === 'string')
  return personNames(tx, [...new Set(people)] as PersonId[])
}
