import { job } from '#rooms/access'
import { forgetUnsent } from './application/application.ts'

export const jobs = {
  'application.forget': job('application.write', (tx, permit) => forgetUnsent(tx, permit)),
}
