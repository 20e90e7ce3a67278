/** The pure functions of this room that the rules of other rooms lean on; see decision 11. */
export { articleOf, isStep, lateRulesOf, potAtExit, rulesOf } from './articles/articles.rules.ts'
export { OWN_POTS, RECEIVERS } from './dividing/language.rules.ts'
export { attribute, reverseShares } from './dividing/reversal.rules.ts'
export { NOTHING_YET, totalsFrom } from './dividing/totals.rules.ts'
export { agreementFor } from './in-force/in-force.rules.ts'
export { countedCosts, split } from './split.rules.ts'
