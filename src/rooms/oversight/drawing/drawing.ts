import { createHash, randomBytes } from 'node:crypto'
import { withoutBsn } from '#kit/bsn.ts'
import type { Tx } from '#kit/db.ts'
import { copyFileFor } from '#kit/files.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, MemberId, OrganisationId, Permit } from '#rooms/access'
import { type CooperationAgreement, cooperationAgreements, cooperationStanding } from '#rooms/agreements'
import { conditionsOf, consentsOfAll, effect, longestSeenDays, requestLines, rulesOfTown } from '#rooms/consent'
import { memberNames } from '#rooms/members'
import { type SentStatement, sentStatements, statementPaid } from '#rooms/settlement'
import { receiptsBought } from '#rooms/spending'
import { sampleRows } from '../looking/looking.sql.ts'
import { oversightTexts } from '../oversight.en.ts'
import type { DrawnContent, Sample, SampleAsked, SampleId } from '../oversight.types.ts'
import { howMany, inDrawOrder, isOfMunicipality, monthLiesIn, seedText } from './drawing.rules.ts'
import { insertDraw, insertSample, residentsOf, type ToDraw } from './drawing.sql.ts'

/** What could be drawn: an id, whose it is, what would be copied and the file that belongs to it. */
type Thing = { readonly id: string; readonly member: MemberId; readonly content: DrawnContent; readonly file: string | null }

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** The cooperatives with which an agreement of the own municipality runs today. One query. */
export async function cooperativesToSample(tx: Tx, permit: Permit<'sample.ask'>): Promise<Map<OrganisationId, CooperationAgreement>> {
  const running = (await cooperationAgreements(tx, permit)).filter(
    (agreement) =>
      cooperationStanding(agreement) === 'signed' && agreement.from <= permit.today && (agreement.until === null || agreement.until >= permit.today),
  )
  return new Map(running.map((agreement) => [agreement.tenant, agreement]))
}

/**
 * Asks for a sample among the own cases at a cooperative; the program of the cooperative draws it afterwards. Refuses a cooperative without an agreement that
 * runs, a period that is not over, words with a BSN, nobody with a consent in the period, and a second one over the same days while the first is open, looking longer than the town allows itself:
 * drawing again until the outcome pleases is no sample.
 */
export async function askSample(tx: Tx, permit: Permit<'sample.ask'>, asked: SampleAsked): Promise<SampleId> {
  const { refusals } = oversightTexts(permit.language)
  const agreement = (await cooperativesToSample(tx, permit)).get(asked.cooperative) ?? refuse(refusals.noAgreement, {}, { field: 'cooperative' })
  if (asked.from > asked.until) refuse(refusals.turnedAround, {}, { field: 'until' })
  if (asked.until > permit.today) refuse(refusals.notOver, {}, { field: 'until' })
  const longest = await longestSeen(tx, permit)
  if (asked.seenDays > longest) refuse(refusals.seenTooLong, { days: longest }, { field: 'seenDays' })
  const reason = withoutBsn(asked.reason, 'reason', permit.language)
  const open = (await sampleRows(tx, permit)).find(
    (sample) =>
      sample.closing === null &&
      sample.tenant === asked.cooperative &&
      sample.kind === asked.kind &&
      sample.askedBy === permit.person &&
      sample.from <= asked.until &&
      sample.until >= asked.from,
  )
  if (open) refuse(refusals.stillOpen, {}, { kind: 'conflict' })
  const residents = await ownResidents(tx, permit, asked)
  if (residents.length === 0) refuse(refusals.nobody)
  const names = { cooperative: agreement.cooperativeName, municipality: agreement.municipalityName }
  const id = await insertSample(tx, permit, { ...asked, reason }, names, residents)
  await happened(tx, permit, 'sample.asked', { sample: id, cooperative: asked.cooperative })
  return id
}

/** For how many days after closing the acting municipality may look today, at most, by its own rules. One query. */
export async function longestSeen(tx: Tx, permit: Permit<'sample.ask'>): Promise<number> {
  return longestSeenDays((await rulesOfTown(tx, permit.organisation))(permit.today))
}

/** The own cases with a consent for work at the cooperative that touches the period. */
async function ownResidents(tx: Tx, permit: Permit<'sample.ask'>, asked: SampleAsked): Promise<MemberId[]> {
  const lines = (await requestLines(tx, permit)).filter((line) => {
    const granted = line.own && line.request.tenant === asked.cooperative ? conditionsOf(line.request.events) : null
    return granted !== null && granted.from <= asked.until && granted.until >= asked.from
  })
  return [...new Set(lines.map(({ request }) => request.member))]
}

