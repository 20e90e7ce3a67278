import { month } from '#kit/day.ts'
import { type Action, type Job, job, type MemberId } from '#rooms/access'
import { drawAndTell, tellAnswer, tellClosed, tellDrawn, tellFound, tellQuestion } from './looking/telling.ts'
import type { DrawnId, SampleId } from './oversight.types.ts'
import { askAboutRed, tellAsked, tellConditionAnswered, watchAtClose } from './watching/watching.ts'

export const jobs = {
  // What one side asks or finds is done or told at the other: there the program acts for that organisation, and sees what that one may see.
  'sample.draw': at('cooperative', 'sample.take', (tx, permit, facts) => drawAndTell(tx, permit, facts.sample as SampleId)),
  'sample.tellDrawn': at('municipality', 'sample.tell', (tx, permit, facts) => tellDrawn(tx, permit, facts.sample as SampleId)),
  'sample.tellQuestion': at('cooperative', 'sample.tell', (tx, permit, facts) => tellQuestion(tx, permit, facts.drawn as DrawnId, facts.member as MemberId)),
  'sample.tellAnswer': at('municipality', 'sample.tell', (tx, permit, facts) => tellAnswer(tx, permit, facts.drawn as DrawnId, facts.thread ?? '')),
  'sample.tellFound': at('cooperative', 'sample.tell', (tx, permit, facts) => tellFound(tx, permit, facts.drawn as DrawnId, facts.member as MemberId)),
  'sample.tellClosed': at('cooperative', 'sample.tell', (tx, permit, facts) => tellClosed(tx, permit, facts.sample as SampleId)),
  // At the close of a month who must explain something hears it, and each municipality looks again at what it was sent.
  'watch.atClose': job('watch.ask', (tx, permit, facts) => watchAtClose(tx, permit, month(facts.month ?? ''))),
  'watch.askTown': at('municipality', 'watch.ask', (tx, permit) => askAboutRed(tx, permit)),
  // After a statement came in, and each night for what time alone makes red; twice asks nothing twice.
  'watch.askMember': at('municipality', 'watch.ask', (tx, permit, facts) => askAboutRed(tx, permit, facts.member as MemberId)),
  'watch.askAll': job('watch.ask', (tx, permit) => askAboutRed(tx, permit)),
  'watch.tellAsked': at('cooperative', 'watch.tell', (tx, permit, facts) => tellAsked(tx, permit, facts.member as MemberId)),
  'watch.tellAnswered': at('municipality', 'watch.tell', (tx, permit, facts) => tellConditionAnswered(tx, permit, facts.member as MemberId)),
}

function at<A extends Action>(side: 'municipality' | 'cooperative', action: A, run: Parameters<typeof job<A>>[1]): Job {
  const there = job(action, run)
  return (world, order) => there(world, { ...order, organisation: order.facts[side] ?? null })
}
