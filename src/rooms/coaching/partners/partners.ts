import { createHash, randomBytes, randomInt } from 'node:crypto'
import { addDays, type Day, longDay } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { queueMail } from '#kit/mail.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { leaveMessage, organisationName, type Permit, personNames, personOf, type World } from '#rooms/access'
import { partnerTexts } from './partners.en.ts'
import { PARTNER_DAYS, type PartnerKind, type PartnerStanding, partnerStanding } from './partners.rules.ts'
import {
  answersOf,
  dropOldPieces,
  insertPartner,
  insertPartnerAnswer,
  insertPartnerEnd,
  insertPartnerLink,
  insertPartnerLook,
  type Partner,
  type PartnerAnswer,
  type PartnerPiece,
  partnerByToken,
  partnerLooks,
  partnerRows,
  piecesOf,
} from './partners.sql.ts'

/** Whom a member asks to look along, and until when. */
export type PartnerFacts = { readonly kind: PartnerKind; readonly name: string; readonly email: string; readonly until: Day }

/** One invitation as its member reads it: what is shown, when it was opened and what was said. */
export type PartnerView = Partner & {
  readonly standing: PartnerStanding
  readonly pieces: readonly PartnerPiece[]
  readonly answers: readonly PartnerAnswer[]
  readonly looks: readonly Permit<'partner.read'>['now'][]
}

/** Everybody whom the member asked, the newest first. */
export async function partnersOf(tx: Tx, permit: Permit<'partner.read'>): Promise<readonly (Partner & { readonly standing: PartnerStanding })[]> {
  return (await partnerRows(tx, permit, personOf(permit))).map((each) => ({ ...each, standing: partnerStanding(each, permit.today) }))
}

/** One invitation of the member. Refuses (missing) another's. */
export async function partnerView(tx: Tx, permit: Permit<'partner.read'>, id: string): Promise<PartnerView> {
  return viewOf(tx, permit, await ownPartner(tx, permit, id))
}

/** All invitations of the acting member with everything that came of them, the newest first. */
export async function ownPartners(tx: Tx, permit: Permit<'departure.take'>): Promise<PartnerView[]> {
  const views: PartnerView[] = []
  for (const partner of await partnerRows(tx, permit, personOf(permit))) views.push(await viewOf(tx, permit, partner))
  return views
}

async function viewOf(tx: Tx, permit: Permit<'partner.read'> | Permit<'departure.take'>, partner: Partner): Promise<PartnerView> {
  return {
    ...partner,
    standing: partnerStanding(partner, permit.today),
    pieces: await piecesOf(tx, partner),
    answers: await answersOf(tx, partner),
    looks: await partnerLooks(tx, partner),
  }
}

/** Makes an invitation with copies of the chosen pieces; nothing is sent yet. Refuses without a piece, and a last day before today or more than a year away. */
export async function preparePartner(
  tx: Tx,
  permit: Permit<'partner.invite'>,
  facts: PartnerFacts,
  pieces: readonly Omit<PartnerPiece, 'id'>[],
): Promise<string> {
  const said = partnerTexts(permit.language).refusals
  if (pieces.length === 0) refuse(said.noPiece, {}, { field: 'pieces' })
  if (facts.until < permit.today) refuse(said.past, {}, { field: 'until' })
  if (facts.until > addDays(permit.today, PARTNER_DAYS)) refuse(said.tooLong, {}, { field: 'until' })
  const member = personOf(permit)
  const id = newId(permit.now.epochMilliseconds)
  const memberName = (await personNames(tx, [member])).get(member) ?? ''
  await insertPartner(tx, permit, { ...facts, id, member, memberName }, pieces)
  await happened(tx, permit, 'partner.prepared', { invitation: id, member })
  return id
}

