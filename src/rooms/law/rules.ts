/** The pure functions of this room that the rules of other rooms lean on; see decision 11. */
export { decreeKnown, freeDays, holidaysOf } from './terms/free-days.rules.ts'
export { decideTerm, lastDayToObject } from './terms/terms.rules.ts'
