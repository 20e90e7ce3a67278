import { type Job, job } from '#rooms/access'
import type { Desk } from './introductions.rules.ts'
import { askToLookBack, forgetIntroductions, tellDesk } from './introductions.ts'

const tell = job('introduction.tell', (tx, permit, facts) => tellDesk(tx, permit, (facts.desk ?? 'organisation') as Desk, [facts.introduction ?? '']))

export const jobs = {
  // Told at the other side: there the program acts for it, and finds those of the desk.
  'introduction.tellOther': ((world, order) => tell(world, { ...order, organisation: order.facts.to ?? null })) as Job,
  'introduction.askBack': job('introduction.tell', askToLookBack),
  // The same for municipalities; a rhythm is for one kind of organisation.
  'introduction.askBackTowns': job('introduction.tell', askToLookBack),
  'introduction.forget': job('introduction.sweep', forgetIntroductions),
  'introduction.forgetTowns': job('introduction.sweep', forgetIntroductions),
}
