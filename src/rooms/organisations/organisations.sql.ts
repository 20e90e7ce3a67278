import { type RawBuilder, sql } from 'kysely'
import type { Day, Instant } from '#kit/day.ts'
import { json, type Tx } from '#kit/db.ts'
import type { Language } from '#kit/text.ts'
import type { AnyPermit, MemberId, OrganisationId } from '#rooms/access'
import {
  type Cooperative,
  type CooperativeFacts,
  type CooperativeSettings,
  type Customer,
  type CustomerFacts,
  type CustomerId,
  type Municipality,
  settingsFrom,
} from './organisations.types.ts'

const COOPERATIVE = [
  'tenant',
  'legal_name',
  'trade_name',
  'kvk',
  'vat_id',
  'iban',
  'street',
  'post_code',
  'city',
  'email',
  'phone',
  'website',
  'kor_since',
  'kor_until',
  'settings',
] as const

export async function findCooperative(tx: Tx, id: OrganisationId): Promise<Cooperative | null> {
  const row = await tx.selectFrom('organisations.cooperative').select(COOPERATIVE).where('tenant', '=', id).executeTakeFirst()
  return row ? cooperativeFrom(row) : null
}

/** All cooperatives by name: what stands on their invoices is public. */
export async function allCooperatives(tx: Tx): Promise<Cooperative[]> {
  const rows = await tx.selectFrom('organisations.cooperative').select(COOPERATIVE).orderBy(sql`lower(trade_name)`).execute()
  return rows.map(cooperativeFrom)
}

export async function saveCooperative(tx: Tx, id: OrganisationId, facts: CooperativeFacts): Promise<void> {
  const row = {
    legal_name: facts.legalName,
    trade_name: facts.tradeName,
    kvk: facts.kvk,
    vat_id: facts.vatId,
    iban: facts.iban,
    street: facts.street,
    post_code: facts.postCode,
    city: facts.city,
    email: facts.email,
    phone: facts.phone,
    website: facts.website,
    kor_since: facts.korSince,
    kor_until: facts.korUntil,
    settings: json(facts.settings as unknown),
  }
  await tx
    .insertInto('organisations.cooperative')
    .values({ tenant: id, ...row, logo: null })
    .onConflict((conflict) => conflict.column('tenant').doUpdateSet(row))
    .execute()
}

/** How many months a trial lasts at a cooperative, unless somebody says otherwise. */
export async function trialMonths(tx: Tx, id: OrganisationId): Promise<number> {
  return ((await findCooperative(tx, id))?.settings ?? settingsFrom({})).trialMonths
}

/** How many months somebody who left a cooperative still signs in there. */
export async function formerMonths(tx: Tx, id: OrganisationId): Promise<number> {
  return ((await findCooperative(tx, id))?.settings ?? settingsFrom({})).formerMonths
}

/** Never before the first day, and never later than it already was. */
export async function saveSettings(tx: Tx, id: OrganisationId, settings: CooperativeSettings): Promise<void> {
  await tx
    .updateTable('organisations.cooperative')
    .set({ settings: json(settings as unknown) })
    .where('tenant', '=', id)
    .execute()
}

export async function setKorUntil(tx: Tx, id: OrganisationId, last: Day): Promise<void> {
  await tx
    .updateTable('organisations.cooperative')
    .set({ kor_until: sql<Day>`greatest(kor_since, least(kor_until, ${last}::date))` })
    .where('tenant', '=', id)
    .where('kor_since', 'is not', null)
    .execute()
}

export async function findMunicipality(tx: Tx, id: OrganisationId): Promise<Municipality | null> {
  const row = await tx.selectFrom('organisations.municipality').selectAll().where('organisation', '=', id).executeTakeFirst()
  return row ? municipalityFrom(row) : null
}

/** The legal name of a cooperative and the name of a municipality, in one query. */
export async function namesOf(
  tx: Tx,
  id: OrganisationId,
  municipality: OrganisationId,
): Promise<{ readonly cooperative: string | null; readonly municipality: string | null; readonly settings: unknown }> {
  return await tx
    .selectNoFrom((eb) => [
      eb.selectFrom('organisations.cooperative').select('legal_name').where('tenant', '=', id).as('cooperative'),
      eb.selectFrom('organisations.cooperative').select('settings').where('tenant', '=', id).as('settings'),
      eb.selectFrom('organisations.municipality').select('name').where('organisation', '=', municipality).as('municipality'),
    ])
    .executeTakeFirstOrThrow()
}

/** All municipalities by name: name, department and address stand on their letters and are public. */
export async function allMunicipalities(tx: Tx): Promise<Municipality[]> {
  const rows = await tx.selectFrom('organisations.municipality').selectAll().orderBy(sql`lower(name)`).execute()
  return rows.map(municipalityFrom)
}

