import type { VatKind } from '#rooms/invoicing'
import type { BenefitSource, SupportKind } from '#rooms/members'

/** What somebody of the invented world is and makes; amounts in cents. All names and towns are invented. */
export type Character = {
  readonly firstName: string
  readonly lastName: string
  readonly language: 'nl' | 'en'
  /** Has no e-mail, and signs in with a code on paper. */
  readonly onPaper?: true
  readonly benefit: BenefitSource
  readonly support: readonly SupportKind[]
  readonly tradeName: string
  readonly makes: string
  readonly work: string
  readonly plan: string
  readonly costKinds: readonly string[]
  readonly vat: VatKind
  readonly jobs: readonly Job[]
  readonly buys: readonly Buy[]
}

/** Something this person sells again and again. */
export type Job = {
  readonly customer: string
  readonly what: string
  readonly unit: 'piece' | 'hour' | 'day'
  readonly quantity: number
  readonly price: number
  readonly market?: true
}
export type Buy = {
  readonly what: string
  readonly kind: 'material' | 'tools' | 'stall' | 'travel' | 'phone' | 'training' | 'promotion' | 'other'
  readonly gross: number
  readonly rate: 21 | 9 | 0
  readonly paidBy: 'bank' | 'member'
}

const job = (customer: string, what: string, unit: Job['unit'], quantity: number, price: number, market?: true): Job => ({
  customer,
  what,
  unit,
  quantity,
  price,
  ...(market ? { market } : {}),
})
const buy = (what: string, kind: Buy['kind'], gross: number, rate: Buy['rate'] = 21, paidBy: Buy['paidBy'] = 'bank'): Buy => ({
  what,
  kind,
  gross,
  rate,
  paidBy,
})

