import { type Day, longDay } from '#kit/day.ts'
import { euro } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import type { nl } from '../settlement.nl.ts'
import type { Point } from './checklist.rules.ts'

/** A point in words: what it is called, what there is to do, and the figure beside it. */
export function pointText(point: Point, texts: typeof nl, on?: Day): { label: string; todo: string; note: string } {
  const words = texts.points[point.kind]
  const params = { count: point.count, cents: point.cents === null ? '' : euro(point.cents), day: on ? longDay(on) : '' }
  const always = ['bank', 'box', 'held', 'cover'].includes(point.kind)
  return { label: words.ok, todo: words.todo, note: point.ok && !always ? texts.nothingToDo : fill(words.note, params) }
}
