import { TOWN_PARTS, type TownPart, townParts, townQuestions } from './town/questions.nl.ts'

/** The one list of questions behind all papers: what is asked, with what each choice means. */
export const PARTS = ['wie', 'leden', 'bestuur', 'vergadering', 'geld', 'gemeente', 'privacy', 'nu'] as const
export type CooperativePart = (typeof PARTS)[number]
export type Part = CooperativePart | TownPart

type Choice = { readonly value: string; readonly label: string; readonly says: string; readonly means: string }
type Shape = {
  readonly part: Part
  readonly label: string
  readonly hint?: string
  readonly kind: 'text' | 'prose' | 'number' | 'email' | 'day' | 'amount' | 'choice'
  readonly options?: readonly Choice[]
  readonly least?: number
  readonly most?: number
  /** Asked only when another question has one of these answers. */
  readonly when?: Readonly<Record<string, string | readonly string[]>>
}

export const parts: Readonly<Record<Part, { readonly title: string; readonly about: string }>> = {
  wie: { title: 'Wie jullie zijn', about: 'De naam, de plaats en wat jullie leden doen.' },
  leden: { title: 'Leden', about: 'Wie er lid wordt, en hoe iemand weer weggaat.' },
  bestuur: { title: 'Bestuur', about: 'Wie de coöperatie leidt, en wie mag tekenen.' },
  vergadering: { title: 'Vergaderen', about: 'Hoe leden samen beslissen.' },
  geld: { title: 'Geld', about: 'Wat er met winst en budgetten gebeurt.' },
  gemeente: { title: 'De gemeente', about: 'Wat jullie met de gemeente afspreken.' },
  privacy: { title: 'Gegevens van mensen', about: 'Hoe jullie omgaan met gegevens van leden en klanten.' },
  ...townParts,
  nu: { title: 'Deze vergadering of dit besluit', about: 'Dit verschilt per keer. Vul het in vlak voor je het stuk maakt.' },
}

