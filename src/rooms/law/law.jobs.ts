import { asSystem, type Job, organisationsAll } from '#rooms/access'
import { tellOfAmount } from './amounts/telling.ts'

// The network confirmed; every cooperative and municipality hears of it, each on its own behalf and each once.
const tellAmount: Job = async (world, { facts }) => {
  const organisations = await world.database.unit({ role: 'opbloei_app', organisation: null, person: null }, organisationsAll)
  for (const { id, kind } of organisations) {
    if (kind !== 'cooperative' && kind !== 'municipality') continue
    await asSystem(world, id, 'amount.tell', (tx, permit) => tellOfAmount(tx, permit, facts.amount ?? ''))
  }
}

export const jobs = { 'amount.tell': tellAmount }
