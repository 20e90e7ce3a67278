import { withoutBsn } from '#kit/bsn.ts'
import { addDays, type Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type NewFile, readFile, type StoredFile } from '#kit/files.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, Permit } from '#rooms/access'
import { answerThread, askThread, closeThread, type Thread, type ThreadId, threadById, threadStanding, threadsOn } from '#rooms/threads'
import { sampleStanding } from '../drawing/drawing.rules.ts'
import { oversightTexts } from '../oversight.en.ts'
import type { Drawn, DrawnId, FindingOutcome, Sample, SampleId } from '../oversight.types.ts'
import { drawnRows, insertClosing, insertCorrection, insertFinding, poolOf, sampleRows } from './looking.sql.ts'

/** Samples that concern whoever reads, newest first. One query. */
export function samplesInReach(tx: Tx, permit: AnyPermit): Promise<Sample[]> {
  return sampleRows(tx, permit)
}

/** One sample that concerns whoever reads. Refuses (missing) another. */
export async function sampleById(tx: Tx, permit: AnyPermit, id: SampleId): Promise<Sample> {
  const [sample] = await sampleRows(tx, permit, id)
  return sample ?? refuse(said(permit).missing, {}, { kind: 'missing' })
}

/** A sample with the drawn things within reach and the questions on them; at the municipality none once its last day to look is over. Refuses (missing) another. */
export async function sampleView(tx: Tx, permit: AnyPermit, id: SampleId) {
  const sample = await sampleById(tx, permit, id)
  const drawn = await drawnRows(tx, permit, { sample: id })
  const threads = await threadsOn(
    tx,
    permit,
    'drawnThing',
    drawn.map((each) => each.id),
  )
  const pool = permit.reach === 'organisation' && permit.organisation === sample.tenant ? await poolOf(tx, permit, id) : null
  return { sample, drawn, threads, pool, today: permit.today }
}

/** One drawn thing within reach. Refuses (missing) another, and for the municipality one of a sample that is over. */
export async function drawnById(tx: Tx, permit: AnyPermit, id: DrawnId): Promise<Drawn> {
  const [drawn] = await drawnRows(tx, permit, { id })
  return drawn ?? refuse(said(permit).missing, {}, { kind: 'missing' })
}

/** A drawn thing with its sample and the questions on it. */
export async function drawnView(tx: Tx, permit: AnyPermit, id: DrawnId) {
  const drawn = await drawnById(tx, permit, id)
  const sample = await sampleById(tx, permit, drawn.sample)
  return { drawn, sample, threads: await threadsOn(tx, permit, 'drawnThing', [id]), today: permit.today }
}

/** The photo or PDF of a drawn receipt: the copy. Refuses (missing) where there is none or it is no longer seen. */
export async function drawnFile(tx: Tx, permit: AnyPermit, id: DrawnId): Promise<StoredFile> {
  const { file } = await drawnById(tx, permit, id)
  return file ? readFile(tx, permit, file) : refuse(said(permit).missing, {}, { kind: 'missing' })
}

/** Asks a question about a drawn thing, with a last day. Refuses (conflict) a sample that is closed, words with a BSN, and a day that is not after today. */
export async function askAboutDrawn(tx: Tx, permit: Permit<'sample.question'>, id: DrawnId, words: string, lastDay: Day): Promise<ThreadId> {
  const drawn = await drawnById(tx, permit, id)
  await stillRunning(tx, permit, drawn.sample)
  const { tenant, municipality, member } = drawn
  const thread = await askThread(tx, permit, { tenant, municipality, member, kind: 'drawnThing', object: id, words, lastDay })
  await happened(tx, permit, 'sample.questionAsked', { drawn: id, cooperative: tenant, member })
  return thread
}

/** Answers a question about a drawn thing, for the cooperative or by the member. Refuses as `answerThread` does, and (missing) a question about something else. */
export async function answerAboutDrawn(tx: Tx, permit: Permit<'sample.answer'>, thread: string, words: string, evidence: NewFile | null): Promise<DrawnId> {
  await threadOnDrawn(tx, permit, thread)
  const { object, municipality } = await answerThread(tx, permit, thread, words, evidence)
  await happened(tx, permit, 'sample.questionAnswered', { drawn: object, thread, municipality })
  return object as DrawnId
}

