import { awb, type LawReference, stays } from './references.rules.ts'

/** The screens of objecting, of a municipality that is late and of the court. */
export const REMEDY_SCREENS = {
  objection: [
    awb(
      'Awb art. 6:8',
      'De termijn om bezwaar te maken begint op de dag na de bekendmaking van het besluit.',
      'The term to object begins on the day after the decision was made known.',
    ),
    awb(
      'Awb art. 6:11',
      'Een bezwaar dat te laat is, telt toch als iemand er niets aan kon doen.',
      'An objection that is late still counts where somebody could not help it.',
    ),
    stays,
    awb(
      'Awb art. 7:2',
      'Voor de gemeente op een bezwaar beslist, mag wie het maakte gehoord worden.',
      'Before the municipality decides on an objection, whoever made it may be heard.',
    ),
  ],
  delay: [
    awb(
      'Awb art. 4:14',
      'Lukt het niet op tijd? Dan schrijft de gemeente dat aan de aanvrager, met een zo kort mogelijke termijn waarbinnen het besluit wel komt.',
      'Can it not be done in time? Then the municipality writes so to the applicant, with a term as short as possible within which the decision does come.',
    ),
    awb(
      'Awb art. 4:15',
      'De tijd staat ook stil zolang de aanvrager schriftelijk instemt met uitstel.',
      'The clock also stands still as long as the applicant agrees in writing to a later decision.',
    ),
  ],
  late: [
    awb(
      'Awb art. 4:17',
      'Is de gemeente te laat? Wie de aanvraag deed, kan dat schriftelijk zeggen. Komt er twee weken daarna nog geen besluit, dan betaalt de gemeente voor elke dag een bedrag, hooguit 42 dagen.',
      'Is the municipality late? Whoever made the request may say so in writing. Is there still no decision two weeks later, then the municipality pays an amount for each day, for at most 42 days.',
    ),
    awb(
      'Awb art. 7:14',
      'Dat geldt ook als de gemeente te laat is met haar besluit op een bezwaar.',
      'That holds too where the municipality is late with its decision on an objection.',
    ),
  ],
  putOff: [
    awb(
      'Awb art. 7:10',
      'De gemeente beslist op een bezwaar binnen zes weken, of binnen twaalf als een commissie adviseert. Zij kan dat een keer met zes weken uitstellen. Later nog kan alleen als wie er belang bij heeft instemt, als wie bezwaar maakte instemt en het anderen niet schaadt, of als de regels voor de procedure het vragen. Zij schrijft het aan wie er belang bij heeft.',
      'The municipality decides on an objection within six weeks, or within twelve where a committee advises. It may put that off once, by six weeks. Later still is possible only where everybody with an interest agrees, where whoever objected agrees and it harms nobody else, or where the rules of procedure ask for it. It writes so to whoever has an interest.',
    ),
  ],
  mending: [
    awb(
      'Awb art. 6:5',
      'In een bezwaar staan een naam en adres, de dag, tegen welk besluit het gaat en waarom. Er staat een handtekening onder.',
      'An objection has a name and address, the day, which decision it is about and why. It is signed.',
    ),
    awb(
      'Awb art. 6:6',
      'Mist er iets aan een bezwaar? De gemeente mag het daarom pas niet-ontvankelijk verklaren na een kans om het te herstellen, binnen een tijd die zij noemt.',
      'Is something missing in an objection? For that the municipality may turn it down only after a chance to mend it, within a time that it names.',
    ),
    awb(
      'Awb art. 7:10',
      'De tijd om op een bezwaar te beslissen staat stil vanaf de dag na de vraag, tot het verzuim is hersteld of de genoemde tijd voorbij is. De gemeente schrijft dat.',
      'The time to decide on an objection stands still from the day after the question, until what was missing is there or the named time has passed. The municipality writes so.',
    ),
  ],
  appeal: [
    awb('Awb art. 8:1', 'Tegen een besluit kan wie het aangaat naar de bestuursrechter.', 'Whoever a decision concerns may go to the administrative court.'),
    awb(
      'Awb art. 8:41',
      'Beroep kost griffierecht. Wie dat aannemelijk niet kan betalen, verliest daardoor zijn beroep niet. Komt de gemeente iemand tegemoet en trekt die het beroep in, dan vergoedt de gemeente het.',
      'Appealing costs a court fee. Whoever can show that they cannot pay does not lose the appeal by that. Where the municipality gives in and the appeal is withdrawn, the municipality pays the fee back.',
    ),
    awb(
      'Awb art. 8:81',
      'Kan iets niet wachten? Dan kan wie bezwaar of beroep deed de rechter om een voorlopige voorziening vragen.',
      'Can something not wait? Then whoever objected or appealed may ask the court for an interim measure.',
    ),
    stays,
  ],
  ruling: [
    awb(
      'Awb art. 8:66 en 8:70',
      'De rechter beslist binnen zes weken na het onderzoek, hooguit zes weken later. Het beroep is dan gegrond, ongegrond of niet-ontvankelijk, of de rechter is niet bevoegd.',
      'The court rules within six weeks after its inquiry, or at most six weeks later. The appeal is then well-founded, unfounded or inadmissible, or the court has no jurisdiction.',
    ),
    awb(
      'Awb art. 8:72',
      'Bij gelijk vernietigt de rechter het besluit. De rechter beslist dan zelf, laat de gevolgen bestaan of draagt de gemeente op om opnieuw te beslissen.',
      'Where the appeal succeeds the court sets the decision aside. It then decides itself, lets the effects stand or orders the municipality to decide again.',
    ),
    awb(
      'Awb art. 8:74',
      'Is het beroep gegrond, dan vergoedt de gemeente het griffierecht.',
      'Where the appeal succeeds, the municipality pays the court fee back.',
    ),
    awb(
      'Awb art. 8:104',
      'Tegen de uitspraak kunnen de inwoner en de gemeente in hoger beroep.',
      'The resident and the municipality may appeal against the ruling.',
    ),
  ],
} as const satisfies Record<string, readonly LawReference[]>
