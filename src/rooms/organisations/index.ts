export { iban, kvkNumber, legalNameWarnings, membersAreLiable, peppolId, postCode, vatId } from './checks.rules.ts'
export { cooperativesToChoose, keepInLists } from './choosing/choosing.sql.ts'
export { COST_KINDS, type CostKind, isCostKind, RECEIPT_KINDS } from './cost-kinds.rules.ts'
export { COUNTRIES, countryOptions } from './countries/countries.rules.ts'
export { keptLogo, logoOf, logoWithDigest, townLogoOf } from './logo/logo.sql.ts'
export { changeTownLogo } from './logo/town-logo.ts'
export { texts as organisationTexts } from './organisations.en.ts'
export { routes } from './organisations.routes.tsx'
export { allCooperatives, allMunicipalities, formerMonths, trialMonths } from './organisations.sql.ts'
export {
  addCustomer,
  changeCustomer,
  changeLogo,
  cooperativeById,
  cooperativeOf,
  customerById,
  customersOf,
  endKor,
  keepLogo,
  keepPotsFrom,
  keepTips,
  korOn,
  municipalities,
  municipalityById,
  namesOnPaper,
  registerCooperative,
  registerMunicipality,
  shareCustomer,
} from './organisations.ts'
export {
  type Cooperative,
  type CooperativeFacts,
  type CooperativeSettings,
  type Customer,
  type CustomerFacts,
  type CustomerId,
  type Municipality,
  potsIn,
  settingsFrom,
  TIP_OWNERS,
  type TipOwner,
  tipsOn,
} from './organisations.types.ts'
