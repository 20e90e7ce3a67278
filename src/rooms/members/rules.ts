/** The pure functions of this room that the rules of other rooms lean on; see decision 11. */
export { benefitIn, waitsForAnswer } from './benefit/months.rules.ts'
