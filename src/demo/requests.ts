import { addDays, addMonths } from '#kit/day.ts'
import { askAdvice, askMore, decide, noteAdvice, openReview, takeBack } from '#rooms/consent'
import type { Agenda } from './agenda.ts'
import { askConsent, type House, type MemberPlayer, takeUp } from './founding.ts'
import { daysAgo, play, type Stage } from './stage.ts'

/** Somebody asked for more beside a consent that runs: once it was refused, once nothing came back, and once it was not needed any more. */
export function planAnswers(stage: Stage, agenda: Agenda, house: House, firstName: string): void {
  const member = house.members.find((each) => each.character.firstName === firstName)
  if (!member) return
  const { caseManager } = house.town
  const refused = { kind: 'refused', reason: 'Voor dit werk is ook een vergunning nodig. Die is er nog niet.' } as const
  const unprocessed = { kind: 'leftUnprocessed', reason: 'We vroegen om een tekening van de plek. Die kwam niet.' } as const
  agenda.plan(daysAgo(stage, 120), async () => {
    const request = await extra(stage, house, member)
    agenda.plan(daysAgo(stage, 112), () =>
      play(stage, caseManager, 'consent.advice', (tx, permit) =>
        askAdvice(tx, permit, request, { adviser: 'Werkbedrijf De Schakel', question: 'Past dit naast het werk dat er al is?', answerBefore: null }),
      ),
    )
    agenda.plan(daysAgo(stage, 100), () =>
      play(stage, caseManager, 'consent.advice', (tx, permit) =>
        noteAdvice(tx, permit, request, { adviser: 'Werkbedrijf De Schakel', answer: 'Ja, als de vergunning er is.', on: permit.today }),
      ),
    )
    agenda.plan(daysAgo(stage, 95), () =>
      play(stage, caseManager, 'consent.decide', (tx, permit) => decide(tx, permit, request, { ...refused, on: permit.today })),
    )
    const review = { by: 'request', reason: 'De vergunning is er nu. Kunt u nog een keer kijken?' } as const
    agenda.plan(daysAgo(stage, 3), () => play(stage, member, 'consent.review', (tx, permit) => openReview(tx, permit, request, review)))
  })
  agenda.plan(daysAgo(stage, 90), async () => {
    const request = await extra(stage, house, member)
    agenda.plan(daysAgo(stage, 84), () =>
      play(stage, caseManager, 'consent.ask', (tx, permit) =>
        askMore(tx, permit, request, 'Kunt u een tekening sturen van de plek waar u wilt staan?', addDays(permit.today, 14)),
      ),
    )
    agenda.plan(daysAgo(stage, 62), () =>
      play(stage, caseManager, 'consent.decide', (tx, permit) => decide(tx, permit, request, { ...unprocessed, on: permit.today })),
    )
  })
  agenda.plan(daysAgo(stage, 58), async () => {
    const request = await extra(stage, house, member)
    agenda.plan(daysAgo(stage, 55), () => play(stage, member, 'consent.takeBack', (tx, permit) => takeBack(tx, permit, request)))
  })
}

/** A request that the municipality should have decided on already, by its own term of six weeks; the advice it asked for has not come. */
export function planLate(stage: Stage, agenda: Agenda, house: House, firstName: string): void {
  const member = house.members.find((each) => each.character.firstName === firstName)
  if (!member) return
  agenda.plan(daysAgo(stage, 50), async () => {
    const request = await extra(stage, house, member)
    const asked = { adviser: 'Commissie Ondernemen', question: 'Past dit werk bij de winkels in de haven?', answerBefore: stage.today }
    agenda.plan(daysAgo(stage, 20), () => play(stage, house.town.caseManager, 'consent.advice', (tx, permit) => askAdvice(tx, permit, request, asked)))
  })
}

async function extra(stage: Stage, house: House, member: MemberPlayer) {
  const request = await askConsent(stage, member, { from: addDays(stage.today, -40), until: addMonths(stage.today, 12) })
  await takeUp(stage, house, request)
  return request
}