export const BLOESEM: readonly Character[] = [
  {
    firstName: 'Samira',
    lastName: 'el Amrani',
    language: 'nl',
    benefit: 'participatiewetOwn',
    support: ['restAndBuild'],
    tradeName: 'Atelier Samira',
    makes: 'gordijnen en verstelwerk',
    work: 'Gordijnen naaien en kleding vermaken',
    plan: 'Ik naai gordijnen op maat. Ook vermaak ik kleding voor mensen uit de buurt. Ik begin met twee klussen per maand.',
    costKinds: ['material', 'tools'],
    vat: 'standard',
    jobs: [
      job('Buurthuis De Linde', 'Gordijnen voor de grote zaal', 'piece', 2, 12000),
      job('Stichting Het Weefgetouw', 'Verstelwerk kostuums', 'hour', 6, 2500),
      job('Mevrouw Jansma', 'Trouwjurk innemen', 'piece', 1, 8500),
    ],
    buys: [buy('Gordijnstof, 8 meter', 'material', 9680), buy('Garen en ritsen', 'material', 2420, 21, 'member')],
  },
  {
    firstName: 'Petra',
    lastName: 'Mulder',
    language: 'nl',
    benefit: 'participatiewetJoint',
    support: ['plan'],
    tradeName: 'Petra kookt',
    makes: 'soep en hapjes',
    work: 'Soep en hapjes koken voor bijeenkomsten en de markt',
    plan: 'Ik kook voor bijeenkomsten. Elke maand sta ik een keer op de markt.',
    costKinds: ['material', 'stall', 'travel', 'memberWork'],
    vat: 'reduced',
    jobs: [
      job('Wijkraad Wilgendam', 'Soep voor dertig mensen', 'piece', 30, 550),
      job('Markt', 'Soep', 'piece', 34, 450, true),
      job('Bibliotheek Wilgendam', 'Hapjes bij de opening', 'piece', 1, 18500),
    ],
    buys: [buy('Groente en bouillon', 'material', 6540, 9), buy('Marktkraam, een dag', 'stall', 3630)],
  },
  {
    firstName: 'Ahmet',
    lastName: 'Demirkan',
    language: 'nl',
    benefit: 'ioawIoaz',
    support: ['restAndBuild'],
    tradeName: 'Groen bij huis',
    makes: 'tuinonderhoud',
    work: 'Tuinen onderhouden',
    plan: 'Ik onderhoud tuinen van mensen die dat zelf niet meer kunnen. Drie ochtenden in de week.',
    costKinds: ['material', 'tools', 'travel'],
    vat: 'standard',
    jobs: [
      job('Woonzorg De Es', 'Onderhoud binnentuin', 'hour', 8, 2200),
      job('De heer Postma', 'Heg knippen', 'hour', 4, 2400),
      job('Vereniging Volkstuin Oost', 'Paden schoonmaken', 'day', 1, 16000),
    ],
    buys: [buy('Tuinafval wegbrengen', 'other', 2420), buy('Snoeischaar', 'tools', 4840)],
  },
  {
    firstName: 'Nadia',
    lastName: 'Benali',
    language: 'nl',
    benefit: 'uwv',
    support: ['restAndBuild'],
    tradeName: 'Nadia tekent',
    makes: 'tekeningen en kaarten',
    work: 'Kaarten en tekeningen maken',
    plan: 'Ik teken kaarten en portretten in opdracht, thuis en in mijn eigen tempo.',
    costKinds: ['material', 'promotion'],
    vat: 'standard',
    jobs: [job('Boekhandel Pagina', 'Setje kaarten', 'piece', 40, 180), job('Mevrouw de Groot', 'Portret in krijt', 'piece', 1, 9500)],
    buys: [buy('Papier en inkt', 'material', 3630), buy('Telefoon, beltegoed', 'phone', 3800, 21, 'member')],
  },
  {
    firstName: 'Karel',
    onPaper: true,
    lastName: 'Oosting',
    language: 'nl',
    benefit: 'participatiewetOwn',
    support: ['moneyMatters'],
    tradeName: 'Oosting hout',
    makes: 'kleine meubels',
    work: 'Kleine meubels maken en repareren',
    plan: 'Ik maak krukjes en repareer stoelen in de werkplaats van De Bloesem.',
    costKinds: ['material', 'tools'],
    vat: 'standard',
    jobs: [job('Buurthuis De Linde', 'Krukjes', 'piece', 4, 4500), job('Kringloop Rondom', 'Stoelen repareren', 'piece', 6, 2800)],
    buys: [buy('Hout en schroeven', 'material', 7260)],
  },
  {
    firstName: 'Fleur',
    lastName: 'Wessels',
    language: 'nl',
    benefit: 'participatiewetOwn',
    support: ['restAndBuild', 'plan'],
    tradeName: 'Fleur ontwerpt',
    makes: 'websites en folders',
    work: 'Websites en folders ontwerpen',
    plan: 'Ik ontwerp folders en kleine websites voor verenigingen.',
    costKinds: ['material', 'promotion', 'phone'],
    vat: 'standard',
    jobs: [job('Harmonie Wilgendam', 'Website bijwerken', 'hour', 5, 3500), job('Sportclub De Kei', 'Folder ontwerpen', 'piece', 1, 22500)],
    buys: [buy('Lettertype en beeld', 'material', 2420)],
  },
  {
    firstName: 'Dunya',
    lastName: 'Kaplan',
    language: 'nl',
    benefit: 'participatiewetOwn',
    support: ['plan'],
    tradeName: 'Dunya lashes',
    makes: 'wimperbehandelingen',
    work: 'Wimpers en wenkbrauwen verzorgen',
    plan: 'Ik behandel klanten in de salon van het buurthuis.',
    costKinds: ['material', 'training'],
    vat: 'standard',
    jobs: [job('Diverse klanten', 'Behandeling', 'piece', 5, 2500, true)],
    buys: [buy('Wimpers en lijm', 'material', 6050), buy('Behandelstoel, huur', 'tools', 6050)],
  },
  {
    firstName: 'Joris',
    lastName: 'Vink',
    language: 'nl',
    benefit: 'none',
    support: [],
    tradeName: 'Vink foto',
    makes: 'foto’s',
    work: 'Foto’s maken',
    plan: 'Ik fotografeer bijeenkomsten en producten van andere leden.',
    costKinds: ['material'],
    vat: 'standard',
    jobs: [job('Gemeente Wilgendam', 'Foto’s van de buurtdag', 'hour', 4, 4000), job('Buurthuis De Linde', 'Foto’s voor de website', 'piece', 1, 15000)],
    buys: [buy('Geheugenkaart', 'material', 3025)],
  },
  {
    firstName: 'Yonas',
    lastName: 'Tesfay',
    language: 'en',
    benefit: 'participatiewetOwn',
    support: ['language'],
    tradeName: 'Yonas fietst',
    makes: 'gerepareerde fietsen',
    work: 'Fietsen repareren',
    plan: 'Ik repareer fietsen in de schuur van het buurthuis. Elke zaterdag sta ik op de markt. Ik leer daar ook Nederlands.',
    costKinds: ['material', 'tools', 'stall'],
    vat: 'reduced',
    jobs: [],
    buys: [],
  },
  {
    firstName: 'Mehmet',
    lastName: 'Aydin',
    language: 'nl',
    benefit: 'participatiewetJoint',
    support: ['language', 'plan'],
    tradeName: 'Aydin schildert',
    makes: 'schilderwerk',
    work: 'Binnen schilderen',
    plan: 'Ik schilder kamers bij mensen thuis.',
    costKinds: ['material'],
    vat: 'reduced',
    jobs: [],
    buys: [],
  },
]

