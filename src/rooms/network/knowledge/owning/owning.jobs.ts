import { type Job, job } from '#rooms/access'
import { lookAfterOwners, tellKeepers, tellProposer, tellWhoIsAsked } from './owning.ts'

const asked = job('knowledge.tell', (tx, permit, facts) => tellWhoIsAsked(tx, permit, facts.owner ?? ''))
const keepers = job('knowledge.tell', (tx, permit, facts) => tellKeepers(tx, permit, facts.slug ?? ''))
const proposer = job('knowledge.tell', (tx, permit, facts) => tellProposer(tx, permit, facts.slug ?? ''))
const elsewhere =
  (told: Job): Job =>
  (world, order) =>
    told(world, { ...order, organisation: order.facts.to ?? null })

export const jobs = {
  // Told at the other side: there the program acts for it, and finds who is to hear it.
  'knowledge.tellAsked': elsewhere(asked),
  'knowledge.tellKeepers': elsewhere(keepers),
  'knowledge.tellProposer': elsewhere(proposer),
  'knowledge.lookAfter': job('knowledge.tell', lookAfterOwners),
  // The same for municipalities; a rhythm is for one kind of organisation.
  'knowledge.lookAfterTowns': job('knowledge.tell', lookAfterOwners),
}
