import { job } from '#rooms/access'
import { checkBooks } from './checking/nightly.ts'
import { seal } from './checking/seal.ts'

export const jobs = {
  'ledger.seal': job('ledger.seal', seal),
  'ledger.verify': job('ledger.verify', checkBooks),
}
