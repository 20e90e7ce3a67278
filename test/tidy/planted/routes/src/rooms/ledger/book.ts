import { act } from '#rooms/access'

export async function readBook(c: never) {
  return act(c, 'ledger.read', async () => 1)
}
