/** The pure functions of this room that the rules of other rooms lean on; see decision 11. */
export { potAccount } from './accounts.rules.ts'
export { standOf } from './moves/moves.rules.ts'