/** Says that a question about a drawn thing needs no answer. Refuses as `closeThread` does, and (missing) a question about something else. */
export async function endQuestion(tx: Tx, permit: Permit<'sample.question'>, thread: string): Promise<DrawnId> {
  await threadOnDrawn(tx, permit, thread)
  return (await closeThread(tx, permit, thread)).object as DrawnId
}

/** A question on a drawn thing within reach. Refuses (missing) another; nothing of a sample that is over is seen by the municipality. */
export async function threadOnDrawn(tx: Tx, permit: AnyPermit, id: string): Promise<Thread> {
  const thread = await threadById(tx, permit, id)
  if (thread.kind !== 'drawnThing') refuse(said(permit).missing, {}, { kind: 'missing' })
  await drawnById(tx, permit, thread.object as DrawnId)
  return thread
}

/**
 * Writes down what was found of a drawn thing; nothing follows by itself. Refuses a second finding (conflict), *klopt niet* without words, words with a BSN,
 * a sample that is closed (conflict), and a finding while a question still waits within its last day: who was asked may answer first.
 */
export async function findDrawn(tx: Tx, permit: Permit<'sample.find'>, id: DrawnId, found: { outcome: FindingOutcome; words: string | null }): Promise<void> {
  const drawn = await drawnById(tx, permit, id)
  await stillRunning(tx, permit, drawn.sample)
  if (found.outcome === 'notRight' && !found.words) refuse(said(permit).noWords, {}, { field: 'words' })
  const threads = await threadsOn(tx, permit, 'drawnThing', [id])
  if (threads.some((thread) => threadStanding(thread, permit.today) === 'waiting')) refuse(said(permit).questionWaits)
  const words = found.outcome === 'notRight' && found.words ? withoutBsn(found.words, 'words', permit.language) : null
  if (!(await insertFinding(tx, permit, drawn, found.outcome, words))) refuse(said(permit).foundBefore, {}, { kind: 'conflict' })
  await happened(tx, permit, 'sample.found', { drawn: id, cooperative: drawn.tenant, member: drawn.member })
}

/**
 * Puts a new finding in the place of one that was wrong, with the reason; the old one stays to be read. Refuses a thing of which nothing was found yet, *klopt
 * niet* without words, words with a BSN, and a sample that is closed (conflict).
 */
export async function correctFinding(
  tx: Tx,
  permit: Permit<'sample.find'>,
  id: DrawnId,
  found: { outcome: FindingOutcome; words: string | null; reason: string },
): Promise<void> {
  const drawn = await drawnById(tx, permit, id)
  await stillRunning(tx, permit, drawn.sample)
  if (!drawn.finding) refuse(said(permit).nothingFound)
  if (found.outcome === 'notRight' && !found.words) refuse(said(permit).noWords, {}, { field: 'words' })
  const words = found.outcome === 'notRight' && found.words ? withoutBsn(found.words, 'words', permit.language) : null
  await insertCorrection(tx, permit, drawn, { outcome: found.outcome, words, reason: withoutBsn(found.reason, 'reason', permit.language) })
  await happened(tx, permit, 'sample.found', { drawn: id, cooperative: drawn.tenant, member: drawn.member })
}

/**
 * Closes a sample with its result in words; the last day on which the municipality sees what was drawn follows from what was said when it was asked.
 * Refuses one that was not drawn yet, one with things of which nothing was found, words with a BSN, and a second closing (conflict).
 */
export async function closeSample(tx: Tx, permit: Permit<'sample.close'>, id: SampleId, words: string): Promise<void> {
  const sample = await stillRunning(tx, permit, id)
  const { drawn, right, notRight } = sample.counts
  if (drawn > right + notRight) refuse(said(permit).notAllFound, { number: drawn - right - notRight })
  const clean = withoutBsn(words, 'words', permit.language)
  const done = await insertClosing(tx, permit, sample, clean, addDays(permit.today, sample.seenDays))
  if (!done) refuse(said(permit).closedBefore, {}, { kind: 'conflict' })
  await happened(tx, permit, 'sample.closed', { sample: id, cooperative: sample.tenant })
}

async function stillRunning(tx: Tx, permit: AnyPermit, id: SampleId): Promise<Sample> {
  const sample = await sampleById(tx, permit, id)
  const standing = sampleStanding(sample, permit.today)
  if (standing === 'asked') refuse(said(permit).notDrawn, {}, { kind: 'conflict' })
  if (standing !== 'running') refuse(said(permit).closedBefore, {}, { kind: 'conflict' })
  return sample
}

function said(permit: AnyPermit) {
  return oversightTexts(permit.language).refusals
}
