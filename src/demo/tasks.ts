import { addDays, firstDay, type Month, monthAfter, monthOf } from '#kit/day.ts'
import { keepFilter } from '#rooms/access'
import { addOwnTask, tickTask, writeNote } from '#rooms/homes'
import type { Agenda } from './agenda.ts'
import type { House } from './founding.ts'
import { play, type Stage } from './stage.ts'

const OWN = [
  { title: 'Huur van de werkplaats boeken', every: 1, onDay: 5 },
  { title: 'Lidmaatschap van het netwerk betalen', every: 12, onDay: 20 },
  { title: 'Cijfers doorspreken met het bestuur', every: 3, onDay: null },
] as const

/** What the treasurer does every so often besides, and the ticks of the months that are over. */
export function planTasks(stage: Stage, agenda: Agenda, house: House, first: Month): void {
  const ids: string[] = []
  agenda.plan(addDays(firstDay(first), 3), async () => {
    for (const task of OWN) ids.push(await play(stage, house.treasurer, 'tasks.keep', (tx, permit) => addOwnTask(tx, permit, { ...task, from: first })))
  })
  agenda.plan(addDays(firstDay(monthOf(stage.today)), -3), async () => {
    await play(stage, house.treasurer, 'filter.keep', (tx, permit) => keepFilter(tx, permit, '/bonnen', 'stand=open', 'Nog te beoordelen'))
  })
  const notes = [
    'De kopieën van de boeken staan bij de bank in de kluis van het dorpshuis. Willem heeft de sleutel.',
    'De kopieën van de boeken staan in het dorpshuis. Willem heeft de sleutel.\nBij de bank vraag je naar het loket voor verenigingen. De kas tel ik op de laatste vrijdag.',
  ]
  for (const [nr, note] of notes.entries()) {
    agenda.plan(addDays(stage.today, -90 + nr * 40), () => play(stage, house.treasurer, 'successor.write', (tx, permit) => writeNote(tx, permit, note)))
  }
  for (let month = first, nr = 0; month < monthOf(stage.today); month = monthAfter(month), nr++) {
    const [of, number] = [month, nr]
    agenda.plan(addDays(firstDay(monthAfter(of)), -4), async () => {
      const due = ids.filter((_, index) => number % (OWN[index]?.every ?? 1) === 0)
      for (const task of [...due, 'backup']) await play(stage, house.treasurer, 'tasks.tick', (tx, permit) => tickTask(tx, permit, task, of))
    })
  }
}
