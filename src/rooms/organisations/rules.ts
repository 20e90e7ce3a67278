/** The pure functions of this room that the rules of other rooms lean on; see decision 11. */
export { isCostKind } from './cost-kinds.rules.ts'