export const KADE: readonly Character[] = [
  {
    firstName: 'Rosa',
    lastName: 'Martens',
    language: 'nl',
    benefit: 'participatiewetOwn',
    support: ['restAndBuild'],
    tradeName: 'Rosa keramiek',
    makes: 'kommen en bekers',
    work: 'Keramiek draaien en verkopen',
    plan: 'Ik draai kommen en verkoop ze op de markt en aan winkels.',
    costKinds: ['material', 'stall', 'tools'],
    vat: 'standard',
    jobs: [job('Winkel Aan de Kade', 'Kommen', 'piece', 12, 1650), job('Markt', 'Bekers', 'piece', 9, 1400, true)],
    buys: [buy('Klei en glazuur', 'material', 6050)],
  },
  {
    firstName: 'Daan',
    lastName: 'Pieters',
    language: 'nl',
    benefit: 'participatiewetJoint',
    support: ['moneyMatters'],
    tradeName: 'Daan bakt',
    makes: 'brood',
    work: 'Brood bakken',
    plan: 'Ik bak twee keer in de week brood voor vaste klanten.',
    costKinds: ['material'],
    vat: 'standard',
    jobs: [job('Eetcafé Het Roer', 'Broden', 'piece', 40, 420), job('Basisschool De Boei', 'Bollen', 'piece', 60, 75)],
    buys: [buy('Meel en gist', 'material', 5450, 9)],
  },
  {
    firstName: 'Lien',
    lastName: 'Chu',
    language: 'nl',
    benefit: 'none',
    support: [],
    tradeName: 'Tekenles Lien',
    makes: 'tekenlessen',
    work: 'Tekenles geven',
    plan: 'Ik geef tekenles aan volwassenen.',
    costKinds: ['material'],
    vat: 'standard',
    jobs: [job('Wijkhuis Lindehaven', 'Tekenles', 'hour', 6, 3200)],
    buys: [buy('Tekenpapier', 'material', 1815)],
  },
  {
    firstName: 'Teun',
    lastName: 'Terpstra',
    language: 'nl',
    benefit: 'participatiewetOwn',
    support: ['restAndBuild'],
    tradeName: 'Teun fietst verder',
    makes: 'opgeknapte fietsen',
    work: 'Fietsen opknappen en onderhouden',
    plan: 'Ik knap oude fietsen op. Ook onderhoud ik de fietsen van scholen en winkels.',
    costKinds: ['material', 'tools', 'travel'],
    vat: 'standard',
    jobs: [job('Basisschool De Boei', 'Onderhoud schoolfietsen', 'hour', 5, 2600), job('Fietspunt Haven', 'Opgeknapte stadsfiets', 'piece', 1, 13500)],
    buys: [buy('Banden en remblokken', 'material', 4840)],
  },
]
