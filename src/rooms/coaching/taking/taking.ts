import type { Tx } from '#kit/db.ts'
import { readFile } from '#kit/files.ts'
import { fill } from '#kit/text.ts'
import type { ZipFile } from '#kit/zip.ts'
import { type Permit, personNames, personOf } from '#rooms/access'
import { findMember, tradeOn } from '#rooms/members'
import { cooperativeOf } from '#rooms/organisations'
import { bewindFile } from '../bewind/bewind.ts'
import { hoursFile } from '../hours/hours.ts'
import { followedTracks } from '../journeys/journeys.ts'
import { needOf } from '../needs/needs.sql.ts'
import { type Paper, pdfBytes } from '../paper.ts'
import { ownPartners } from '../partners/partners.ts'
import { planFile } from '../plan/plan.ts'
import { planPaper } from '../plan/plan-paper.ts'
import { bewindPaper, hoursListPaper, needPaper, partnersPaper, type Taker, trackPaper } from './papers.ts'
import { nl } from './taking.nl.ts'

/**
 * What belongs to the coaching of the acting member, as papers to take along (AVG art. 15 and 20): every track with its steps, what is needed, the business plan, who looks
 * after the money with the letters, hours, and who looked along. Nothing is made of what there is not. The plan of action is a file of its own (`planPdf`).
 */
export async function coachingFiles(tx: Tx, permit: Permit<'departure.take'>): Promise<ZipFile[]> {
  const member = personOf(permit)
  const name = (await findMember(tx, permit, member))?.name ?? ''
  const taker: Taker = { name, cooperative: (await cooperativeOf(tx, permit)).legalName, madeAt: permit.now }
  const papers: [string, Paper][] = []

  const followed = await followedTracks(tx, permit, member)
  if (followed.length > 0) papers.push([nl.files.track, trackPaper(taker, followed)])

  const need = await needOf(tx, permit, member)
  if (need) papers.push([nl.files.need, needPaper(taker, need)])

  const plan = await planFile(tx, permit, member)
  if (plan.parts.size > 0 || plan.liquidity) {
    const trade = (await tradeOn(tx, permit, member, permit.today))?.tradeName ?? null
    papers.push([nl.files.plan, planPaper(plan, { ...taker, trade })])
  }

  const bewind = await bewindFile(tx, permit, member)
  if (bewind.length > 0) papers.push([nl.files.bewind, bewindPaper(taker, bewind)])

  const hours = await hoursFile(tx, permit, member)
  if (hours.learning || hours.lines.length > 0) {
    const people = hours.lines.flatMap(({ answeredBy }) => answeredBy ?? [])
    papers.push([nl.files.hours, hoursListPaper(taker, hours, await personNames(tx, [...new Set(people)]))])
  }

  const partners = await ownPartners(tx, permit)
  if (partners.length > 0) papers.push([nl.files.partners, partnersPaper(taker, partners)])

  const files: ZipFile[] = []
  for (const [file, paper] of papers) files.push({ name: file, bytes: await pdfBytes(paper) })
  const letters = bewind.flatMap(({ files: kept }) => [...kept.values()])
  for (const [nr, id] of letters.entries()) {
    const letter = await readFile(tx, permit, id)
    files.push({ name: fill(nl.files.letter, { nr: nr + 1, name: letter.name.replace(/[^\w.-]+/g, '-') }), bytes: letter.bytes })
  }
  return files
}
