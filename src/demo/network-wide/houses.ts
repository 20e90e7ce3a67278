import type { ExperienceFacts, keepListing } from '#rooms/network'
import { tells } from './experience.ts'

type Entry = Parameters<typeof keepListing>[2]

/** An invented cooperative beside De Bloesem and De Kade. */
export type HouseFacts = {
  readonly name: string
  readonly town: string
  readonly progress: Entry['progress']
  readonly crafts: Entry['crafts']
  readonly about: string
  /** How many days ago the board last said that the entry is right. */
  readonly checked: number
  readonly told: ExperienceFacts | null
  /** Whether the sign-in page of the demo has a door to it. */
  readonly door?: true
  /** Not in the public list: the board wants to wait. */
  readonly hidden?: true
  /** So many days ago the treasurer stopped, and nobody came after. */
  readonly treasurerGone?: number
  readonly logo?: true
}

/** Twenty-four cooperatives: with the two of the invented year twenty-five stand in the public list, and one waits. */
export const HOUSES: readonly HouseFacts[] = [
  {
    name: 'De Vuurvlieg',
    town: 'Kievitsluis',
    progress: 'active',
    crafts: ['food', 'events', 'making'],
    about: 'Wij koken en maken licht voor feesten in de wijk. Elke woensdag staat de deur open.',
    checked: 20,
    door: true,
    logo: true,
    told: tells(['active', '2020-02', 'to19'], {
      well: ['customers', 'bank', 'finding'],
      some: ['vat'],
      seeks: ['treasurer'],
      helps: ['call', 'visit'],
      wrong: 'Wij namen in een keer acht mensen aan. Niemand kende de afspraken. Neem er twee tegelijk aan.',
    }),
  },
  {
    name: 'Het Vlechtwerk',
    town: 'Appelmonde',
    progress: 'active',
    crafts: ['textile', 'making', 'repair'],
    about: 'Een oude school vol touw, stof en wilgentenen. Wij maken en wij geven les.',
    checked: 45,
    logo: true,
    told: tells(['active', '2018-06', 'to49'], {
      well: ['split', 'exit', 'vat', 'treasurer', 'customers'],
      helps: ['call', 'papers', 'presentation'],
      wrong: 'De pot van de coöperatie groeide en niemand wist waarvoor. Spreek af waar hij voor is.',
    }),
  },
  {
    name: 'De Tuinfluiter',
    town: 'Klaverwoude',
    progress: 'active',
    crafts: ['garden', 'training'],
    about: 'Tuinen voor mensen die er zelf niet meer bij kunnen. Wij leren het elkaar.',
    checked: 70,
    told: tells(['active', '2020-04', 'to9'], { well: ['coaching', 'newcomers'], some: ['customers'], seeks: ['vat'], helps: ['visit'] }),
  },
  {
    name: 'De Steekspoel',
    town: 'Roggehoven',
    progress: 'active',
    crafts: ['textile', 'repair'],
    about: 'Naaiatelier in het buurthuis. Vermaken, verstellen en nieuw maken.',
    checked: 250,
    told: tells(['active', '2022-05', 'to9'], { well: ['statements'], some: ['split'], seeks: ['customers', 'exit'], helps: ['call'] }),
  },
  {
    name: 'Het Kompas',
    town: 'Veldermonde',
    progress: 'active',
    crafts: ['web', 'design'],
    about: 'Websites en drukwerk voor verenigingen en kleine zaken.',
    checked: 15,
    logo: true,
    told: tells(['active', '2019-10', 'to9'], {
      well: ['vat', 'bank', 'treasurer', 'customers'],
      some: ['exit'],
      helps: ['call', 'papers'],
      wrong: 'Onze eerste rekeningen hadden geen nummer. De boekhouder was er een maand mee bezig.',
    }),
  },
  {
    name: 'De Soepbrigade',
    town: 'Brembergen',
    progress: 'active',
    crafts: ['food', 'care'],
    about: 'Elke donderdag soep, en een praatje aan de deur.',
    checked: 95,
    treasurerGone: 40,
    told: tells(['active', '2022-10', 'to9'], { well: ['newcomers'], seeks: ['treasurer', 'vat'], helps: ['visit'] }),
  },
  {
    name: 'De Fietsdokters',
    town: 'Otterzijl',
    progress: 'active',
    crafts: ['repair', 'training'],
    about: 'Wij maken fietsen weer heel. Leren mag, aan onze werkbank.',
    checked: 30,
    logo: true,
    told: tells(['active', '2021-12', 'to9'], { well: ['customers', 'newcomers'], some: ['bank'], seeks: ['split'], helps: ['call', 'visit'] }),
  },
  {
    name: 'Atelier Zilverdraad',
    town: 'Zilverdonk',
    progress: 'active',
    crafts: ['making', 'design', 'textile'],
    about: 'Sieraden en klein textiel van wat anderen weggooien.',
    checked: 320,
    told: tells(['active', '2020-07', 'to4'], { well: ['customers'], seeks: ['exit', 'vat'], helps: ['call'] }),
  },
  {
    name: 'De Klusuil',
    town: 'Otterzijl',
    progress: 'active',
    crafts: ['repair', 'care', 'garden'],
    about: 'Kleine klussen in huis, zonder haast en met koffie.',
    checked: 110,
    told: tells(['active', '2023-02', 'to4'], { some: ['customers', 'bank'], seeks: ['vat', 'exit'], helps: ['call'] }),
  },
  {
    name: 'Het Notenhuis',
    town: 'Reigerskapelle',
    progress: 'active',
    crafts: ['music', 'training', 'events'],
    about: 'Muzieklessen, een koor, en muziek bij uw feest.',
    checked: 60,
    told: tells(['active', '2023-03', 'to9'], { well: ['finding'], some: ['coaching'], seeks: ['customers'], helps: ['presentation'] }),
  },
  {
    name: 'De Honingpot',
    town: 'Bijenrode',
    progress: 'active',
    crafts: ['food', 'garden'],
    about: 'Bijen, honing en bloemen voor de hele straat.',
    checked: 200,
    told: tells(['active', '2025-02', 'to4'], { some: ['bank'], seeks: ['vat', 'customers'], helps: ['call'], shownTo: 'network' }),
  },
  {
    name: 'De Kiemplaats',
    town: 'Vlinderhorst',
    progress: 'starting',
    crafts: ['making', 'textile'],
    about: 'Wij zijn net begonnen, met vier mensen en een lege winkel.',
    checked: 12,
    door: true,
    told: tells(['starting', '2026-02', 'to4'], { some: ['finding'], seeks: ['bank', 'statements', 'customers'], helps: ['call'] }),
  },
  {
    name: 'De Spinnerij',
    town: 'Zonnewerve',
    progress: 'starting',
    crafts: ['textile', 'care'],
    about: 'Wol van schapen uit de buurt. Wij spinnen, breien en luisteren.',
    checked: 50,
    told: tells(['starting', '2025-11', 'to4'], { seeks: ['bank', 'split', 'articles'], helps: ['call'] }),
  },
  {
    name: 'De Waterkers',
    town: 'Leliewater',
    progress: 'starting',
    crafts: ['food', 'events'],
    about: 'Lunch aan het water, en koken voor wie dat zelf niet kan.',
    checked: 190,
    told: null,
  },
  {
    name: 'Het Roerblad',
    town: 'Grutterswaard',
    progress: 'starting',
    crafts: ['repair', 'making'],
    about: 'Boten en meubels, van rot naar mooi.',
    checked: 25,
    told: tells(['starting', '2025-10', 'to4'], { some: ['articles', 'bank'], seeks: ['treasurer', 'newcomers'], helps: ['call', 'papers'] }),
  },
  {
    name: 'De Zwaluw',
    town: 'Merelgoor',
    progress: 'starting',
    crafts: ['care', 'other'],
    about: 'Boodschappen doen, mee naar de dokter, een brief lezen.',
    checked: 80,
    told: tells(['starting', '2025-05', 'to4'], { seeks: ['customers', 'coaching'], shownTo: 'network' }),
  },
  {
    name: 'De Buurtbakkers',
    town: 'Kersenbeek',
    progress: 'starting',
    crafts: ['food'],
    about: 'Brood uit één oven, gebakken door acht handen.',
    checked: 33,
    told: null,
  },
  {
    name: 'De Bramenstruik',
    town: 'Bramerveld',
    progress: 'idea',
    crafts: ['garden', 'food'],
    about: 'Een idee van drie buren: jam, sap en een plukroute. Wie doet er mee?',
    checked: 18,
    told: tells(['idea', null, 'none'], { seeks: ['beginning', 'articles', 'finding'] }),
  },
  {
    name: 'Het Lichtschip',
    town: 'Schelpenisse',
    progress: 'idea',
    crafts: ['events', 'making', 'music'],
    about: 'Op ons eiland is ’s winters weinig te doen. Wij willen dat veranderen.',
    checked: 40,
    door: true,
    told: tells(['idea', null, 'none'], { seeks: ['beginning', 'bank', 'articles'], helps: ['call'] }),
  },
  {
    name: 'De Sleutelbos',
    town: 'Sleuteldrecht',
    progress: 'idea',
    crafts: ['repair'],
    about: 'Wij zoeken nog een werkplaats en een penningmeester.',
    checked: 230,
    told: null,
  },
  {
    name: 'De Distelvink',
    town: 'Distelveen',
    progress: 'idea',
    crafts: ['design', 'training'],
    about: 'Vier makers aan één tafel. Nog zonder statuten.',
    checked: 75,
    told: null,
  },
  {
    name: 'De Oude Molen',
    town: 'Mosterdijk',
    progress: 'stopped',
    crafts: ['food', 'garden'],
    about: 'Wij bakten zes jaar brood. Er kwam niemand voor het bestuur.',
    checked: 150,
    treasurerGone: 260,
    told: tells(['stopped', '2019-03', 'none'], {
      well: ['exit', 'customers'],
      helps: ['call'],
      wrong: 'Wij zochten pas een nieuwe penningmeester toen de oude weg was. Begin een jaar eerder.',
    }),
  },
  {
    name: 'Het Kruispunt',
    town: 'Ganzerlo',
    progress: 'stopped',
    crafts: ['care'],
    about: 'Gestopt. De leden werken nu elk voor zich, en dat gaat goed.',
    checked: 300,
    told: null,
  },
  {
    name: 'De Nachtvlinder',
    town: 'Bosuilen',
    progress: 'starting',
    crafts: ['events'],
    about: 'Nog even stil.',
    checked: 10,
    hidden: true,
    told: tells(['starting', '2026-06', 'to4'], { seeks: ['bank'], shownTo: 'nobody' }),
  },
]