/** The member saw exactly what will be seen, and sends the link. `home` is where it leads. Refuses (missing) another's, and what is over or stopped (conflict). */
export async function sendPartner(tx: Tx, permit: Permit<'partner.invite'>, id: string, home: string): Promise<void> {
  const partner = await ownPartner(tx, permit, id)
  const said = partnerTexts(permit.language)
  const standing = partnerStanding(partner, permit.today)
  if (standing === 'over' || standing === 'stopped') refuse(said.refusals.over, {}, { kind: 'conflict' })
  const token = randomBytes(32).toString('base64url')
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  if (!(await insertPartnerLink(tx, permit, id, digest(token), digest(`${token} ${code}`)))) return
  const cooperative = (await organisationName(tx, permit.organisation)) ?? ''
  const params = {
    name: partner.name,
    member: partner.memberName,
    day: longDay(partner.until),
    link: `${home}/meekijken/${token}`,
    code,
    cooperative,
  }
  await queueMail(tx, permit, { to: partner.email, subject: fill(said.mail.subject, params), text: fill(said.mail.text, params) })
  await happened(tx, permit, 'partner.sent', { invitation: id, member: partner.member })
}

/** The member stops it: from that moment nothing can be seen, and the copies are thrown away. Twice is once. Refuses (missing) another's. */
export async function stopPartner(tx: Tx, permit: Permit<'partner.stop'>, id: string): Promise<void> {
  const partner = await ownPartner(tx, permit, id)
  if (partner.stopped) return
  await insertPartnerEnd(tx, permit, id)
  await happened(tx, permit, 'partner.stopped', { invitation: id, member: partner.member })
}

/** What the holder of a link may see on a day; acts for no organisation and no person. Refuses (missing) a link that is none. */
export async function lookAlong(world: World, token: string, on: Day) {
  const found = await world.database.unit({ role: 'opbloei_app', organisation: null, person: null }, (tx) => partnerByToken(tx, digest(token)))
  if (!found) return refuse(partnerTexts('nl').refusals.noLink, {}, { kind: 'missing' })
  const standing = partnerStanding(found, on)
  return standing === 'running' ? { ...found, standing } : { ...found, standing, pieces: [], answers: [] }
}

/** Whether a code belongs to a link: the two were in one mail. */
export function isCode(token: string, codeHash: string, typed: string): boolean {
  return digest(`${token} ${typed.replace(/\s/g, '')}`) === codeHash
}

/** Writes down that it was opened. */
export async function noteLook(tx: Tx, permit: Permit<'partner.answer'>, partner: Pick<Partner, 'id' | 'member'>): Promise<void> {
  await insertPartnerLook(tx, permit, partner.id)
  await happened(tx, permit, 'partner.looked', { invitation: partner.id, member: partner.member })
}

/** Writes down that a piece is right, or a message; tells the member. The same form twice says it once. Refuses (conflict) when it is over or stopped. */
export async function answerAlong(tx: Tx, permit: Permit<'partner.answer'>, partner: Partner, id: string, answer: Omit<PartnerAnswer, 'at'>): Promise<void> {
  const [now] = await partnerRows(tx, permit, partner.member, partner.id)
  if (!now || partnerStanding(now, permit.today) !== 'running') refuse(partnerTexts('nl').refusals.over, {}, { kind: 'conflict' })
  if (!(await insertPartnerAnswer(tx, permit, partner.id, id, answer))) return
  await leaveMessage(tx, permit, { person: partner.member, kind: 'partnerAnswered', link: `/meekijkers/${partner.id}`, role: 'member' })
  await happened(tx, permit, 'partner.answered', { invitation: partner.id, member: partner.member })
}

/** Throws away the copies of what is over since yesterday or longer. */
export async function forgetPieces(tx: Tx, permit: Permit<'partner.forget'>): Promise<void> {
  await dropOldPieces(tx, permit)
}

async function ownPartner(tx: Tx, permit: Permit<'partner.read' | 'partner.invite' | 'partner.stop'>, id: string): Promise<Partner> {
  const [partner] = await partnerRows(tx, permit, personOf(permit), id)
  return partner ?? refuse(partnerTexts(permit.language).refusals.missing, {}, { kind: 'missing' })
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
