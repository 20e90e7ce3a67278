import type { TemplateCode } from '#rooms/agreements'
import type { LendingSource } from '../lending.rules.ts'

type Words = { readonly title: string; readonly why: string; readonly differently: string; readonly cited: string }
type SeedWords = { readonly source: Exclude<LendingSource, 'cooperative'>; readonly nl: Words; readonly en: Words }

const INVENTED = {
  nl: 'Verzonnen door de makers van Opbloei, om mee te oefenen. Geen coöperatie gaf deze getallen.',
  en: 'Invented by the makers of Opbloei, to practise with. No cooperative gave these figures.',
}

/** What stands in the library from the start, in words of our own; the rules are those of the starting points of the room of agreements. */
export const seedWords: Readonly<Record<TemplateCode, SeedWords>> = {
  'dertig-procent': {
    source: 'published',
    nl: {
      title: 'De regel van De Blauwe Paraplu: 30% voor de coöperatie',
      why: 'De regel is kort en iedereen kan haar narekenen. Van wat klanten betalen gaan eerst de kosten van de klus af. Van wat overblijft is 30% voor de coöperatie. De rest staat in de pot van het lid. In 2016 was dat volgens de evaluatie € 1.680,84 van € 5.602,78.',
      differently:
        'De evaluatie vertelt alleen hoe er verdeeld wordt. Over verlies, stoppen en veranderen vonden wij niets. Die artikelen schreven wij er zelf bij. In de getallen over 2017 ontbreken tien cent: reken per lid, en laat de computer optellen.',
      cited: 'De Blauwe Paraplu (Amersfoort), tussenevaluatie over 2016 en 2017: blauweparaplu.org/tussenevaluatie-de-blauwe-paraplu, gelezen in november 2026',
    },
    en: {
      title: 'The rule of De Blauwe Paraplu: 30% for the cooperative',
      why: 'The rule is short and everybody can check the sum. From what customers pay the costs of the job go off first. Of what is left 30% is for the cooperative. The rest stands in the pot of the member. In 2016 that was € 1,680.84 of € 5,602.78, by the evaluation.',
      differently:
        'The evaluation tells only how money is divided. We found nothing on losses, leaving and changes; those articles are ours. Ten cents are missing in the figures of 2017: count per member, and let the computer add up.',
      cited: 'De Blauwe Paraplu (Amersfoort), interim evaluation of 2016 and 2017: blauweparaplu.org/tussenevaluatie-de-blauwe-paraplu, read in November 2026',
    },
  },
  'resultaat-60-15-25': {
    source: 'invented',
    nl: {
      title: 'Resultaat in drie delen',
      why: 'Het lid ziet meteen twee eigen potten: een voor het bedrijf en een om te leren. Het vierde deel houdt de coöperatie draaiend.',
      differently: 'Er is geen grens aan de pot. Wordt die groot? Spreek met de gemeente af wat er dan gebeurt.',
      cited: INVENTED.nl,
    },
    en: {
      title: 'The result in three parts',
      why: 'The member sees two own pots at once: one for the business and one to learn. A quarter keeps the cooperative going.',
      differently: 'The pot has no limit. Does it grow large? Agree with the municipality what happens then.',
      cited: INVENTED.en,
    },
  },
  'resultaat-50-20-20-10': {
    source: 'invented',
    nl: {
      title: 'Resultaat in vier delen, ook voor de gemeente',
      why: 'De gemeente krijgt iets terug van wat zij mogelijk maakt. Dat helpt in een gesprek met de gemeenteraad.',
      differently: 'Tien procent van een klein bedrag is weinig geld en wel werk. Een drempel is dan eenvoudiger.',
      cited: INVENTED.nl,
    },
    en: {
      title: 'The result in four parts, also for the municipality',
      why: 'The municipality gets something back of what it makes possible. That helps in talks with the council.',
      differently: 'Ten per cent of a small amount is little money and still work. A threshold is simpler then.',
      cited: INVENTED.en,
    },
  },
  thermometer: {
    source: 'invented',
    nl: {
      title: 'Thermometer met een volle pot',
      why: 'Iedereen legt eerst in voor scholing en voor de coöperatie. De rest vult de pot van het lid. Is de pot vol bij € 1.500, dan gaat de rest naar de gemeente.',
      differently:
        'De hoogte van een volle pot is verzonnen. Vraag de gemeente wat bij jullie past. Zet erbij wat er gebeurt als iemand spaart voor iets duurs.',
      cited: `${INVENTED.nl} Het idee van een volle pot staat in een stuk over Breda: delangemars.nl, 12 mei 2017. De getallen van Breda kennen wij niet.`,
    },
    en: {
      title: 'A thermometer with a full pot',
      why: 'Everybody first pays in for training and for the cooperative. The rest fills the pot of the member. When it is full at € 1,500, the rest goes to the municipality.',
      differently: 'The level of a full pot is invented. Ask the municipality what fits you. Write down what happens when somebody saves for something costly.',
      cited: `${INVENTED.en} The idea of a full pot is in an article on Breda: delangemars.nl, 12 May 2017. We do not know the figures of Breda.`,
    },
  },
  'gemeente-boven-drempel': {
    source: 'invented',
    nl: {
      title: 'Gemeente boven een drempel',
      why: 'Wie weinig verdient, houdt alles in de potten. Pas boven € 200 per maand krijgt de gemeente een deel.',
      differently: 'Door de drempel is de rekensom langer. Reken voor een lid altijd een voorbeeld uit.',
      cited: INVENTED.nl,
    },
    en: {
      title: 'The municipality above a threshold',
      why: 'Who earns little keeps all of it in the pots. Only above € 200 a month the municipality gets a part.',
      differently: 'The threshold makes the sum longer. Always work out an example for a member.',
      cited: INVENTED.en,
    },
  },
  'vaste-bijdrage': {
    source: 'invented',
    nl: {
      title: 'Vaste bijdrage per maand',
      why: 'Elk lid betaalt hetzelfde: € 25 per maand, als er zoveel is. De penningmeester weet vooraf wat er ongeveer binnenkomt.',
      differently: 'Voor wie weinig verdient weegt een vast bedrag zwaar. Let daarop in de eerste maanden.',
      cited: INVENTED.nl,
    },
    en: {
      title: 'A fixed contribution per month',
      why: 'Every member pays the same: € 25 a month, if there is so much. The treasurer knows about what comes in.',
      differently: 'For who earns little a fixed amount weighs heavily. Mind that in the first months.',
      cited: INVENTED.en,
    },
  },
  'deel-van-de-omzet': {
    source: 'invented',
    nl: {
      title: 'Deel van de omzet, met een grens per jaar',
      why: 'De coöperatie rekent over de omzet, dus zij hoeft niet over kosten te praten. Boven € 600 per jaar gaat de rest naar ontwikkeling.',
      differently: 'Iemand met hoge kosten betaalt zo meer van wat overblijft. Voor koken of bouwen past het minder.',
      cited: INVENTED.nl,
    },
    en: {
      title: 'A part of the turnover, with a limit per year',
      why: 'The cooperative counts by turnover, so costs need no discussion. Above € 600 a year the rest goes to development.',
      differently: 'Somebody with high costs pays more of what is left. It fits cooking or building less.',
      cited: INVENTED.en,
    },
  },
}
