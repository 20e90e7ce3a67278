import { addDays, firstDay, lastDay, type Month, monthAfter, monthOf } from '#kit/day.ts'
import {
  answerAboutDrawn,
  askAboutDrawn,
  askSample,
  closeSample,
  type Drawn,
  drawSample,
  findDrawn,
  type SampleId,
  type SampleKind,
  sampleView,
} from '#rooms/oversight'
import type { Agenda } from './agenda.ts'
import type { House } from './founding.ts'
import { receiptPhoto } from './photo.ts'
import { bySystem, daysAgo, play, type Stage } from './stage.ts'

type Plan = { readonly kind: SampleKind; readonly from: Month; readonly until: Month; readonly size: number; readonly reason: string }

/** One sample that is closed with a result, and one that runs: a question that waits and one that was answered with a photo. */
export function planSamples(stage: Stage, agenda: Agenda, house: House): void {
  const now = monthOf(stage.today)
  agenda.plan(
    daysAgo(stage, 70),
    async () => {
      const plan = {
        kind: 'receipt',
        from: monthAfter(now, -9),
        until: monthAfter(now, -6),
        size: 3,
        reason: 'Elk halfjaar kijken we een paar bonnen na.',
      } as const
      const closed = await drawn(stage, house, plan)
      agenda.plan(daysAgo(stage, 58), () => findAll(stage, house, closed), 10)
      agenda.plan(daysAgo(stage, 56), () => close(stage, house, closed), 10)
    },
    10,
  )
  agenda.plan(
    daysAgo(stage, 5),
    async () => {
      const plan = {
        kind: 'receipt',
        from: monthAfter(now, -5),
        until: monthAfter(now, -4),
        size: 5,
        reason: 'We kijken of materiaal en gereedschap apart staan.',
      } as const
      await askTwo(stage, house, await drawn(stage, house, plan))
    },
    10,
  )
}

/** A sample of statements in which everything was found right: it only waits to be closed. */
export function planSampleToClose(stage: Stage, agenda: Agenda, house: House): void {
  const now = monthOf(stage.today)
  const plan = { kind: 'statement', from: monthAfter(now, -6), until: monthAfter(now, -4), size: 2, reason: 'Voor het gesprek met de accountant.' } as const
  agenda.plan(daysAgo(stage, 9), async () => findAll(stage, house, await drawn(stage, house, plan)), 10)
}

async function drawn(stage: Stage, house: House, plan: Plan): Promise<SampleId> {
  const { kind, size, reason } = plan
  const asked = { cooperative: house.id, kind, from: firstDay(plan.from), until: lastDay(plan.until), size, percent: null, reason, seenDays: 28 }
  const id = await play(stage, house.town.caseManager, 'sample.ask', (tx, permit) => askSample(tx, permit, asked))
  await bySystem(stage, house.id, 'sample.take', (tx, permit) => drawSample(tx, permit, id))
  return id
}

function piecesOf(stage: Stage, house: House, id: SampleId): Promise<readonly Drawn[]> {
  return play(stage, house.town.caseManager, 'sample.read', async (tx, permit) => (await sampleView(tx, permit, id)).drawn)
}

async function findAll(stage: Stage, house: House, id: SampleId): Promise<void> {
  for (const [index, piece] of (await piecesOf(stage, house, id)).entries()) {
    const words = index === 1 && piece.content.kind === 'receipt' ? 'De foto is niet goed te lezen. Het lid maakt voortaan een scherpe foto.' : null
    const found = words ? ({ outcome: 'notRight', words } as const) : ({ outcome: 'right', words: null } as const)
    await play(stage, house.town.caseManager, 'sample.find', (tx, permit) => findDrawn(tx, permit, piece.id, found))
  }
}

async function close(stage: Stage, house: House, id: SampleId): Promise<void> {
  const words = 'We keken drie bonnen na. Twee kloppen. Van een was de foto onscherp; dat is besproken. Er volgt verder niets.'
  await play(stage, house.town.caseManager, 'sample.close', (tx, permit) => closeSample(tx, permit, id, words))
}

async function askTwo(stage: Stage, house: House, id: SampleId): Promise<void> {
  const [first, second] = await piecesOf(stage, house, id)
  const { caseManager } = house.town
  const question = (piece: Drawn, words: string) =>
    play(stage, caseManager, 'sample.question', (tx, permit) => askAboutDrawn(tx, permit, piece.id, words, addDays(permit.today, 14)))
  if (first) await question(first, 'Waarvoor is dit gebruikt?')
  if (!second) return
  const thread = await question(second, 'Kunt u de bon nog een keer laten zien? De foto is wat donker.')
  await play(stage, house.treasurer, 'sample.answer', (tx, permit) =>
    answerAboutDrawn(tx, permit, thread, 'Hier is een nieuwe foto van de bon.', receiptPhoto(3)),
  )
}
