import { job } from '#rooms/access'
import { seal } from './seal.ts'

export const jobs = {
  'ledger.seal': job('ledger.seal', seal),
}
