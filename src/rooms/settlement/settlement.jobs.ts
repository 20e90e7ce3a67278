import { job } from '#rooms/access'
import { remindOfStatements } from './statements/reminding.ts'

export const jobs = {
  'statement.remind': job('statement.remind', (tx, permit) => remindOfStatements(tx, permit)),
}