export const questions = {
  naam: {
    part: 'wie',
    kind: 'text',
    label: 'Hoe heet de coöperatie?',
    hint: 'Het woord coöperatie hoort erin. De letters W.A., B.A. of U.A. zetten wij erachter.',
  },
  aansprakelijk: {
    part: 'wie',
    kind: 'choice',
    label: 'Wie betaalt mee als de coöperatie failliet gaat?',
    options: [
      {
        value: 'ua',
        label: 'Niemand: U.A.',
        says: 'U.A.',
        means: 'Uitgesloten aansprakelijkheid. Leden betalen niets. Bijna elke sociale coöperatie kiest dit.',
      },
      {
        value: 'ba',
        label: 'Leden tot een bedrag: B.A.',
        says: 'B.A.',
        means: 'Beperkte aansprakelijkheid. Elk lid betaalt hoogstens het bedrag dat je noemt. Er gelden meer regels voor de ledenlijst.',
      },
      {
        value: 'wa',
        label: 'Alle leden: W.A.',
        says: 'W.A.',
        means: 'Wettelijke aansprakelijkheid. Leden betalen samen het hele tekort. Dit past niet bij mensen met een uitkering of schulden.',
      },
    ],
  },
  bijdrage: {
    part: 'wie',
    kind: 'amount',
    label: 'Hoeveel betaalt een lid hoogstens mee?',
    hint: 'Alleen bij B.A. In euro’s, bijvoorbeeld 50.',
    when: { aansprakelijk: 'ba' },
  },
  plaats: { part: 'wie', kind: 'text', label: 'In welke gemeente is de coöperatie gevestigd?', hint: 'Dit wordt de zetel in de akte.' },
  werk: { part: 'wie', kind: 'prose', label: 'Wat maken of doen jullie leden?', hint: 'Bijvoorbeeld: naaien, tuinen onderhouden en koken voor de buurt.' },
  toelating: {
    part: 'leden',
    kind: 'choice',
    label: 'Wie beslist of iemand lid wordt?',
    options: [
      { value: 'bestuur', label: 'Het bestuur', says: 'het bestuur', means: 'Snel. Wie wordt geweigerd, kan het aan de leden vragen.' },
      {
        value: 'leden',
        label: 'De leden, met een meerderheid',
        says: 'de ledenvergadering',
        means: 'Iedereen stemt mee. Het duurt tot de volgende vergadering.',
      },
      {
        value: 'samen',
        label: 'De leden, allemaal eens',
        says: 'de ledenvergadering, met de stem van alle leden die er zijn',
        means: 'Eén lid kan iemand tegenhouden. Zo doet een coöperatie het die klein wil blijven.',
      },
    ],
  },
  anderen: {
    part: 'leden',
    kind: 'choice',
    label: 'Mogen mensen zonder uitkering lid worden?',
    options: [
      { value: 'ja', label: 'Ja', says: 'ja', means: 'Zij hebben geen toestemming van een gemeente nodig.' },
      { value: 'nee', label: 'Nee', says: 'nee', means: 'Elk lid begint pas als de gemeente ja heeft gezegd.' },
    ],
  },
  proef: {
    part: 'leden',
    kind: 'number',
    least: 1,
    most: 12,
    label: 'Hoeveel maanden duurt de proeftijd?',
    hint: 'Scope in Delft kiest drie maanden (bron: inclusiefwerkt.nl).',
  },
  opzegging: {
    part: 'leden',
    kind: 'number',
    least: 1,
    most: 3,
    label: 'Hoeveel maanden van tevoren zegt een lid op?',
    hint: 'Kort is beter: de wet wil dat leden vrij kunnen vertrekken.',
  },
  bestuurders: { part: 'bestuur', kind: 'number', least: 3, most: 9, label: 'Hoeveel mensen zitten er in het bestuur?' },
  zittingstijd: { part: 'bestuur', kind: 'number', least: 1, most: 6, label: 'Voor hoeveel jaar wordt iemand bestuurder?' },
  tekenen: {
    part: 'bestuur',
    kind: 'choice',
    label: 'Wie tekent namens de coöperatie?',
    options: [
      {
        value: 'twee',
        label: 'Twee bestuurders samen',
        says: 'twee bestuurders samen',
        means: 'Vier ogen bij elke handtekening. Dat past bij geld van leden.',
      },
      { value: 'een', label: 'Eén bestuurder alleen', says: 'iedere bestuurder alleen', means: 'Handig, maar één fout is meteen een fout van allemaal.' },
    ],
  },
  grens: {
    part: 'bestuur',
    kind: 'amount',
    label: 'Vanaf welk bedrag vraagt het bestuur eerst de leden?',
    hint: 'In euro’s, voor één uitgave of verplichting.',
  },
  ritme: {
    part: 'vergadering',
    kind: 'choice',
    label: 'Hoe vaak komen de leden bij elkaar?',
    options: [
      {
        value: 'maand',
        label: 'Elke maand',
        says: 'elke maand',
        means: 'Leden kennen elkaars werk. Zoete Kruimels in Zoetermeer doet het zo (bron: zoetekruimels.nl).',
      },
      { value: 'kwartaal', label: 'Elk kwartaal', says: 'elk kwartaal', means: 'Minder avonden, en vragen wachten langer.' },
      { value: 'jaar', label: 'Eén keer per jaar', says: 'ten minste één keer per jaar', means: 'Dit is het minste: de jaarrekening moet langs de leden.' },
    ],
  },
  oproep: { part: 'vergadering', kind: 'number', least: 7, most: 42, label: 'Hoeveel dagen van tevoren komt de uitnodiging?' },
  quorum: {
    part: 'vergadering',
    kind: 'choice',
    label: 'Moeten er genoeg leden zijn om te beslissen?',
    options: [
      { value: 'geen', label: 'Nee, wie er is beslist', says: 'nee', means: 'Er kan altijd worden besloten, ook met drie leden.' },
      { value: 'helft', label: 'Ja, de helft van de leden', says: 'ja', means: 'Zijn er te weinig? Dan volgt een tweede vergadering, die wel mag beslissen.' },
    ],
  },
  volmacht: {
    part: 'vergadering',
    kind: 'choice',
    label: 'Mag een lid namens een ander lid stemmen?',
    options: [
      { value: 'ja', label: 'Ja, voor één ander lid', says: 'ja', means: 'Wie ziek is, kan toch meestemmen, met een briefje.' },
      { value: 'nee', label: 'Nee', says: 'nee', means: 'Alleen wie er is, stemt.' },
    ],
  },
  winst: {
    part: 'geld',
    kind: 'choice',
    label: 'Waar gaat winst van de coöperatie zelf heen?',
    options: [
      { value: 'reserve', label: 'Naar de reserve', says: 'de reserve van de coöperatie', means: 'Een buffer voor een slecht jaar.' },
      { value: 'leren', label: 'Naar de opleidingspot', says: 'de gezamenlijke opleidingspot', means: 'Leden leren ervan, maar de buffer groeit niet.' },
    ],
  },
  pot: {
    part: 'geld',
    kind: 'choice',
    label: 'Wat gebeurt er met het budget van een lid dat vertrekt?',
    options: [
      {
        value: 'blijft',
        label: 'Het blijft bij de coöperatie',
        says: 'blijft',
        means: 'Het budget gaat naar de opleidingspot. Voor de uitkering is dit het rustigst.',
      },
      {
        value: 'spullen',
        label: 'Het gaat mee als gereedschap',
        says: 'spullen',
        means: 'Voor wie voor zichzelf begint. De gemeente zegt eerst hoe zij de waarde telt.',
      },
      { value: 'gemeente', label: 'Het gaat naar de gemeente', says: 'gemeente', means: 'Er kan niets worden teruggevraagd. Het lid houdt niets over.' },
      {
        value: 'uitbetaling',
        label: 'Het wordt uitbetaald',
        says: 'uitbetaling',
        means: 'Pas na een schriftelijk antwoord van de gemeente. Het telt als inkomen van de maanden waarin het is verdiend.',
      },
    ],
  },
  gemeente: { part: 'gemeente', kind: 'text', label: 'Met welke gemeente werken jullie samen?' },
  opgave: {
    part: 'gemeente',
    kind: 'choice',
    label: 'Hoe vaak ziet de gemeente de cijfers van een lid?',
    options: [
      { value: 'maand', label: 'Elke maand', says: 'elke maand', means: 'Past bij een uitkering, die ook per maand loopt.' },
      { value: 'kwartaal', label: 'Elk kwartaal', says: 'elk kwartaal', means: 'Minder werk. Pas op: de gemeente mag tot zes maanden terug verrekenen.' },
    ],
  },
  afdracht: {
    part: 'gemeente',
    kind: 'choice',
    label: 'Gaat een deel van de verdiensten terug naar de gemeente?',
    options: [
      { value: 'nee', label: 'Nee', says: 'nee', means: 'Alles blijft voor leden en coöperatie.' },
      { value: 'ja', label: 'Ja, zoals in de afspraken staat', says: 'ja', means: 'Het deel staat in de afspraken over verdelen. Zie Afspraken.' },
    ],
  },
  looptijd: { part: 'gemeente', kind: 'number', least: 1, most: 10, label: 'Voor hoeveel jaar spreken jullie dit af?' },
  privacymail: { part: 'privacy', kind: 'email', label: 'Op welk e-mailadres stelt iemand vragen over zijn gegevens?' },
  host: {
    part: 'privacy',
    kind: 'text',
    label: 'Wie laat Opbloei voor jullie draaien?',
    hint: 'Met deze partij hebben jullie een verwerkersovereenkomst nodig.',
  },
  dag: { part: 'nu', kind: 'day', label: 'Op welke dag?' },
  plek: { part: 'nu', kind: 'text', label: 'Op welke plek en hoe laat?', hint: 'Bijvoorbeeld: buurthuis De Hoek, 19.30 uur.' },
  onderwerp: { part: 'nu', kind: 'text', label: 'Waarover gaat het besluit?' },
  besluit: { part: 'nu', kind: 'prose', label: 'Wat wordt er besloten?' },
} as const satisfies Readonly<Record<string, Shape>>

export type QuestionKey = keyof typeof questions | keyof typeof townQuestions
export type Question = Shape & { readonly key: QuestionKey }

/** All questions in the order in which they are asked: first those of a cooperative, then those of a municipality. */
export const allQuestions: readonly Question[] = Object.entries({ ...questions, ...townQuestions }).map(([key, shape]) => ({
  key: key as QuestionKey,
  ...shape,
}))

/** The parts that an organisation of a kind answers. */
export function partsOfKind(kind: 'cooperative' | 'municipality'): readonly Part[] {
  return kind === 'municipality' ? TOWN_PARTS : PARTS
}
