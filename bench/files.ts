import type { Cluster } from './cluster.ts'

/** How many files lie in the municipality, and of how many people each case manager has the case. */
export const FILES = 10_000
const EACH = 100

/**
 * Ten thousand files in the municipality of one case manager of the invented year, who has a hundred of them: written as rows, for ten thousand requests
 * by hand would take longer than the measuring. Nine in ten are granted, one in ten of those ends within sixty days; the others wait for a decision.
 */
export async function addFiles(cluster: Cluster, database: string, manager: string): Promise<void> {
  const id = (kind: number) => `('${kind}0000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`
  const town = `(select a.organisation as town, a.person as manager, (select r.tenant from consent.request r where r.municipality = a.organisation limit 1) as coop
    from access.affiliation a join access.person p on p.id = a.person where p.name = '${manager}' and a.role = 'caseManager' limit 1) t`
  const numbers = `generate_series(1, ${FILES}) n`
  const sent = `date '2026-11-01' - (n % 20)`
  const statements = [
    `insert into access.person (id, name, language, added_at) select ${id(1)}, 'Inwoner ' || n, 'nl', now() from ${numbers}`,
    `insert into access.person (id, name, language, added_at) select ${id(2)}, 'Collega ' || n, 'nl', now() from generate_series(1, ${FILES / EACH}) n`,
    `insert into access.affiliation (organisation, id, person, role, since)
      select t.town, ${id(7)}, ${id(2)}, 'caseManager', '2026-01-01' from generate_series(1, ${FILES / EACH}) n, ${town}`,
    `insert into access.relation (organisation, id, kind, subject, professional, since)
      select t.town, ${id(3)}, 'caseManager', ${id(1)},
        case when n <= ${EACH} then t.manager else ('20000000-0000-7000-8000-' || lpad(to_hex((n - 1) / ${EACH} + 1), 12, '0'))::uuid end, '2026-01-01'
      from ${numbers}, ${town} where n % 97 <> 0`,
    `insert into consent.request (tenant, id, municipality, member, member_name, cooperative_name, municipality_name, work, plan, cost_kinds, wanted_from, wanted_until, sent_at)
      select t.coop, ${id(4)}, t.town, ${id(1)}, 'Inwoner ' || n, 'De Bloesem', 'Gemeente', 'Kleding maken', 'Gordijnen en kleding voor mensen in de buurt.', '{material}',
        '2026-12-01', '2027-11-30', ${sent} from ${numbers}, ${town}`,
    `insert into consent.event (tenant, id, request, municipality, member, kind, on_day, recorded_at, recorded_role, words, heard)
      select t.coop, ${id(5)}, ${id(4)}, t.town, ${id(1)}, 'sent', ${sent}, ${sent}, 'member', 'member', '' from ${numbers}, ${town}`,
    `insert into consent.event (tenant, id, request, municipality, member, kind, on_day, recorded_at, recorded_role, words, heard)
      select t.coop, ${id(6)}, ${id(4)}, t.town, ${id(1)}, 'granted', ${sent} + 1, ${sent} + 1, 'caseManager', '', '' from ${numbers}, ${town} where n % 10 <> 0`,
    `insert into consent.conditions (tenant, event, municipality, from_day, until_day, cost_kinds, pay_out_allowed, statement_rhythm, statement_day, statement_fulfils_duty, legal_basis, other)
      select t.coop, ${id(6)}, t.town, ${sent} + 1, current_date + case when n % 10 = 1 then 30 else 300 end, '{material}', false, 'monthly', 10, true, 'pw-voorziening', ''
      from ${numbers}, ${town} where n % 10 <> 0`,
    'analyze',
  ]
  for (const statement of statements) await cluster.query(database, statement)
}
