import { addDays, type Day } from '#kit/day.ts'
import {
  freezePlan,
  inviteCaseManager,
  letIn,
  noteLook,
  type PlanChange,
  planContentOf,
  planParts,
  planView,
  preparePartner,
  savePlan,
  sendPartner,
  signPlan,
  stopPartner,
} from '#rooms/coaching'
import type { Agenda } from './agenda.ts'
import type { House, MemberPlayer } from './founding.ts'
import { bySystem, daysAgo, type Player, play, type Stage } from './stage.ts'

/** A plan of action that all signed, one that waits for the municipality to sign, a question to the town that nobody took yet, one who looks along and one who did. */
export function planTogether(stage: Stage, agenda: Agenda, house: House): void {
  const find = (firstName: string) => house.members.find((each) => each.character.firstName === firstName)
  const [samira, fleur, karel] = [find('Samira'), find('Fleur'), find('Karel')]
  if (!samira || !fleur || !karel) return
  const signedOn = daysAgo(stage, 40)
  agenda.plan(signedOn, () => writeSamira(stage, house, samira, signedOn), 11)
  agenda.plan(
    addDays(signedOn, 2),
    async () => {
      for (const who of [samira, house.coach, house.town.caseManager]) await sign(stage, house, samira, who)
    },
    15,
  )
  agenda.plan(daysAgo(stage, 30), () => lookAlong(stage, samira, { name: 'Wil Taal', kind: 'languageBuddy', stops: true }), 12)
  agenda.plan(daysAgo(stage, 6), () => lookAlong(stage, samira, { name: 'Bo Budget', kind: 'debtCounsellor', stops: false }), 12)
  agenda.plan(daysAgo(stage, 9), () => writeFleur(stage, house, fleur), 11)
  agenda.plan(
    daysAgo(stage, 3),
    async () => {
      const words = 'Ik wil graag een cursus lassen doen. Wie kan meedenken over de kosten?'
      await play(stage, karel, 'caseInvitation.send', (tx, permit) => inviteCaseManager(tx, permit, words, true))
    },
    16,
  )
}

/** A plan that is being written: member and coach had the same part open at the same time, and both texts wait to be brought together. */
export function planInWriting(stage: Stage, agenda: Agenda, house: House): void {
  const rosa = house.members.find((each) => each.character.firstName === 'Rosa')
  if (!rosa) return
  agenda.plan(
    daysAgo(stage, 2),
    async () => {
      await write(stage, house, rosa, rosa, [
        text('goal', 'Elke week zelfgemaakte taarten verkopen op de markt.'),
        text('strengths', 'Ik bak al jaren voor feesten.'),
      ])
      await write(stage, house, rosa, house.coach, [step(1, 'Uitzoeken welke keuken mag', 'coach', addDays(stage.today, 21))])
      await write(stage, house, rosa, rosa, [text('support', 'Iemand die meekijkt met de administratie.')])
      await write(stage, house, rosa, house.coach, [text('support', 'Een keer per week samen de bonnen doen.')])
    },
    14,
  )
}

async function writeSamira(stage: Stage, house: House, samira: MemberPlayer, on: Day): Promise<void> {
  await write(stage, house, samira, samira, [
    text('goal', 'Over een jaar naai ik gordijnen en kleding voor tien vaste klanten.'),
    text('strengths', 'Ik naai al tien jaar. Ik kan goed uitleggen en kom mijn afspraken na.'),
    step(1, 'Drie winkels vragen om werk', 'member', addDays(on, 30)),
  ])
  await write(stage, house, samira, house.coach, [
    step(2, 'Samen een prijslijst maken', 'coach', addDays(on, 14)),
    text('support', 'Hulp bij brieven, en een rustige plek om te werken.'),
  ])
  await play(stage, samira, 'actionPlan.share', (tx, permit) => letIn(tx, permit, samira.person))
  await write(stage, house, samira, house.town.caseManager, [
    text('agreements', 'Samira werkt twee dagen per week in het atelier. De gemeente vraagt in die dagen geen sollicitaties.'),
    { ...text('review', ''), value: { words: '', who: null, due: addDays(on, 90) } },
  ])
  await freeze(stage, samira, house.coach)
}

async function writeFleur(stage: Stage, house: House, fleur: MemberPlayer): Promise<void> {
  await write(stage, house, fleur, fleur, [
    text('goal', 'Ik wil tekenlessen geven in het buurthuis.'),
    step(1, 'Een proefles geven', 'member', addDays(stage.today, 30)),
  ])
  await play(stage, fleur, 'actionPlan.share', (tx, permit) => letIn(tx, permit, fleur.person))
  await freeze(stage, fleur, house.coach)
  await sign(stage, house, fleur, fleur)
}

/** Somebody who sees the plan of a member until a day, and looked once; or did so until the member stopped it. */
async function lookAlong(
  stage: Stage,
  member: MemberPlayer,
  facts: { readonly name: string; readonly kind: 'languageBuddy' | 'debtCounsellor'; readonly stops: boolean },
): Promise<void> {
  const { name, kind, stops } = facts
  const email = `${name.toLowerCase().replace(' ', '.')}@demo.example`
  const id = await play(stage, member, 'partner.invite', async (tx, permit) => {
    const content = await planContentOf(tx, permit, member.person)
    if (!content) throw new Error(`${member.name} has no plan to show`)
    const piece = { kind: 'actionPlan', title: 'Plan van aanpak', parts: planParts(content, 'nl') } as const
    return preparePartner(tx, permit, { name, kind, email, until: addDays(permit.today, 60) }, [piece])
  })
  await play(stage, member, 'partner.invite', (tx, permit) => sendPartner(tx, permit, id, stage.world.baseUrl ?? ''))
  await bySystem(stage, member.organisation, 'partner.answer', (tx, permit) => noteLook(tx, permit, { id, member: member.person }))
  if (stops) await play(stage, member, 'partner.stop', (tx, permit) => stopPartner(tx, permit, id))
}

function text(field: PlanChange['field'], words: string): PlanChange {
  return { field, base: 0, value: { words, who: null, due: null }, settles: [] }
}

function step(nr: number, words: string, who: PlanChange['value']['who'], due: Day): PlanChange {
  return { field: `step${nr}`, base: 0, value: { words, who, due }, settles: [] }
}

async function write(stage: Stage, house: House, member: MemberPlayer, who: Player, changes: readonly PlanChange[]): Promise<void> {
  await play(stage, who, 'actionPlan.write', (tx, permit) => savePlan(tx, permit, member.person, changes, 0, house.id))
}

async function freeze(stage: Stage, member: MemberPlayer, who: Player): Promise<void> {
  await play(stage, who, 'actionPlan.freeze', (tx, permit) => freezePlan(tx, permit, member.person, [], stage.world.baseUrl ?? ''))
}

async function sign(stage: Stage, house: House, member: MemberPlayer, who: Player): Promise<void> {
  const { version } = await play(stage, who, 'actionPlan.read', (tx, permit) => planView(tx, permit, member.person, house.id))
  if (!version) throw new Error(`there is no plan of ${member.name} to sign`)
  const signed = { version: version.version, hash: version.hash, name: who.name, agreed: true }
  await play(stage, who, 'actionPlan.sign', (tx, permit) => signPlan(tx, permit, member.person, signed, house.id))
}
