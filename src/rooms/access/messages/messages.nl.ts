import type { MessageKind } from './messages.rules.ts'

const kinds: Readonly<Record<MessageKind, string>> = {
  statementWaits: 'Er wacht een maandopgave op je.',
  consentAnswered: 'De gemeente heeft iets geschreven over je toestemming.',
  consentWaits: 'Er is iets nieuws bij een aanvraag om toestemming.',
  letterWaits: 'Er wacht een brief op je: lees mee, of kijk wat er anders moet.',
  consentMoved: 'De gemeente deed iets met een toestemming van een van je leden.',
  sampleDrawn: 'De gemeente kijkt mee met een steekproef. Lees wat er is getrokken.',
  sampleReady: 'Je steekproef is getrokken.',
  sampleQuestion: 'De gemeente vraagt iets over een getrokken stuk.',
  sampleAnswered: 'Er is een antwoord op je vraag over een getrokken stuk.',
  sampleFound: 'De gemeente schreef op wat zij van een getrokken stuk vond.',
  sampleClosed: 'Een steekproef van de gemeente is gesloten. Lees de uitslag.',
  termEnds: 'Een termijn bij een toestemming loopt bijna af. Kijk wat de laatste dag is.',
  memberAgreement: 'Er zijn nieuwe afspraken om te lezen en te tekenen.',
  cooperationAgreement: 'Er wacht een afspraak met een coöperatie op je.',
  cooperationAnswered: 'Er is een antwoord op een afspraak tussen coöperatie en gemeente.',
  receiptRevised: 'Er is opnieuw naar je bon gekeken.',
  spendingCancelled: 'Een besteding van jou is geschrapt.',
  promiseChanged: 'Een toezegging aan jou is over andere maanden verdeeld.',
  receiptShared: 'Kosten van werk dat je met een ander lid deed, zijn gedeeld. Kijk bij je bonnen wat jouw deel is.',
  shareAsked: 'Klopt jouw deel van een klus? Iemand vraagt een factuur voor werk dat jullie samen deden.',
  shareSet: 'De penningmeester heeft gezet wat jouw deel van een klus is. Klopt het niet? Zeg het dan meteen.',
  quotePartDue: 'Een deel van een offerte is aan de beurt. De factuur staat klaar om te bekijken.',
  shareReminded: 'De klant van werk dat jullie samen deden, is aan de factuur herinnerd.',
  memberWorkAsked: 'Een ander lid schreef op dat het werk voor jou deed. Klopt het?',
  memberWorkRecorded: 'De penningmeester schreef werk op dat jij voor een ander lid deed.',
  memberWorkAnswered: 'Er is een antwoord op werk dat je voor een ander lid deed.',
  memberWorkWithdrawn: 'Werk dat een ander lid voor jou opschreef, is ingetrokken.',
  memberWorkUndone: 'Werk tussen jou en een ander lid is teruggedraaid. Lees waarom.',
  openJobAnnounced: 'Er is een klus waar je aan mee kunt doen.',
  openJobJoined: 'Iemand wil meedoen aan jouw klus.',
  openJobChosen: 'Je doet mee aan een klus. Je bent gekozen.',
  openJobFull: 'Er is gekozen voor een klus. Deze keer ben jij er niet bij.',
  openJobWithdrawn: 'Een klus waar je aan mee wilde doen, gaat niet door.',
  purchaseUndone: 'Een aankoop van jou is teruggedraaid.',
  applicationWaits: 'Iemand meldde zich aan.',
  lawChanges: 'Een bedrag uit de wet verandert. Kijk vanaf wanneer.',
  partnerAnswered: 'Iemand die meekijkt, zei iets over een stuk van jou.',
  planToSign: 'Er ligt een plan van aanpak klaar om te lezen en te tekenen.',
  caseInvited: 'Een inwoner vraagt een klantmanager om mee te denken.',
  caseTaken: 'Een klantmanager van je gemeente pakte je vraag op.',
}

export const nl = {
  title: 'Nieuw voor jou',
  lead: 'Wat er voor jou veranderde. Open een bericht, dan is het gelezen.',
  none: 'Je hebt geen berichten.',
  noneNew: 'Je hebt alles gelezen.',
  kinds,
  open: 'Open',
  isNew: 'nieuw',
  readAll: 'Alles is gelezen',
  choose: 'Kies wanneer je mail krijgt',
  line: { one: 'Nieuw voor jou: 1 bericht', more: 'Nieuw voor jou: {count} berichten' },
  card: {
    title: 'Mail over berichten',
    intro: 'Berichten staan altijd in Opbloei. Hoe vaak wil je er een mail over? In die mail staat niets over jou of anderen.',
    rhythm: 'Hoe vaak',
    rhythms: { atOnce: 'Meteen', daily: 'Eén keer per dag', weekly: 'Eén keer per week, op maandag', never: 'Geen mail' },
    quietFrom: 'Geen mail vanaf',
    quietUntil: 'tot',
    hour: '{hour}.00 uur',
    quietHint: 'Mail wacht tot deze uren voorbij zijn.',
    sunday: 'Ook mail op zondag',
    law: 'Is er een termijn uit de wet? Dan mailen we je altijd. Uiterlijk de volgende ochtend om 8 uur.',
    noEmail: 'Je hebt geen e-mailadres. Je begeleider vertelt je wat er nieuw is.',
    save: 'Bewaar',
  },
  mail: {
    one: 'Er staat een bericht voor je klaar',
    more: 'Er staan {count} berichten voor je klaar',
    text: `Dag,

{what} bij Opbloei. Lees het hier:
{link}
{term}
Wil je minder vaak mail, of op andere uren? Dat kies je bij Mijn account:
{account}

Opbloei`,
    term: '\nWacht er niet te lang mee: er hoort een datum bij.\n',
  },
  refusals: {
    gone: { what: 'Dit bericht is er niet meer.', next: 'Ga terug naar je berichten.' },
  },
}
