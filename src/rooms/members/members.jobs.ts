import { job } from '#rooms/access'
import { forgetApplications, tellOfApplication } from './application/application.ts'
import { forgetWorkPhotos } from './work/work.ts'

export const jobs = {
  'application.forget': job('application.write', (tx, permit) => forgetApplications(tx, permit)),
  'application.tell': job('application.tell', (tx, permit) => tellOfApplication(tx, permit)),
  'work.forget': job('work.sweep', async (tx, permit) => {
    await forgetWorkPhotos(tx, permit)
  }),
}
