import { rules } from './rule.rules.ts'

/** Who meets their like at another organisation. */
const MEETING = { board: 'organisation', policyAdviser: 'organisation', treasurer: 'organisation', coach: 'organisation', caseManager: 'organisation' } as const

/** Who shares what is known, with the network that looks after it. */
const SHARING = { ...MEETING, network: 'organisation' } as const

/** Lines of the one table: where a role begins, and what leads out of the house: floor 8. */
export const HOMES = rules({
  // oversight
  'sample.list': {
    may: { member: 'own', coach: 'related', treasurer: 'organisation', caseManager: 'related', system: 'organisation' },
    words: 'zien welke steekproeven er zijn',
  },
  'sample.read': {
    may: { member: 'own', coach: 'related', treasurer: 'organisation', caseManager: 'related' },
    words: 'zien wat er in een steekproef is getrokken',
    looks: true,
  },
  'sample.ask': { may: { caseManager: 'related' }, words: 'een steekproef vragen van bonnen of maandopgaven van eigen dossiers' },
  'sample.question': { may: { caseManager: 'related' }, words: 'een vraag stellen over een getrokken stuk' },
  'sample.answer': {
    may: { member: 'own', coach: 'related', treasurer: 'organisation' },
    words: 'een vraag van de gemeente over een getrokken stuk beantwoorden',
  },
  'sample.find': { may: { caseManager: 'related' }, words: 'bij een getrokken stuk opschrijven of het klopt' },
  'sample.close': { may: { caseManager: 'related' }, words: 'een steekproef sluiten met een uitslag' },
  'sample.take': { may: { system: 'organisation' }, words: 'een gevraagde steekproef trekken' },
  'sample.tell': { may: { system: 'organisation' }, words: 'laten weten dat er iets met een steekproef gebeurde' },

  // network
  'publicText.read': { may: { network: 'organisation' }, words: 'zien welke teksten op de openbare site staan en stonden' },
  'publicText.write': { may: { network: 'organisation' }, words: 'een tekst voor de openbare site schrijven' },
  'publicText.decide': { may: { network: 'organisation' }, words: 'een tekst van een ander op de openbare site zetten of terugsturen' },
  'knowledge.keep': { may: { network: 'organisation' }, words: 'zien welke kennis nagekeken moet worden en of zij lezers helpt' },
  'knowledge.write': { may: { network: 'organisation' }, words: 'een antwoord in de kennis schrijven en alle versies lezen' },
  'knowledge.decide': { may: { network: 'organisation' }, words: 'een antwoord van een ander op de openbare site zetten of terugsturen' },
  'knowledge.ask': { may: MEETING, words: 'het netwerk of wie meedoet iets vragen, en de eigen vraag terughalen' },
  'knowledge.read': { may: SHARING, words: 'vragen en antwoorden lezen van wie meedoet' },
  'knowledge.answer': { may: SHARING, words: 'een vraag van wie meedoet beantwoorden' },
  'knowledge.thank': { may: SHARING, words: 'zeggen dat een antwoord hielp, of ervoor bedanken' },
  'knowledge.tend': { may: { network: 'organisation' }, words: 'zeggen wie een vraag van wie meedoet oppakt, en een vraag verbergen' },
  'knowledge.tell': { may: { system: 'organisation' }, words: 'laten weten dat er een vraag of antwoord is van wie meedoet' },
  'knowledge.forget': { may: { system: 'organisation' }, words: 'oude vragen van wie meedoet weggooien' },
  'listing.keep': { may: { board: 'organisation' }, words: 'de vermelding van de coöperatie in de openbare lijst bijhouden' },
  'inquiry.ask': { may: { system: 'organisation' }, words: 'een aanvraag bewaren van iemand zonder account' },
  'inquiry.read': { may: { network: 'organisation' }, words: 'aanvragen aan het netwerk lezen' },
  'inquiry.handle': { may: { network: 'organisation' }, words: 'aanvragen aan het netwerk oppakken, beantwoorden en sluiten' },
  'inquiry.template': { may: { network: 'organisation' }, words: 'antwoorden klaarzetten voor aanvragen' },
  'inquiry.keep': { may: { system: 'organisation' }, words: 'melden dat een aanvraag wacht, en oude aanvragen weggooien' },
  'offering.keep': { may: { member: 'own' }, words: 'eigen werk aan klanten laten zien en er weer af halen' },
  'offering.read': { may: { coach: 'related' }, words: 'zien wat klanten aan eigen leden vragen over hun aanbod' },
  'offering.ask': { may: { system: 'organisation' }, words: 'een vraag van een klant over het aanbod bewaren' },
  'offering.help': { may: { coach: 'related' }, words: 'het aanbod van eigen leden zien, en een andere tekst voorstellen' },
  'offering.sweep': { may: { system: 'organisation' }, words: 'melden dat een klant iets vroeg, en oud aanbod weggooien' },
  'flyer.count': { may: { system: 'organisation' }, words: 'tellen dat een flyer is opgehaald, zonder door wie' },
  'flyer.read': { may: { network: 'organisation' }, words: 'zien hoe vaak flyers worden opgehaald' },
  'listing.oversee': { may: { network: 'organisation' }, words: 'zien welke vermeldingen in de openbare lijst oud zijn' },
  'paper.read': { may: { board: 'organisation', administrator: 'organisation' }, words: 'de stukken van de coöperatie zien en ophalen' },
  'paper.answer': { may: { board: 'organisation', administrator: 'organisation' }, words: 'de vragen achter de stukken beantwoorden' },
  'paper.make': { may: { board: 'organisation', administrator: 'organisation' }, words: 'een stuk maken van de antwoorden' },
  'paper.oversee': { may: { network: 'organisation' }, words: 'zien welke versies van stukken in gebruik zijn, zonder wat erin staat' },
  'paper.publish': { may: { network: 'organisation' }, words: 'een nieuwe versie van een stuk laten tellen' },
  'paper.tell': { may: { system: 'organisation' }, words: 'laten weten dat van een stuk een nieuwe versie telt' },
  'start.read': {
    may: { board: 'organisation', administrator: 'organisation', policyAdviser: 'organisation' },
    words: 'het eigen startpad zien, met de vragen bij de stappen',
  },
  'start.tick': { may: { board: 'organisation', policyAdviser: 'organisation' }, words: 'een stap van het startpad afvinken of weer openzetten' },
  'start.share': { may: { board: 'organisation', policyAdviser: 'organisation' }, words: 'kiezen of het netwerk ziet hoe ver het startpad is' },
  'start.ask': { may: { board: 'organisation', policyAdviser: 'organisation' }, words: 'het netwerk iets vragen over een stap van het startpad' },
  'start.oversee': { may: { network: 'organisation' }, words: 'zien wie een startpad deelt en wat er is gevraagd' },
  'start.answer': { may: { network: 'organisation' }, words: 'een vraag over een stap van het startpad beantwoorden' },
  'initiative.open': { may: { network: 'organisation' }, words: 'een initiatief binnenlaten, met een eigen plek in Opbloei' },
  'initiative.begin': { may: { system: 'organisation' }, words: 'de plek van een binnengelaten initiatief klaarzetten' },
  'experience.keep': {
    may: { board: 'organisation', policyAdviser: 'organisation' },
    words: 'bijhouden wat de organisatie aan anderen vertelt van haar ervaring',
  },
  'experience.match': { may: MEETING, words: 'zien welke andere organisatie weet wat men zoekt' },
  'introduction.read': { may: MEETING, words: 'kennismakingen met andere organisaties lezen, van de eigen functie' },
  'introduction.ask': { may: MEETING, words: 'een andere organisatie vragen om kennis te maken' },
  'introduction.answer': { may: MEETING, words: 'ja of nee zeggen op een kennismaking, of de eigen vraag terughalen' },
  'introduction.write': { may: MEETING, words: 'een bericht schrijven aan wie men leert kennen' },
  'introduction.lookBack': { may: MEETING, words: 'zeggen of een kennismaking hielp' },
  'introduction.oversee': { may: { network: 'organisation' }, words: 'zien wie ervaring deelt en wie elkaar ontmoet, niet wat zij elkaar schrijven' },
  'introduction.propose': { may: { network: 'organisation' }, words: 'twee organisaties voorstellen om kennis te maken' },
  'introduction.tell': { may: { system: 'organisation' }, words: 'laten weten dat er iets nieuws is bij een kennismaking' },
  'introduction.sweep': { may: { system: 'organisation' }, words: 'kennismakingen weggooien waarvan de tijd voorbij is' },
  // departure
  'departure.read': {
    may: { member: 'own', coach: 'related', treasurer: 'organisation', board: 'organisation' },
    words: 'zien hoe het vertrek van een lid ervoor staat',
    looks: true,
  },
  'departure.fill': {
    may: { member: 'own', coach: 'related', treasurer: 'organisation', board: 'organisation', system: 'organisation' },
    words: 'een vertrek beginnen, stap voor stap invullen, of afbreken',
  },
  'departure.agree': { may: { member: 'own' }, words: 'zeggen dat het eigen vertrek zo klopt' },
  'departure.confirm': { may: { coach: 'related', board: 'organisation' }, words: 'het vertrek van een lid bevestigen' },
  'departure.ask': {
    may: { member: 'own', coach: 'related', treasurer: 'organisation' },
    words: 'de gemeente vragen wat er uit een pot mag worden uitbetaald',
  },
  'departure.answer': {
    may: { coach: 'related', treasurer: 'organisation', caseManager: 'related' },
    words: 'het antwoord van de gemeente over een pot vastleggen, met de brief erbij',
  },
  'departure.questions': {
    may: { caseManager: 'related' },
    words: 'vragen over potten lezen van inwoners die bij een coöperatie stoppen',
    looks: true,
  },
  'departure.release': { may: { treasurer: 'organisation' }, money: true, words: 'na een vertrek boeken waar het geld van een pot heen gaat' },
  'departure.close': { may: { treasurer: 'organisation' }, words: 'het vertrekoverzicht van een lid vaststellen' },
  'departure.take': { may: { member: 'own' }, words: 'bij vertrek de eigen gegevens als bestand meenemen' },
  'departure.tell': { may: { system: 'organisation' }, words: 'laten weten dat er iets met een vertrek gebeurde' },
  'followUp.invite': { may: { system: 'organisation' }, words: 'vragen hoe het gaat met wie vertrok en dat goed vindt, en oude antwoorden wissen' },
  'followUp.answer': { may: { system: 'organisation' }, words: 'een antwoord bewaren van wie vertrok en de link heeft' },
  'watch.list': { may: { coach: 'related', caseManager: 'related' }, words: 'zien hoe het bij eigen leden of dossiers met de voorwaarden staat' },
  'watch.read': {
    may: { member: 'own', coach: 'related', caseManager: 'related' },
    words: 'per voorwaarde zien hoe het staat en wat daarover gevraagd is',
    looks: true,
  },
  'watch.ask': { may: { system: 'organisation' }, words: 'een vraag stellen als een opgave niet bij een voorwaarde past' },
  'watch.answer': { may: { member: 'own', coach: 'related' }, words: 'een vraag over een voorwaarde beantwoorden' },
  'watch.close': { may: { caseManager: 'related' }, words: 'zeggen dat een vraag over een voorwaarde geen antwoord meer nodig heeft' },
  'watch.tell': { may: { system: 'organisation' }, words: 'laten weten dat er een vraag of antwoord over een voorwaarde is' },

  // oversight: one case on one page
  'resident.read': {
    may: { caseManager: 'related' },
    words: 'van een eigen dossier voorwaarden, opgaven, vragen en brieven op één bladzijde zien',
    looks: true,
  },

  // homes
  'beginning.see': {
    may: { treasurer: 'organisation', board: 'organisation', administrator: 'organisation' },
    words: 'zien hoe ver de coöperatie is met beginnen',
  },
  'calendar.read': {
    may: { treasurer: 'organisation', board: 'organisation', administrator: 'organisation' },
    words: 'de kalender van de coöperatie zien',
  },
  'calendar.subscribe': {
    may: { treasurer: 'organisation', board: 'organisation', administrator: 'organisation' },
    words: 'een geheim adres maken waarmee de eigen agenda de kalender leest',
  },
  'calendar.feed': { may: { system: 'organisation' }, words: 'de kalender zonder namen geven aan wie het geheime adres heeft' },
  'calendar.tick': { may: { treasurer: 'organisation', board: 'organisation' }, words: 'in de kalender zetten dat iets gedaan is' },
  'successor.read': { may: { treasurer: 'organisation', board: 'organisation' }, words: 'het blad voor de volgende penningmeester zien' },
  'successor.write': { may: { treasurer: 'organisation' }, words: 'notities voor de volgende penningmeester schrijven' },
  'tasks.read': { may: { treasurer: 'organisation', board: 'organisation' }, words: 'de taken van een maand zien' },
  'tasks.tick': { may: { treasurer: 'organisation' }, words: 'bij een taak van een maand zetten dat zij gedaan is' },
  'tasks.keep': { may: { treasurer: 'organisation' }, words: 'eigen taken van de maand maken en stoppen' },
  'estimate.see': {
    may: { member: 'own', coach: 'related' },
    words: 'schatten wat een uitbetaling met een uitkering doet',
    looks: true,
  },
  'estimate.keep': { may: { member: 'own' }, words: 'eigen antwoorden voor een volgende schatting bewaren of weggooien' },
  'home.member': { may: { member: 'own' }, words: 'de eigen startpagina openen' },
  'home.coach': { may: { coach: 'related' }, words: 'zien welke eigen leden iets nodig hebben' },
  'home.treasurer': { may: { treasurer: 'organisation' }, words: 'zien wat er in de boekhouding wacht' },
  'home.board': { may: { board: 'organisation', administrator: 'organisation' }, words: 'zien wat er op bestuur of beheer wacht' },
  'home.caseManager': { may: { caseManager: 'organisation' }, words: 'zien wat er op een besluit van de gemeente wacht' },
  'home.policyAdviser': { may: { policyAdviser: 'organisation' }, words: 'zien welke afspraken wachten en hoeveel toestemmingen lopen' },
  'totals.read': { may: { policyAdviser: 'organisation' }, words: 'totalen per coöperatie zien, zonder wie het zijn' },
  'home.network': { may: { network: 'organisation' }, words: 'zien welke organisaties meedoen' },
})
