import type { ExperienceFacts } from '#rooms/network'
import { tells } from './experience.ts'

/** An invented municipality: how it is called, what it tells of its experience (null: nothing yet), and whether the sign-in page of the demo has a door to it. */
export type TownFacts = { readonly name: string; readonly told: ExperienceFacts | null; readonly door?: true }

/** Thirty-eight towns beside Wilgendam and Lindehaven: who is far, who begins, who only thinks about it, and who says nothing. */
export const TOWNS: readonly TownFacts[] = [
  // Years further: whom the others learn from.
  {
    name: 'Appelmonde',
    door: true,
    told: tells(['active', '2018-03', 'to49'], {
      well: ['council', 'consent', 'exit', 'debts', 'split'],
      some: ['bbz'],
      helps: ['call', 'visit', 'papers', 'presentation'],
      wrong: 'Wij lieten elk team zelf beslissen. Twee mensen met hetzelfde plan kregen een ander antwoord. Nu kijken er altijd twee mee.',
    }),
  },
  {
    name: 'Veldermonde',
    told: tells(['active', '2019-09', 'to19'], {
      well: ['statements', 'exit', 'finding'],
      some: ['debts', 'council'],
      seeks: ['bbz'],
      helps: ['call', 'papers'],
      wrong: 'Onze opgave vroeg te veel. Mensen haakten af. Een bladzijde bleek genoeg.',
    }),
  },
  {
    name: 'Klaverwoude',
    told: tells(['active', '2020-01', 'to19'], { well: ['debts', 'coaching'], some: ['consent'], seeks: ['exit'], helps: ['call', 'visit'] }),
  },
  {
    name: 'Zilverdonk',
    told: tells(['active', '2020-06', 'to9'], {
      well: ['council', 'statements'],
      some: ['split'],
      helps: ['papers', 'presentation'],
      wrong: 'In het raadsvoorstel stond geen bedrag. Toen duurde het een half jaar langer.',
    }),
  },
  { name: 'Kievitsluis', told: tells(['active', '2021-02', 'to19'], { well: ['consent', 'newcomers'], some: ['exit', 'debts'], helps: ['call'] }) },
  {
    name: 'Otterzijl',
    told: tells(['active', '2021-11', 'to9'], { well: ['finding', 'coaching'], seeks: ['debts', 'exit'], helps: ['call', 'visit'] }),
  },
  { name: 'Roggehoven', told: tells(['active', '2022-04', 'to9'], { well: ['consent', 'split'], some: ['statements'], seeks: ['council'], helps: ['call'] }) },
  {
    name: 'Brembergen',
    told: tells(['active', '2022-09', 'to9'], {
      well: ['debts', 'exit'],
      some: ['council'],
      helps: ['call', 'papers'],
      wrong: 'Wij wisten niet wie er uit de regeling ging, en waarom. Spreek vooraf af wat je meet.',
    }),
  },
  {
    name: 'Reigerskapelle',
    told: tells(['active', '2023-01', 'to9'], { well: ['finding'], some: ['consent', 'statements'], seeks: ['exit'], helps: ['visit'] }),
  },
  // Helps nobody now: shown, without a question to ask.
  { name: 'Zonnewerve', told: tells(['active', '2023-05', 'to4'], { some: ['consent', 'council'], seeks: ['statements', 'debts'] }) },
  { name: 'Bosuilen', told: tells(['active', '2023-10', 'to9'], { well: ['statements'], some: ['debts'], seeks: ['split'], helps: ['call', 'papers'] }) },
  // Begun last year.
  { name: 'Vlinderhorst', told: tells(['starting', '2025-01', 'to4'], { some: ['council'], seeks: ['consent', 'statements', 'finding'], helps: ['call'] }) },
  { name: 'Merelgoor', told: tells(['starting', '2025-03', 'to4'], { some: ['finding'], seeks: ['council', 'exit'], helps: ['call'] }) },
  { name: 'Kersenbeek', told: tells(['starting', '2025-04', 'to4'], { well: ['council'], seeks: ['debts', 'statements'], helps: ['call', 'papers'] }) },
  { name: 'Leliewater', told: tells(['starting', '2025-06', 'to4'], { seeks: ['council', 'consent', 'exit'], helps: ['call'] }) },
  { name: 'Grutterswaard', told: tells(['starting', '2025-08', 'to4'], { some: ['consent'], seeks: ['statements', 'coaching'], helps: ['call'] }) },
  { name: 'Bijenrode', told: tells(['starting', '2025-09', 'to9'], { well: ['newcomers'], seeks: ['split', 'exit'], helps: ['visit'] }) },
  // Not begun.
  { name: 'Bramerveld', door: true, told: tells(['idea', null, 'none'], { seeks: ['beginning', 'council', 'consent'] }) },
  { name: 'Schelpenisse', told: tells(['idea', null, 'none'], { seeks: ['beginning', 'finding'], helps: ['call'] }) },
  { name: 'Distelveen', told: tells(['idea', null, 'none'], { seeks: ['beginning', 'consent', 'debts'] }) },
  { name: 'Sleuteldrecht', told: tells(['idea', null, 'none'], { some: ['debts'], seeks: ['council', 'split'], helps: ['call'] }) },
  { name: 'Hazelvoort', told: tells(['idea', null, 'none'], { seeks: ['beginning', 'council'] }) },
  { name: 'Lijsterwolde', told: tells(['idea', null, 'none'], { seeks: ['beginning'], shownTo: 'network' }) },
  { name: 'Tarwerzand', told: tells(['idea', null, 'none'], { seeks: ['council', 'statements'], shownTo: 'network' }) },
  // Stopped, and honest about it; and one that keeps its experience to itself.
  {
    name: 'Mosterdijk',
    told: tells(['stopped', '2019-02', 'none'], {
      well: ['council', 'exit'],
      helps: ['call'],
      wrong: 'De coöperatie leunde op een wethouder en een coach. Toen die weg waren, viel alles stil. Leg het vast voor je het nodig hebt.',
    }),
  },
  { name: 'Ganzerlo', told: tells(['stopped', '2021-05', 'none'], { some: ['consent'], shownTo: 'network' }) },
  { name: 'Heidemaat', told: tells(['active', '2022-01', 'to9'], { well: ['consent'], seeks: ['exit'], shownTo: 'nobody' }) },
  // Known, and silent so far.
  ...['Duinrade', 'Pimpernes', 'Vuursteenderp', 'Oesterhem', 'Knotwilgersveer', 'Palingerzijl', 'Roerdompel', 'Vosseradeel', 'Wolkenrade'].map(silent),
  ...['Frambozendam', 'Fazantrijk'].map(silent),
]

function silent(name: string): TownFacts {
  return { name, told: null }
}
