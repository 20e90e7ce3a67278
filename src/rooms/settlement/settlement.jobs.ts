import { job } from '#rooms/access'
import { closing } from './months/long-close.ts'
import { remindOfStatements } from './statements/reminding.ts'
import { forgetShared } from './whatif/sharing.ts'

export const jobs = {
  'statement.remind': job('statement.remind', (tx, permit) => remindOfStatements(tx, permit)),
  'whatIf.forget': job('whatIf.share', (tx, permit) => forgetShared(tx, permit)),
}

export const errands = { 'month.close': closing }
