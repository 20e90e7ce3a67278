import { type Action, type Job, job, leaveMessage, type MemberId, professionals, staff } from '#rooms/access'
import { askThoseWhoLeft } from './later/later.ts'

export const jobs = {
  'followUp.invite': ((world, order) => job('followUp.invite', (tx, permit) => askThoseWhoLeft(tx, permit, world.baseUrl))(world, order)) as Job,
  // A question or a departure is told at the municipality: there the program acts for it, and finds the case manager there.
  'departure.tellMunicipality': at('municipality', 'departure.tell', async (tx, permit, facts) => {
    const manager = (await professionals(tx, permit, 'caseManager')).get(facts.member as MemberId)
    const link = facts.question ? `/vertrekvragen/${facts.question}` : '/vertrekvragen'
    if (manager) await leaveMessage(tx, permit, { person: manager.professional, kind: facts.question ? 'potAsked' : 'memberLeft', link, role: 'caseManager' })
  }),
  // The answer is told to the member and to whoever books.
  'departure.tellAnswer': at('cooperative', 'departure.tell', async (tx, permit, facts) => {
    const link = `/vertrek/${facts.departure}/potten`
    await leaveMessage(tx, permit, { person: facts.member as MemberId, kind: 'potAnswered', link, role: 'member' })
    const treasurers = (await staff(tx, permit)).filter(({ role }) => role === 'treasurer').map(({ person }) => person)
    for (const person of new Set(treasurers)) await leaveMessage(tx, permit, { person, kind: 'potAnswered', link, role: 'treasurer' })
  }),
  // What the member agreed to waits for the coach; what the coach confirmed is news for the member.
  'departure.tellAgreed': job('departure.tell', async (tx, permit, facts) => {
    const coach = (await professionals(tx, permit, 'coach')).get(facts.member as MemberId)
    if (coach) await leaveMessage(tx, permit, { person: coach.professional, kind: 'departureAgreed', link: `/vertrek/${facts.departure}`, role: 'coach' })
  }),
  'departure.tellConfirmed': job('departure.tell', async (tx, permit, facts) => {
    await leaveMessage(tx, permit, { person: facts.member as MemberId, kind: 'departureConfirmed', link: `/vertrek/${facts.departure}`, role: 'member' })
  }),
}

function at<A extends Action>(side: 'municipality' | 'cooperative', action: A, run: Parameters<typeof job<A>>[1]): Job {
  const there = job(action, run)
  return (world, order) => there(world, { ...order, organisation: order.facts[side] ?? null })
}