/**
 * Draws a sample that was asked, at the cooperative, and copies what was drawn into rows of both owners. The number is made here: whoever asked could not
 * choose it. Gives null where it was drawn before.
 */
export async function drawSample(tx: Tx, permit: Permit<'sample.take'>, id: SampleId): Promise<{ sample: Sample; members: readonly MemberId[] } | null> {
  const [sample] = await sampleRows(tx, permit, id)
  if (!sample || sample.draw) return null
  const things = new Map((await thingsFor(tx, permit, sample)).map((thing) => [thing.id, thing]))
  const number = randomBytes(16).toString('hex')
  const seed = sha256(seedOf(sample, number))
  const all = inDrawOrder([...things.keys()], seed, sha256)
  const drawn: ToDraw[] = []
  for (const each of all.slice(0, howMany(sample, all.length))) {
    const thing = things.get(each.id)
    if (!thing) continue
    const file = thing.file ? await copyFileFor(tx, permit, thing.file, sample.municipality) : null
    drawn.push({ ...thing, ...each, file })
  }
  await insertDraw(tx, permit, sample, { number, seed, all, drawn })
  await happened(tx, permit, 'sample.drawn', { sample: id, municipality: sample.municipality })
  return { sample, members: [...new Set(drawn.map(({ member }) => member))] }
}

/** The text of which the seed is the SHA-256; shown to everybody who sees the sample. */
export function seedOf(sample: Sample, number: string): string {
  return seedText({
    municipality: sample.municipality,
    cooperative: sample.tenant,
    kind: sample.kind,
    from: sample.from,
    until: sample.until,
    askedAt: sample.askedAt.toString({ smallestUnit: 'second' }),
    number,
  })
}

async function thingsFor(tx: Tx, permit: Permit<'sample.take'>, sample: Sample): Promise<Thing[]> {
  const residents = await residentsOf(tx, permit, sample.id)
  return sample.kind === 'receipt' ? receiptsFor(tx, permit, sample, residents) : statementsFor(tx, permit, sample, residents)
}

/** Receipts that count as costs, bought in the period on a day for which this municipality had given its consent. */
async function receiptsFor(tx: Tx, permit: Permit<'sample.take'>, sample: Sample, residents: ReadonlySet<MemberId>): Promise<Thing[]> {
  const consents = await consentsOfAll(tx, permit, sample.from, sample.until)
  const names = await memberNames(tx, permit)
  return (await receiptsBought(tx, permit, sample.from, sample.until)).flatMap((receipt) => {
    const { held, member, boughtOn } = receipt
    const counting = (consents.get(member) ?? []).filter(
      (consent) => consent.municipality === sample.municipality && ['inForce', 'suspended'].includes(effect(consent.events, boughtOn)),
    )
    if (!held || held.outcome === 'rejected' || held.outcome === 'askedBack' || !residents.has(member)) return []
    if (!isOfMunicipality(boughtOn, sample, counting)) return []
    const { gross, vat, kind: costKind, outcome, net, on: judgedOn } = held
    const content = { kind: 'receipt', name: names.get(member) ?? '', boughtOn, gross, vat, costKind, outcome, net, judgedOn } as const
    return [{ id: receipt.id, member, content, file: receipt.file }]
  })
}

/** The newest version of each statement about a whole month of the period. */
async function statementsFor(tx: Tx, permit: AnyPermit, sample: Sample, residents: ReadonlySet<MemberId>): Promise<Thing[]> {
  const sent = (await sentStatements(tx, permit, { limit: MANY })).filter(
    ({ municipality, member, month }) => municipality === sample.municipality && residents.has(member) && monthLiesIn(month, sample),
  )
  const newest = sent.filter((each) => !sent.some((other) => other.member === each.member && other.month === each.month && other.version > each.version))
  return newest.map((each) => ({ id: each.id, member: each.member, content: statementContent(each), file: null }))
}

/** More than any cooperative will ever send. */
const MANY = 1_000_000

function statementContent(sent: SentStatement): DrawnContent {
  const { name, turnover, costs, result } = sent.content
  const { month, version, provisional, hash } = sent
  return { kind: 'statement', name, month, version, provisional, turnover, costs, result, paidOut: statementPaid(sent.content), hash }
}
