import { rules } from './rule.rules.ts'

/** Lines of the one table: the bank, the month and what follows from it: floors 5 to 7. */
export const BOOKS = rules({
  // banking
  'bank.read': { may: { treasurer: 'organisation', board: 'organisation', system: 'organisation' }, words: 'de bank en wat er nog geboekt moet worden zien' },
  'bank.import': { may: { treasurer: 'organisation', system: 'organisation' }, words: 'een afschrift van de bank inlezen' },
  'payment.match': {
    may: { treasurer: 'organisation', system: 'organisation' },
    money: true,
    words: 'bankregels aan facturen koppelen en voorstellen aannemen',
  },
  'bank.book': { may: { treasurer: 'organisation', system: 'organisation' }, money: true, words: 'een bankregel boeken' },
  'bank.undo': { may: { treasurer: 'organisation', system: 'organisation' }, money: true, words: 'de boeking van een bankregel terugdraaien' },

  'bank.rule': { may: { treasurer: 'organisation', system: 'organisation' }, words: 'boekingsregels voor de bank maken en aan- of uitzetten' },

  // settlement
  'month.see': {
    may: { treasurer: 'organisation', board: 'organisation', system: 'organisation' },
    words: 'zien hoe een maand ervoor staat en wordt verdeeld',
  },
  'pots.keep': {
    may: { treasurer: 'organisation', board: 'organisation', system: 'organisation' },
    words: 'kiezen hoe potten in de boeken staan',
  },
  'tips.keep': { may: { treasurer: 'organisation', board: 'organisation', system: 'organisation' }, words: 'kiezen van wie fooi is' },
  'month.close': { may: { treasurer: 'organisation', system: 'organisation' }, money: true, words: 'een maand verdelen en afsluiten' },
  'opening.book': { may: { treasurer: 'organisation', administrator: 'organisation', system: 'organisation' }, money: true, words: 'de beginstand boeken' },
  'month.open': {
    may: { treasurer: 'organisation', administrator: 'organisation', system: 'organisation' },
    words: 'invullen wat vóór Opbloei al verdeeld was',
  },
  'whatIf.see': {
    may: { member: 'own', coach: 'related', treasurer: 'organisation', board: 'organisation' },
    words: 'op maanden van toen zien wat andere afspraken hadden gedaan',
  },
  'whatIf.share': {
    may: { treasurer: 'organisation', board: 'organisation', system: 'organisation' },
    words: 'zo’n uitkomst zonder namen delen met een gemeente, en dat stoppen',
  },
  'split.read': {
    may: { member: 'own', coach: 'related', treasurer: 'organisation' },
    words: 'zien waar het geld van een lid heen ging',
    looks: true,
  },
  'pots.read': {
    may: { member: 'own', coach: 'related', treasurer: 'organisation', system: 'organisation' },
    words: 'de bestedingsbudgetten van leden zien',
  },
  'statement.list': {
    may: { member: 'own', coach: 'related', treasurer: 'organisation', caseManager: 'related', system: 'organisation' },
    words: 'zien welke maandopgaven er zijn',
  },
  'statement.read': {
    may: { member: 'own', coach: 'related', treasurer: 'organisation', caseManager: 'related' },
    words: 'een maandopgave openen',
    looks: true,
  },
  'statement.release': { may: { member: 'own' }, words: 'de eigen maandopgave naar de gemeente versturen' },
  'statement.ask': { may: { member: 'own', coach: 'related' }, words: 'een vraag stellen over een maandopgave' },
  'statement.answer': { may: { member: 'own', coach: 'related', treasurer: 'organisation' }, words: 'een vraag over een maandopgave beantwoorden' },
  'statement.remind': { may: { system: 'organisation' }, words: 'een lid herinneren aan de maandopgave' },
  'statement.letter': { may: { coach: 'related', treasurer: 'organisation' }, words: 'een herinnering aan een maandopgave printen', looks: true },
  'statement.archive': {
    may: { caseManager: 'related' },
    words: 'de maandopgaven en brieven van eigen dossiers ophalen voor het archief van de gemeente',
    looks: true,
  },
  'statement.tell': { may: { system: 'organisation' }, words: 'laten weten dat er een vraag of antwoord over een maandopgave is' },
  'statement.receive': { may: { caseManager: 'related' }, words: 'bij een maandopgave laten weten: geen vragen, of een vraag' },

  // outcomes
  'figures.read': { may: { treasurer: 'organisation', board: 'organisation' }, words: 'de cijfers voor financiers zien, zonder namen' },
  'figures.agree': { may: { board: 'organisation' }, words: 'kiezen wat van de coöperatie meetelt in de landelijke cijfers' },
  'figures.count': { may: { system: 'organisation' }, words: 'tellen wat van de coöperatie meetelt in de landelijke cijfers' },
  'figures.tell': { may: { system: 'organisation' }, words: 'de landelijke cijfers van een jaar vertellen' },
})