export async function saveMunicipality(tx: Tx, facts: Municipality): Promise<void> {
  const row = {
    code: facts.code,
    name: facts.name,
    department: facts.department,
    street: facts.street,
    post_code: facts.postCode,
    city: facts.city,
    email: facts.email,
  }
  await tx
    .insertInto('organisations.municipality')
    .values({ organisation: facts.id, ...row })
    .onConflict((conflict) => conflict.column('organisation').doUpdateSet(row))
    .execute()
}

/** Customers of the permit's cooperative within its reach, by name. */
export async function customers(tx: Tx, permit: AnyPermit): Promise<Customer[]> {
  const rows = await tx
    .selectFrom('organisations.customer')
    .selectAll()
    .where('tenant', '=', permit.organisation)
    .where(seen(permit))
    .orderBy(sql`lower(name)`)
    .execute()
  return rows.map(customerFrom)
}

export async function findCustomer(tx: Tx, permit: AnyPermit, id: CustomerId): Promise<Customer | null> {
  const row = await tx
    .selectFrom('organisations.customer')
    .selectAll()
    .where('tenant', '=', permit.organisation)
    .where('id', '=', id)
    .where(seen(permit))
    .executeTakeFirst()
  return row ? customerFrom(row) : null
}

/** Customers of members within reach, and those that an invoice of such a member was asked for. */
function seen(permit: AnyPermit): RawBuilder<boolean> {
  if (permit.reach === 'organisation') return sql<boolean>`true`
  if (permit.reach.length === 0) return sql<boolean>`false`
  const members = sql.join(permit.reach)
  return sql<boolean>`(customer.member in (${members}) or exists (select from organisations.customer_shared s
    where s.tenant = customer.tenant and s.customer = customer.id and s.member in (${members})))`
}

export async function insertShared(tx: Tx, permit: AnyPermit, customer: CustomerId, member: MemberId): Promise<void> {
  await tx
    .insertInto('organisations.customer_shared')
    .values({ tenant: permit.organisation, customer, member, shared_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function insertCustomer(tx: Tx, tenant: OrganisationId, id: CustomerId, facts: CustomerFacts, at: Instant): Promise<void> {
  await tx
    .insertInto('organisations.customer')
    .values({ tenant, id, ...customerRow(facts), added_at: at })
    .execute()
}

export async function updateCustomer(tx: Tx, tenant: OrganisationId, id: CustomerId, facts: CustomerFacts): Promise<void> {
  await tx.updateTable('organisations.customer').set(customerRow(facts)).where('tenant', '=', tenant).where('id', '=', id).execute()
}

type CooperativeRow = {
  tenant: string
  legal_name: string
  trade_name: string
  kvk: string
  vat_id: string | null
  iban: string | null
  street: string
  post_code: string
  city: string
  email: string | null
  phone: string | null
  website: string | null
  kor_since: Day | null
  kor_until: Day | null
  settings: unknown
}

function cooperativeFrom(row: CooperativeRow): Cooperative {
  return {
    id: row.tenant as OrganisationId,
    legalName: row.legal_name,
    tradeName: row.trade_name,
    kvk: row.kvk,
    vatId: row.vat_id,
    iban: row.iban,
    street: row.street,
    postCode: row.post_code,
    city: row.city,
    email: row.email,
    phone: row.phone,
    website: row.website,
    korSince: row.kor_since,
    korUntil: row.kor_until,
    settings: settingsFrom(row.settings),
  }
}

function municipalityFrom(row: {
  organisation: string
  code: string
  name: string
  department: string
  street: string
  post_code: string
  city: string
  email: string | null
}): Municipality {
  return {
    id: row.organisation as OrganisationId,
    code: row.code,
    name: row.name,
    department: row.department,
    street: row.street,
    postCode: row.post_code,
    city: row.city,
    email: row.email,
  }
}

function customerRow(facts: CustomerFacts) {
  return {
    member: facts.member,
    kind: facts.kind,
    name: facts.name,
    attention: facts.attention,
    street: facts.street,
    post_code: facts.postCode,
    city: facts.city,
    country: facts.country,
    email: facts.email,
    kvk: facts.kvk,
    vat_id: facts.vatId,
    peppol: facts.peppol,
    language: facts.language ?? null,
  }
}

type CustomerRow = ReturnType<typeof customerRow>

function customerFrom(
  row: Omit<CustomerRow, 'kind' | 'member' | 'language'> & { id: string; kind: string; member: string | null; language: string | null },
): Customer {
  return {
    id: row.id as CustomerId,
    member: row.member as MemberId | null,
    kind: row.kind as Customer['kind'],
    name: row.name,
    attention: row.attention,
    street: row.street,
    postCode: row.post_code,
    city: row.city,
    country: row.country,
    email: row.email,
    kvk: row.kvk,
    vatId: row.vat_id,
    peppol: row.peppol,
    language: row.language as Language | null,
  }
}
