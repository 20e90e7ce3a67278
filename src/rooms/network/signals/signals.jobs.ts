import { job } from '#rooms/access'
import { forgetCalls, lookForSignals } from './signals.ts'

export const jobs = {
  'signal.look': job('signal.look', (tx, permit) => lookForSignals(tx, permit)),
  'signal.forget': job('signal.forget', (tx, permit) => forgetCalls(tx, permit)),
}
