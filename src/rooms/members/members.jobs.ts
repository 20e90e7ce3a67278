import { job } from '#rooms/access'
import { forgetApplications, tellOfApplication } from './application/application.ts'

export const jobs = {
  'application.forget': job('application.write', (tx, permit) => forgetApplications(tx, permit)),
  'application.tell': job('application.tell', (tx, permit) => tellOfApplication(tx, permit)),
}
