import { type Day, day } from '#kit/day.ts'

/** A sentence in both languages of the pages; the article itself stands in Dutch. */
export type Both = { readonly nl: string; readonly en: string }

/** A piece of law that a screen rests on: where it stands, what it says in a sentence, and in which text that was read. */
export type LawReference = {
  readonly article: string
  readonly says: Both
  /** The first day of the text that was read, or of the rule itself; null where the text is still to be read. */
  readonly since: Day | null
  readonly source: string
  readonly doubt: Both | null
}

const PW = 'Participatiewet (BWBR0015703), geconsolideerde tekst van 1-7-2026'
const BW2 = 'Burgerlijk Wetboek Boek 2 (BWBR0003045), tekst van 1-7-2026'

/** These were read in the dated copy of wetten.overheid.nl that the Ministry of the Interior keeps (MinBZK/regelrecht-corpus on GitHub). */
const copy =
  (law: string, from: string) =>
  (article: string, nl: string, en: string): LawReference => {
    const [year, month, date] = from.split('-').map(Number)
    const source = `${law}, tekst van ${date}-${month}-${year}, gelezen in de kopie van BZK`
    return { article, says: { nl, en }, since: day(from), source, doubt: null }
  }
export const awb = copy('Algemene wet bestuursrecht (BWBR0005537)', '2026-07-01')
export const bw1 = copy('Burgerlijk Wetboek Boek 1 (BWBR0002656)', '2025-07-05')
export const bw3 = copy('Burgerlijk Wetboek Boek 3 (BWBR0005291)', '2025-07-01')
export const bw6 = copy('Burgerlijk Wetboek Boek 6 (BWBR0005289)', '2026-07-16')
export const fw = copy('Faillissementswet (BWBR0001860)', '2026-09-01')
export const integration = copy('Wet inburgering 2021 (BWBR0044770)', '2025-10-21')
export const integrationDecree = copy('Besluit inburgering 2021 (BWBR0045555)', '2026-04-02')
export const participation = copy('Participatiewet (BWBR0015703)', '2026-07-01')
export const wgs = copy('Wet gemeentelijke schuldhulpverlening (BWBR0031331)', '2026-07-01')

/** An article of the Participatiewet as read in the consolidated text itself. */
export function pw(article: string, nl: string, en: string, doubt: Both | null = null): LawReference {
  return { article: `Participatiewet ${article}`, says: { nl, en }, since: day('2026-07-01'), source: PW, doubt }
}

/** What many screens rest on. */
export const exempt = pw(
  'art. 31 lid 2 onder n, r en y',
  'Een deel van wat je verdient, telt niet mee voor de bijstand.',
  'Part of what you earn does not count for the benefit.',
)
export const counts = pw('art. 31', 'Wat je verdient, kan meetellen voor je uitkering.', 'What you earn may count for your benefit.')
export const settle = pw(
  'art. 32 lid 2 en 58 lid 4',
  'Inkomen hoort bij de maand waarin je het verdiende. De gemeente verrekent het.',
  'Income belongs to the month in which you earned it. The municipality sets it off.',
)
export const laterMoney = pw(
  'art. 32 lid 2',
  'Geld dat later komt, hoort bij de maand waarin je het verdiende.',
  'Money that comes later belongs to the month in which you earned it.',
)
export const askBack = pw(
  'art. 58 lid 2 onder f',
  'De gemeente kan bijstand terugvragen als geld later komt.',
  'The municipality may ask benefit back when money comes later.',
)
export const report = pw(
  'art. 17',
  'Je meldt zelf aan de gemeente wat van belang is voor je uitkering.',
  'You tell the municipality yourself what matters for your benefit.',
)
export const livingBusiness: LawReference = {
  article: 'Bbz 2004 art. 1 tot en met 11',
  says: {
    nl: 'De gemeente kan wie van een eigen bedrijf wil leven helpen, ook hooguit twaalf maanden in de voorbereiding.',
    en: 'The municipality may help whoever wants to live from a business of their own, also for at most twelve months while preparing it.',
  },
  since: day('2026-01-01'),
  source: 'Besluit bijstandverlening zelfstandigen 2004 (BWBR0015711), tekst van 1-1-2026',
  doubt: null,
}
export const agreementChange: LawReference = {
  article: 'BW 2:59',
  says: {
    nl: 'De coöperatie verandert een overeenkomst alleen zoals in die overeenkomst staat.',
    en: 'The cooperative changes an agreement only in the way that the agreement itself says.',
  },
  since: day('2026-07-01'),
  source: BW2,
  doubt: null,
}
export const noMoreThanNeeded: LawReference = {
  article: 'AVG art. 5 lid 1 onder b en c',
  says: {
    nl: 'Gegevens van iemand gebruik je alleen voor het doel dat je noemde, en niet meer dan daarvoor nodig is.',
    en: 'Data about a person are used only for the purpose that was named, and no more than is needed for it.',
  },
  since: day('2018-05-25'),
  source: 'Verordening (EU) 2016/679, uitleg bij art. 5 op gegevensbeschermingsrecht.nl en europadecentraal.nl; art. 99 op gegevensbeschermingsrecht.nl',
  doubt: { nl: 'De uitleg is gelezen, de tekst van het artikel zelf nog niet.', en: 'The explanation was read, the text of the article itself not yet.' },
}

export const reasons = awb(
  'Awb art. 3:46 en 3:47',
  'Een besluit heeft een goede reden. Die reden staat in de brief.',
  'A decision has a good reason. That reason is in the letter.',
)
export const remedies = awb(
  'Awb art. 3:45',
  'In de brief staat of iemand bezwaar of beroep kan doen, bij wie en tot wanneer.',
  'The letter says whether somebody may object or appeal, with whom and until when.',
)
export const stays = awb(
  'Awb art. 6:16',
  'Bezwaar of beroep zet een besluit niet stil, tenzij een wet dat zegt.',
  'Objecting or appealing does not put a decision on hold, unless a law says so.',
)
