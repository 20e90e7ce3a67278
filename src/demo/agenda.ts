import type { Day } from '#kit/day.ts'
import { itIs, type Stage } from './stage.ts'

type Event = { readonly on: Day; readonly hour: number; readonly nr: number; readonly run: () => Promise<void> }

/** What will happen in the year: events are played in the order of their days, and may plan later ones. */
export type Agenda = {
  readonly plan: (on: Day, run: () => Promise<void>, hour?: number) => void
  readonly playUntil: (until: Day, tell: (on: Day) => void) => Promise<void>
}

export function makeAgenda(stage: Stage): Agenda {
  const events: Event[] = []
  let nr = 0
  return {
    plan: (on, run, hour = 10) => {
      events.push({ on, hour, nr: nr++, run })
    },
    playUntil: async (until, tell) => {
      for (let played = 0; ; played++) {
        const next = earliest(events)
        if (!next || next.on > until) return
        events.splice(events.indexOf(next), 1)
        itIs(stage, next.on, next.hour, played % 50)
        tell(next.on)
        await next.run()
      }
    },
  }
}

function earliest(events: readonly Event[]): Event | undefined {
  return events.reduce<Event | undefined>((first, event) => (first === undefined || before(event, first) ? event : first), undefined)
}

function before(a: Event, b: Event): boolean {
  if (a.on !== b.on) return a.on < b.on
  return a.hour !== b.hour ? a.hour < b.hour : a.nr < b.nr
}
