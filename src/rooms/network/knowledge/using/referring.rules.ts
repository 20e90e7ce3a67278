/** Which answers a step of the start path sends its reader to, by the key of the step. */
export const AT_STEPS: Readonly<Record<string, readonly string[]>> = {
  mensen: ['sociale-cooperatie-kort', 'cooperatie-of-iets-anders', 'beginnen'],
  begeleider: ['wat-doet-een-coach'],
  penningmeester: ['penningmeester-stopt', 'administratie-bewaren'],
  gesprek: ['waarom-aarzelen-gemeenten', 'wat-levert-het-op'],
  overeenkomst: ['afspraak-met-gemeente'],
  toestemming: ['waarom-een-besluit', 'aanvraag-toestemming', 'hoe-lang-duurt-toestemming'],
  notaris: ['welke-stukken', 'wa-ba-ua'],
  reglement: ['jaarvergadering', 'ledenregister', 'wie-is-verantwoordelijk'],
  verdeling: ['hoeveel-procent', 'ledenovereenkomst'],
  uitnodigen: ['nieuw-lid-toelaten'],
  lezen: ['sociale-cooperatie-kort'],
  rekenen: ['wat-levert-het-op', 'eerlijk-meten'],
  grond: ['wat-weet-de-gemeente', 'geen-bsn'],
  voorwaarden: ['factureren-met-bijstand', 'pot-inkomen-of-vermogen'],
  afspraak: ['afspraak-met-gemeente', 'social-return'],
  eerste: ['waarom-een-besluit', 'hoe-lang-duurt-toestemming'],
}

/** Which answers a model document sends its reader to, by the code of the model. */
export const AT_PAPERS: Readonly<Record<string, readonly string[]>> = {
  statuten: ['wa-ba-ua', 'welke-stukken'],
  huisregels: ['wie-beslist-over-uitgaven'],
  samenwerkingsovereenkomst: ['afspraak-met-gemeente'],
  ledenovereenkomst: ['ledenovereenkomst', 'hoeveel-procent'],
  toestemming: ['aanvraag-toestemming', 'toestemming-verlengen'],
  privacyverklaring: ['wie-is-verantwoordelijk'],
  verwerkingsregister: ['geen-bsn', 'wie-is-verantwoordelijk'],
  oproep: ['jaarvergadering'],
  vertrekovereenkomst: ['pot-bij-vertrek', 'gereedschap-bij-vertrek'],
  'sociaal-inkopen': ['social-return'],
  'gemeente-samenwerking': ['afspraak-met-gemeente'],
  'gemeente-toestemming': ['waarom-een-besluit'],
  'gemeente-privacy': ['wat-weet-de-gemeente'],
  'gemeente-inkopen': ['social-return'],
}

/** The keys under which an answer is named. */
export function namedAt(among: Readonly<Record<string, readonly string[]>>, slug: string): string[] {
  return Object.entries(among).flatMap(([key, slugs]) => (slugs.includes(slug) ? [key] : []))
}

/** Whether words lead to this answer, and not to one whose address only begins so. */
export function sendsTo(words: string, slug: string): boolean {
  return [...words.matchAll(/\/kennis\/([a-z0-9-]+)/g)].some(([, found = '']) => found.replace(/-+$/, '') === slug)
}
