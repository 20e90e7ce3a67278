import { type Database, openDatabase } from '#kit/db.ts'
import { migrate } from '#kit/migrate.ts'
import type { OrganisationId, PersonId } from '#rooms/access'
import type { Cluster } from './cluster.ts'

export const TENANTS = 100
export const MEMBERS = 40

/** The ids that the pgbench scripts make up as well. */
export const tenant = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}` as OrganisationId
export const member = (n: number) => `00000000-0000-7000-9000-${String(n).padStart(12, '0')}` as PersonId

/** A migrated database `ours` with tenants and persons, and `lim` with the limit's tables. */
export async function makeBooks(cluster: Cluster, limits: string): Promise<void> {
  await cluster.query('postgres', 'create database ours')
  await cluster.query('postgres', 'create database lim')
  await cluster.query('lim', limits)
  const database = await openDatabase({ url: cluster.url('ours'), dataDir: null })
  await migrate(database.pool)
  await fill(database)
  await database.close()
}

async function fill({ pool }: Database): Promise<void> {
  const tenants = Array.from({ length: TENANTS }, (_, index) => `('${tenant(index + 1)}', 'cooperative', 'Coöperatie ${index + 1} U.A.', now())`)
  const members = Array.from({ length: MEMBERS }, (_, index) => `('${member(index + 1)}', 'Lid ${index + 1}', 'nl', now())`)
  await pool.query(`insert into access.organisation (id, kind, name, since) values ${tenants.join(', ')}`)
  await pool.query(`insert into access.person (id, name, language, added_at) values ${members.join(', ')}`)
  // Every account is opened beforehand, as it would be after the first weeks of a cooperative.
  await pool.query(`insert into ledger.account (tenant, code, member)
    select o.id, k.code, case when k.per_member then p.id end from access.organisation o cross join ledger.chart k left join access.person p on k.per_member
    where k.code in ('debtors', 'turnover', 'vatPayable', 'bank', 'resultAllocation', 'businessBudget', 'developmentBudget', 'cooperativeContribution')`)
  await pool.query('analyze')
}

/** Empties both, so that every turn begins alike. */
export async function fresh(cluster: Cluster): Promise<void> {
  await cluster.query('lim', 'truncate lim.entry, lim.tx')
  await cluster.query('ours', 'set session_replication_role = replica; truncate ledger.transfer, ledger.entry, ledger.seal cascade')
  await cluster.query('ours', 'checkpoint')
}
