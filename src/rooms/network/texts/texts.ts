import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { isId, newId } from '#kit/ids.ts'
import { markdownFault } from '#kit/markdown.ts'
import { refuse } from '#kit/refusal.ts'
import type { Language } from '#kit/text.ts'
import { organisationsAll, type Permit, type PersonId, personNames, personOf } from '#rooms/access'
import { seedOf } from './seeds.ts'
import { nl } from './texts.nl.ts'
import { checkNewText, mayDecideText, type PublicPage, type PublicText, shownOf, type TextVersion } from './texts.rules.ts'
import { insertText, insertTextVerdict, lockPage, textVersions } from './texts.sql.ts'

type Place = { readonly page: PublicPage; readonly language: Language }

/** What a visitor reads on a page: asked without a permit, for anybody may. One query. */
export async function publicText(tx: Tx, of: Place): Promise<PublicText> {
  return shownOf(await textVersions(tx, of), seedOf(of.page, of.language))
}

/** Every text that was published, with when: for a feed, without a permit. One query. */
export async function publishedTexts(tx: Tx) {
  return (await textVersions(tx, null)).flatMap(({ verdict, ...text }) => (verdict?.published ? [{ ...text, at: verdict.at }] : []))
}

/** All versions of all pages with the names of who wrote and who decided. */
export async function keptTexts(tx: Tx, _permit: Permit<'publicText.read'>) {
  const versions = await textVersions(tx, null)
  return { versions, names: await namesOf(tx, versions) }
}

/** Everything about one page in one language: what visitors read now, and every version. */
export async function textsOfPage(tx: Tx, _permit: Permit<'publicText.read'>, of: Place) {
  const versions = await textVersions(tx, of)
  const seed = seedOf(of.page, of.language)
  return { versions, shown: shownOf(versions, seed), isSeed: !versions.some(({ verdict }) => verdict?.published), names: await namesOf(tx, versions) }
}

/**
 * Writes a text for a page, for a colleague to publish; gives its id. Refuses marks that a page does not take, the same words again, a second text while
 * one waits, and who is not of the network.
 */
export async function writeText(tx: Tx, permit: Permit<'publicText.write'>, of: Place, text: PublicText): Promise<string> {
  await onlyNetwork(tx, permit)
  const fault = markdownFault(text.body)
  if (fault) refuse(fault.kind === 'title' ? nl.refusals.heading : nl.refusals[fault.kind], { line: fault.line }, { field: 'body' })
  await lockPage(tx, of.page, of.language)
  checkNewText(text, await textVersions(tx, of), seedOf(of.page, of.language))
  const id = newId(permit.now.epochMilliseconds)
  await insertText(tx, permit, id, of, text)
  await happened(tx, permit, 'publicText.written', { version: id, page: of.page, language: of.language })
  return id
}

/** One version for the second pair of eyes, beside what visitors read now. Refuses (missing) what is not there. */
export async function textToDecide(tx: Tx, permit: Permit<'publicText.decide'>, id: string) {
  const version = await versionOf(tx, id)
  const shown = shownOf(await textVersions(tx, version), seedOf(version.page, version.language))
  return { version, shown, names: await namesOf(tx, [version]), own: version.writtenBy === permit.person }
}

/**
 * Publishes a text that somebody else wrote, from which moment visitors read it, or sends it back with a reason. Refuses who wrote it, a second verdict,
 * and who is not of the network.
 */
export async function decideText(tx: Tx, permit: Permit<'publicText.decide'>, id: string, rejected: string | null): Promise<TextVersion> {
  await onlyNetwork(tx, permit)
  const version = await versionOf(tx, id)
  mayDecideText(version, personOf(permit))
  if (!(await insertTextVerdict(tx, permit, version.id, rejected))) refuse(nl.refusals.decided, {}, { kind: 'conflict' })
  await happened(tx, permit, rejected === null ? 'publicText.published' : 'publicText.rejected', { version: version.id })
  return version
}

async function versionOf(tx: Tx, id: string): Promise<TextVersion> {
  const found = isId(id) ? (await textVersions(tx, null)).find((each) => each.id === id) : undefined
  return found ?? refuse(nl.refusals.missing, {}, { kind: 'missing' })
}

async function onlyNetwork(tx: Tx, permit: Permit<'publicText.write'> | Permit<'publicText.decide'>): Promise<void> {
  const here = (await organisationsAll(tx)).find(({ id }) => id === permit.organisation)
  if (here?.kind !== 'network') refuse(nl.refusals.notNetwork, {}, { kind: 'forbidden' })
}

function namesOf(tx: Tx, versions: readonly TextVersion[]): Promise<ReadonlyMap<PersonId, string>> {
  const people = versions.flatMap(({ writtenBy, verdict }) => [writtenBy, ...(verdict ? [verdict.by] : [])])
  return personNames(tx, [...new Set(people)] as PersonId[])
}
