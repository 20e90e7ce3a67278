import { rules } from './rule.rules.ts'

/** Lines of the one table: what is sold and spent: floor 4. */
export const TRADE = rules({
  // invoicing
  'invoice.read': {
    may: { member: 'own', coach: 'related', treasurer: 'organisation', board: 'organisation', system: 'organisation' },
    words: 'facturen bekijken',
    looks: true,
  },
  'invoice.request': { may: { member: 'own', coach: 'related', treasurer: 'organisation', system: 'organisation' }, words: 'om een factuur vragen' },
  'invoice.agreeShare': { may: { member: 'own' }, words: 'antwoorden op een deel van een factuur' },
  'invoice.tellShare': { may: { system: 'organisation' }, words: 'een lid laten weten dat er een deel van een factuur klaarstaat' },
  'invoice.return': { may: { treasurer: 'organisation' }, words: 'een factuur teruggeven aan het lid om te verbeteren' },
  'invoice.send': {
    may: { member: 'own', treasurer: 'organisation', system: 'organisation' },
    money: true,
    words: 'een factuur versturen (een lid alleen met vertrouwen van de penningmeester)',
  },
  'invoice.credit': { may: { treasurer: 'organisation', system: 'organisation' }, money: true, words: 'een creditnota maken' },
  'invoice.remind': { may: { treasurer: 'organisation', system: 'organisation' }, words: 'een klant herinneren' },
  'invoice.pauseReminding': {
    may: { member: 'own', coach: 'related', treasurer: 'organisation' },
    words: 'een klant even niet laten herinneren',
  },
  'invoice.setReminding': { may: { treasurer: 'organisation' }, words: 'instellen hoe klanten worden herinnerd' },
  'invoice.proposeWriteOff': { may: { treasurer: 'organisation', board: 'organisation' }, words: 'voorstellen om een factuur af te boeken' },
  'invoice.writeOff': { may: { treasurer: 'organisation', board: 'organisation' }, money: true, words: 'een afboeking van een ander goedkeuren' },
  'invoice.release': { may: { treasurer: 'organisation', system: 'organisation' }, words: 'geld dat op een besluit wachtte vrijgeven' },
  'invoice.trust': { may: { treasurer: 'organisation', board: 'organisation', system: 'organisation' }, words: 'een lid zelf facturen laten versturen' },
  'invoice.begin': { may: { treasurer: 'organisation', board: 'organisation', system: 'organisation' }, words: 'het eerste factuurnummer instellen' },
  'invoice.relieveVat': { may: { system: 'organisation' }, money: true, words: 'btw van afgeboekte facturen terugvragen als dat mag' },
  'invoice.ask': { may: { system: 'organisation' }, words: 'een vraag van een klant over een factuur bewaren' },
  'invoice.answer': { may: { treasurer: 'organisation' }, words: 'een vraag van een klant beantwoorden' },
  'invoice.mail': { may: { system: 'organisation' }, words: 'een verstuurde factuur mailen' },

  // work of members for each other
  'memberWork.read': {
    may: { member: 'own', coach: 'related', treasurer: 'organisation', board: 'organisation', system: 'organisation' },
    words: 'werk zien dat leden voor elkaar deden',
    looks: true,
  },
  'memberWork.record': { may: { member: 'own', treasurer: 'organisation' }, words: 'werk voor een ander lid opschrijven' },
  'memberWork.answer': { may: { member: 'own' }, money: true, words: 'zeggen of werk van een ander lid klopt' },
  'memberWork.withdraw': { may: { member: 'own', treasurer: 'organisation' }, words: 'werk voor een ander lid intrekken' },
  'memberWork.undo': { may: { treasurer: 'organisation' }, money: true, words: 'werk tussen leden terugdraaien' },
  'memberWork.tell': { may: { system: 'organisation' }, words: 'een lid laten weten dat er werk van een ander lid is opgeschreven' },

  // jobs too big for one
  'openJob.read': {
    may: { member: 'own', coach: 'related', treasurer: 'organisation', board: 'organisation' },
    words: 'klussen voor meer leden bekijken',
  },
  'openJob.announce': { may: { member: 'own', coach: 'related' }, words: 'een klus aan de leden voorleggen' },
  'openJob.join': { may: { member: 'own' }, words: 'zeggen dat je meedoet aan een klus, of toch niet' },
  'openJob.close': { may: { member: 'own', coach: 'related' }, words: 'kiezen wie er meedoet aan een eigen klus' },
  'openJob.tell': { may: { system: 'organisation' }, words: 'leden laten weten dat er een klus is' },

  // quotes
  'quote.read': {
    may: { member: 'own', coach: 'related', treasurer: 'organisation', board: 'organisation', system: 'organisation' },
    words: 'offertes bekijken',
    looks: true,
  },
  'quote.write': { may: { member: 'own', coach: 'related', treasurer: 'organisation' }, words: 'een offerte schrijven, aanpassen of intrekken' },
  'quote.send': {
    may: { member: 'own', treasurer: 'organisation' },
    words: 'een offerte versturen (een lid alleen met vertrouwen van de penningmeester)',
  },
  'quote.reply': { may: { member: 'own', treasurer: 'organisation' }, words: 'een vraag van een klant over een offerte beantwoorden' },
  'quote.recordAcceptance': {
    may: { member: 'own', coach: 'related', treasurer: 'organisation' },
    words: 'opschrijven dat een klant op papier of telefonisch akkoord ging met een offerte',
  },
  'quote.answer': { may: { system: 'organisation' }, words: 'het antwoord van een klant op een offerte bewaren' },
  'quote.mail': { may: { system: 'organisation' }, words: 'een verstuurde offerte mailen, en vertellen wat de klant zei' },
  'quote.forget': { may: { system: 'organisation' }, words: 'oude offertes zonder akkoord wissen' },

  // spending
  'receipt.read': {
    may: { member: 'own', coach: 'related', treasurer: 'organisation', board: 'organisation', system: 'organisation' },
    words: 'bonnen zien',
    looks: true,
  },
  'receipt.send': { may: { member: 'own', coach: 'related', treasurer: 'organisation' }, words: 'een bon insturen' },
  'receipt.answer': { may: { member: 'own', coach: 'related' }, words: 'een vraag over een bon beantwoorden' },
  'receipt.judge': {
    may: { coach: 'related', treasurer: 'organisation', board: 'organisation' },
    money: true,
    words: 'een bon van een ander goedkeuren, afwijzen of terugvragen',
  },
  'receipt.revise': {
    may: { coach: 'related', treasurer: 'organisation', board: 'organisation' },
    money: true,
    words: 'het oordeel over een bon van een ander aanpassen',
  },
  'spending.read': {
    may: { member: 'own', coach: 'related', treasurer: 'organisation', board: 'organisation', system: 'organisation' },
    words: 'verzoeken zien om een bestedingsbudget te gebruiken',
    looks: true,
  },
  'spending.ask': { may: { member: 'own', coach: 'related' }, words: 'vragen om een bestedingsbudget te gebruiken' },
  'spending.decide': {
    may: { coach: 'related', treasurer: 'organisation', board: 'organisation' },
    words: 'beslissen over het bestedingsbudget van een ander',
  },
  'spending.book': { may: { treasurer: 'organisation' }, money: true, words: 'een aankoop uit een bestedingsbudget boeken' },
  'spending.undo': { may: { treasurer: 'organisation' }, money: true, words: 'een aankoop uit een bestedingsbudget van een ander terugdraaien' },
  'spending.cancel': { may: { treasurer: 'organisation' }, words: 'een goedgekeurd verzoek dat niet is gebruikt laten vervallen' },
  'spending.replan': {
    may: { coach: 'related', treasurer: 'organisation', board: 'organisation' },
    words: 'wat over is van een toezegging aan een ander over andere maanden verdelen',
  },
  'equipment.read': {
    may: { member: 'own', coach: 'related', treasurer: 'organisation', board: 'organisation' },
    words: 'spullen zien die uit een bestedingsbudget zijn gekocht',
    looks: true,
  },
  'equipment.register': { may: { coach: 'related', treasurer: 'organisation' }, words: 'een spul in de lijst zetten of aanpassen', looks: true },
  'equipment.move': { may: { treasurer: 'organisation', board: 'organisation' }, words: 'een spul uitlenen, terugnemen, of opschrijven dat het weg is' },
  'equipment.dispose': {
    may: { treasurer: 'organisation' },
    money: true,
    words: 'in de boeken zetten dat een spul verkocht, kwijt of weggegeven is, met de rekening',
    looks: true,
  },
  'equipment.restore': { may: { treasurer: 'organisation' }, money: true, words: 'terugdraaien dat een spul verkocht, kwijt of weggegeven is' },
  'equipment.wear': { may: { treasurer: 'organisation' }, money: true, words: 'de afschrijving van spullen boeken en terugdraaien' },
  'spending.tell': { may: { system: 'organisation' }, words: 'een lid mailen dat er iets met een bon of verzoek is veranderd' },
})
