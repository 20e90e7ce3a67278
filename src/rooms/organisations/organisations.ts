import { createHash } from 'node:crypto'
import { type Day, within, yearOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { rewrittenPng } from '#kit/png.ts'
import { refuse, type Sentence } from '#kit/refusal.ts'
import { type AnyPermit, covers, type MemberId, type OrganisationId, type Permit, renameOrganisation } from '#rooms/access'
import { iban, kvkNumber, peppolId, postCode, vatId } from './checks.rules.ts'
import { foreignVatId } from './countries/countries.rules.ts'
import { insertLogoKept, logoOf, setLogo } from './logo/logo.sql.ts'
import { texts } from './organisations.en.ts'
import {
  allMunicipalities,
  customers,
  findCooperative,
  findCustomer,
  findMunicipality,
  insertCustomer,
  insertShared,
  namesOf,
  saveCooperative,
  saveMunicipality,
  saveSettings,
  setKorUntil,
  updateCustomer,
} from './organisations.sql.ts'
import {
  type Cooperative,
  type CooperativeFacts,
  type CooperativeSettings,
  type Customer,
  type CustomerFacts,
  type CustomerId,
  type Municipality,
  settingsFrom,
  type TipOwner,
  withPotsFrom,
  withTipsFrom,
} from './organisations.types.ts'

/** The cooperative one acts for. Refuses when its name and numbers were not filled in yet. */
export async function cooperativeOf(tx: Tx, permit: AnyPermit): Promise<Cooperative> {
  return (await findCooperative(tx, permit.organisation)) ?? refuse(texts[permit.language].refusals.notRegistered)
}

/** Any cooperative: what stands on its invoices is public. Refuses (missing) an unknown id. */
export async function cooperativeById(tx: Tx, permit: AnyPermit, id: OrganisationId): Promise<Cooperative> {
  return (await findCooperative(tx, id)) ?? refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
}

/** Any municipality. Refuses (missing) an unknown id. */
export async function municipalityById(tx: Tx, permit: AnyPermit, id: OrganisationId): Promise<Municipality> {
  return (await findMunicipality(tx, id)) ?? refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
}

/** The cooperative one acts for and a municipality by name, as they stand on paper; one query. Refuses as `cooperativeOf` and `municipalityById` do. */
export async function namesOnPaper(
  tx: Tx,
  permit: AnyPermit,
  id: OrganisationId,
): Promise<{ readonly cooperative: string; readonly municipality: string; readonly settings: CooperativeSettings }> {
  const { cooperative, municipality, settings } = await namesOf(tx, permit.organisation, id)
  const { refusals } = texts[permit.language]
  return {
    cooperative: cooperative ?? refuse(refusals.notRegistered),
    municipality: municipality ?? refuse(refusals.missing, {}, { kind: 'missing' }),
    settings: settingsFrom(settings),
  }
}

/** All municipalities, by name. */
export function municipalities(tx: Tx, _permit: AnyPermit): Promise<Municipality[]> {
  return allMunicipalities(tx)
}

/** Whether the small businesses scheme (KOR, Wet OB art. 25) holds on a day of supply. */
export function korOn(cooperative: Cooperative, on: Day): boolean {
  return cooperative.korSince !== null && within(on, cooperative.korSince, cooperative.korUntil)
}

/** Ends the small businesses scheme with a last day (Wet OB art. 25), because a supply crossed the limit; an earlier end stays. */
export async function endKor(tx: Tx, permit: Permit<'invoice.send'>, lastDay: Day): Promise<void> {
  await setKorUntil(tx, permit.organisation, lastDay)
  await happened(tx, permit, 'organisation.changed', { organisation: permit.organisation })
}

/** Fills in, or changes, the permit's own cooperative. Refuses numbers that cannot be right; a doubtful legal name only warns. */
export async function registerCooperative(tx: Tx, permit: Permit<'organisation.edit'>, facts: CooperativeFacts): Promise<void> {
  const { korSince, korUntil } = facts
  if (korUntil && (!korSince || korUntil < korSince)) refuse(texts[permit.language].refusals.korEnd, {}, { field: 'korUntil' })
  const before = await findCooperative(tx, permit.organisation)
  await saveCooperative(tx, permit.organisation, {
    ...facts,
    kvk: checked(facts.kvk, kvkNumber, texts[permit.language].refusals.kvk, 'kvk'),
    vatId: facts.vatId && checked(facts.vatId, vatId, texts[permit.language].refusals.vatId, 'vatId'),
    iban: facts.iban && checked(facts.iban, iban, texts[permit.language].refusals.iban, 'iban'),
    postCode: checked(facts.postCode, postCode, texts[permit.language].refusals.postCode, 'postCode'),
  })
  if (before && before.legalName !== facts.legalName) await renameOrganisation(tx, permit, facts.legalName)
  await happened(tx, permit, 'organisation.changed', { organisation: permit.organisation })
}

/** Writes how pots are kept from a financial year on (of the first when `year` is null). Whether that year may still be chosen is for who keeps the books. */
export async function keepPotsFrom(tx: Tx, permit: Permit<'pots.keep'>, year: number | null, pots: CooperativeSettings['pots']): Promise<void> {
  const { settings } = await cooperativeOf(tx, permit)
  await saveSettings(tx, permit.organisation, withPotsFrom(settings, year, pots))
  await happened(tx, permit, 'organisation.changed', { organisation: permit.organisation })
}

/**
 * Chooses whose tips are from a market day on. Books nothing: what was sent before stays where it is. Refuses a day before this year, for the accounts of
 * earlier years are told.
 */
export async function keepTips(tx: Tx, permit: Permit<'tips.keep'>, from: Day, to: TipOwner): Promise<void> {
  if (yearOf(from) < yearOf(permit.today)) refuse(texts[permit.language].refusals.tipsYear, {}, { field: 'from' })
  const { settings } = await cooperativeOf(tx, permit)
  await saveSettings(tx, permit.organisation, withTipsFrom(settings, from, to))
  await happened(tx, permit, 'organisation.changed', { organisation: permit.organisation })
}

/** Keeps a logo for invoices, written anew as PNG so that nothing else comes along. Refuses anything that is no whole PNG of at most 2000 pixels. */
export async function changeLogo(tx: Tx, permit: Permit<'organisation.edit'>, picture: Uint8Array): Promise<void> {
  await cooperativeOf(tx, permit)
  const png = rewrittenPng(picture) ?? refuse(texts[permit.language].refusals.logo, {}, { field: 'logo' })
  await setLogo(tx, permit.organisation, png)
  await happened(tx, permit, 'organisation.changed', { organisation: permit.organisation })
}

/** Keeps today's logo for a paper that is sent now; gives the digest under which `keptLogo` finds it, or null without a logo. */
export async function keepLogo(tx: Tx, permit: Permit<'invoice.send' | 'invoice.credit'>): Promise<string | null> {
  const png = await logoOf(tx, permit.organisation)
  if (!png) return null
  const digest = createHash('sha256').update(png).digest('hex')
  await insertLogoKept(tx, permit.organisation, digest, png, permit.now)
  return digest
}

/** Fills in, or changes, the permit's own municipality. */
export async function registerMunicipality(tx: Tx, permit: Permit<'organisation.edit'>, facts: Omit<Municipality, 'id'>): Promise<void> {
  const before = await findMunicipality(tx, permit.organisation)
  await saveMunicipality(tx, {
    id: permit.organisation,
    ...facts,
    postCode: checked(facts.postCode, postCode, texts[permit.language].refusals.postCode, 'postCode'),
  })
  if (before && before.name !== facts.name) await renameOrganisation(tx, permit, facts.name)
  await happened(tx, permit, 'organisation.changed', { organisation: permit.organisation })
}

/** Customers of the permit's cooperative within its reach, by name; a member sees the own customers. */
export function customersOf(tx: Tx, permit: AnyPermit): Promise<Customer[]> {
  return customers(tx, permit)
}

/** One customer within reach. Refuses (missing) another's customer like one that does not exist. */
export async function customerById(tx: Tx, permit: AnyPermit, id: CustomerId): Promise<Customer> {
  return (await findCustomer(tx, permit, id)) ?? refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
}

/** Adds a customer, also while asking for an invoice or writing a quote; a member adds only for himself. Refuses numbers that cannot be right. */
export async function addCustomer(tx: Tx, permit: Permit<'customer.edit' | 'invoice.request' | 'quote.write'>, facts: CustomerFacts): Promise<CustomerId> {
  const id = newId<CustomerId>(permit.now.epochMilliseconds)
  await insertCustomer(tx, permit.organisation, id, customerFor(permit, facts), permit.now)
  await happened(tx, permit, 'customer.added', { customer: id })
  return id
}

/** Lets a member see a customer of somebody else, because an invoice is asked for or a quote is written with it. Refuses (missing) a customer out of reach. */
export async function shareCustomer(tx: Tx, permit: Permit<'invoice.request' | 'quote.write'>, id: CustomerId, member: MemberId): Promise<void> {
  const customer = await customerById(tx, permit, id)
  if (customer.member !== member) await insertShared(tx, permit, id, member)
}

/** Whether this permit may change a customer: a member only the own ones, not those that were shared. */
export function ownsCustomer(permit: AnyPermit, customer: Customer): boolean {
  return customer.member === null ? permit.reach === 'organisation' : covers(permit, customer.member)
}

/** Changes a customer of one's own; invoices that were sent keep what they said. Refuses (missing) what is out of reach or only shared. */
export async function changeCustomer(tx: Tx, permit: Permit<'customer.edit'>, id: CustomerId, facts: CustomerFacts): Promise<void> {
  const before = await customerById(tx, permit, id)
  await updateCustomer(tx, permit.organisation, id, customerFor(permit, { ...facts, member: before.member }))
  await happened(tx, permit, 'customer.changed', { customer: id })
}

function customerFor(permit: Permit<'customer.edit' | 'invoice.request' | 'quote.write'>, facts: CustomerFacts): CustomerFacts {
  if (facts.member === null ? permit.reach !== 'organisation' : !covers(permit, facts.member))
    refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
  return {
    ...facts,
    kvk: facts.kvk && checked(facts.kvk, kvkNumber, texts[permit.language].refusals.kvk, 'kvk'),
    vatId:
      facts.vatId &&
      (facts.country === 'NL'
        ? checked(facts.vatId, vatId, texts[permit.language].refusals.vatId, 'vatId')
        : checked(facts.vatId, (typed) => foreignVatId(facts.country, typed), texts[permit.language].refusals.foreignVatId, 'vatId')),
    peppol: facts.peppol && checked(facts.peppol, peppolId, texts[permit.language].refusals.peppol, 'peppol'),
    postCode:
      facts.postCode && facts.country === 'NL' ? checked(facts.postCode, postCode, texts[permit.language].refusals.postCode, 'postCode') : facts.postCode,
  }
}

function checked(typed: string, read: (typed: string) => string | null, sentence: Sentence, field: string): string {
  return read(typed) ?? refuse(sentence, {}, { field })
}
