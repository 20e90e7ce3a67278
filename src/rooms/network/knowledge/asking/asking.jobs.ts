import { type Job, job } from '#rooms/access'
import { forgetQuestions, tellAsker, tellOfQuestion } from './tending.ts'

const network = job('knowledge.tell', (tx, permit, facts) => tellOfQuestion(tx, permit, facts.question ?? ''))
const asker = job('knowledge.tell', (tx, permit, facts) => tellAsker(tx, permit, facts.question ?? ''))

export const jobs = {
  // Told at the other side: there the program acts for it, and finds who is to hear it.
  'question.tellNetwork': ((world, order) => network(world, { ...order, organisation: order.facts.to ?? order.organisation })) as Job,
  'question.tellAsker': ((world, order) => asker(world, { ...order, organisation: order.facts.to ?? null })) as Job,
  'question.forget': job('knowledge.forget', (tx, permit) => forgetQuestions(tx, permit)),
}
