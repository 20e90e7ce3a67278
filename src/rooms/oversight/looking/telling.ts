import type { Tx } from '#kit/db.ts'
import { leaveMessage, type MemberId, type MessageKind, type Permit, type PersonId, professionals, staff } from '#rooms/access'
import { threadById } from '#rooms/threads'
import { drawSample } from '../drawing/drawing.ts'
import type { DrawnId, SampleId } from '../oversight.types.ts'
import { drawnRows, sampleRows } from './looking.sql.ts'

/** Draws what was asked and tells whose things were drawn, and the treasurers. */
export async function drawAndTell(tx: Tx, permit: Permit<'sample.take'>, id: SampleId): Promise<void> {
  const done = await drawSample(tx, permit, id)
  if (done) await tellCooperative(tx, permit, id, done.members, 'sampleDrawn')
}

/** Tells whoever asked that the sample was drawn. */
export async function tellDrawn(tx: Tx, permit: Permit<'sample.tell'>, id: SampleId): Promise<void> {
  const [sample] = await sampleRows(tx, permit, id)
  if (sample) await leaveMessage(tx, permit, { person: sample.askedBy, kind: 'sampleReady', link: `/steekproeven/${id}`, role: 'caseManager' })
}

/** Tells the member, and the coach, that the municipality asks something about a drawn thing. */
export async function tellQuestion(tx: Tx, permit: Permit<'sample.tell'>, drawn: DrawnId, member: MemberId): Promise<void> {
  const link = `/steekproeven/stukken/${drawn}`
  await leaveMessage(tx, permit, { person: member, kind: 'sampleQuestion', link, role: 'member' })
  const coach = (await professionals(tx, permit, 'coach')).get(member)
  if (coach) await leaveMessage(tx, permit, { person: coach.professional, kind: 'sampleQuestion', link, role: 'coach' })
}

/** Tells whoever asked the question that there is an answer. */
export async function tellAnswer(tx: Tx, permit: Permit<'sample.tell'>, drawn: DrawnId, thread: string): Promise<void> {
  const { askedBy } = await threadById(tx, permit, thread)
  if (askedBy) await leaveMessage(tx, permit, { person: askedBy, kind: 'sampleAnswered', link: `/steekproeven/stukken/${drawn}`, role: 'caseManager' })
}

/** Tells the member what was found. */
export async function tellFound(tx: Tx, permit: Permit<'sample.tell'>, drawn: DrawnId, member: MemberId): Promise<void> {
  await leaveMessage(tx, permit, { person: member, kind: 'sampleFound', link: `/steekproeven/stukken/${drawn}`, role: 'member' })
}

/** Tells whose things were drawn, and the treasurers, that a sample was closed. */
export async function tellClosed(tx: Tx, permit: Permit<'sample.tell'>, id: SampleId): Promise<void> {
  const drawn = await drawnRows(tx, permit, { sample: id })
  await tellCooperative(
    tx,
    permit,
    id,
    drawn.map(({ member }) => member),
    'sampleClosed',
  )
}

async function tellCooperative(
  tx: Tx,
  permit: Permit<'sample.take'> | Permit<'sample.tell'>,
  id: SampleId,
  members: readonly MemberId[],
  kind: MessageKind,
): Promise<void> {
  const treasurers: PersonId[] = (await staff(tx, permit)).filter(({ role }) => role === 'treasurer').map(({ person }) => person)
  const link = `/steekproeven/${id}`
  for (const person of new Set(members)) await leaveMessage(tx, permit, { person, kind, link, role: 'member' })
  for (const person of new Set(treasurers)) await leaveMessage(tx, permit, { person, kind, link, role: 'treasurer' })
}
