import { rules } from './rule.rules.ts'

/** Lines of the one table: who is who, the organisation itself and its ledger: floors 0 and 1. */
export const HOUSE = rules({
  // access
  'access.see': {
    early: true,
    may: {
      member: 'own',
      coach: 'own',
      treasurer: 'own',
      board: 'own',
      administrator: 'own',
      caseManager: 'own',
      policyAdviser: 'own',
      network: 'own',
      system: 'organisation',
    },
    words: 'de eigen rollen en de tabel met rechten zien',
  },
  'looks.read': {
    early: true,
    may: { member: 'own', coach: 'own', treasurer: 'own', board: 'own', administrator: 'own', caseManager: 'own', policyAdviser: 'own', network: 'own' },
    words: 'zien wie in de eigen gegevens keek',
  },
  'filter.keep': {
    early: true,
    may: { member: 'own', coach: 'own', treasurer: 'own', board: 'own', administrator: 'own', caseManager: 'own', policyAdviser: 'own', network: 'own' },
    words: 'eigen filters van lijsten bewaren',
  },
  'errand.read': { may: { treasurer: 'own', board: 'own' }, words: 'zien hoe ver het eigen werk op de achtergrond is' },
  'looks.ask': {
    early: true,
    may: { member: 'own', coach: 'own', treasurer: 'own', board: 'own', administrator: 'own', caseManager: 'own', policyAdviser: 'own', network: 'own' },
    words: 'vragen waarom iemand in de eigen gegevens keek',
  },
  'message.read': {
    early: true,
    may: { member: 'own', coach: 'own', treasurer: 'own', board: 'own', administrator: 'own', caseManager: 'own', policyAdviser: 'own', network: 'own' },
    words: 'de eigen berichten lezen en kiezen wanneer daar mail over komt',
  },
  'person.address': {
    early: true,
    may: { member: 'own', coach: 'own', treasurer: 'own', board: 'own', administrator: 'own', caseManager: 'own', policyAdviser: 'own', network: 'own' },
    words: 'het eigen e-mailadres veranderen',
  },
  'person.invite': {
    early: true,
    may: { administrator: 'organisation', policyAdviser: 'organisation', system: 'organisation' },
    words: 'iemand een rol geven',
  },
  'administrator.appoint': { may: { board: 'organisation' }, words: 'een beheerder benoemen, zodat er twee zijn' },
  'absence.write': { may: { caseManager: 'organisation' }, words: 'vastleggen wie de eigen dossiers waarneemt tijdens afwezigheid' },
  'relation.handOver': {
    may: { coach: 'related', board: 'organisation', administrator: 'organisation', caseManager: 'related', policyAdviser: 'organisation' },
    words: 'eigen leden of dossiers overdragen aan een collega',
  },
  'export.make': {
    may: { treasurer: 'organisation', board: 'organisation', system: 'organisation' },
    looks: true,
    words: 'alles van een coöperatie in open formaten meenemen',
  },
  'organisation.found': { may: { system: 'organisation' }, words: 'een organisatie beginnen' },

  // organisations
  'organisation.read': {
    early: true,
    may: {
      member: 'own',
      coach: 'organisation',
      treasurer: 'organisation',
      board: 'organisation',
      administrator: 'organisation',
      caseManager: 'organisation',
      policyAdviser: 'organisation',
      system: 'organisation',
    },
    words: 'de gegevens van de eigen organisatie zien',
  },
  'organisation.edit': {
    may: { treasurer: 'organisation', board: 'organisation', administrator: 'organisation', policyAdviser: 'organisation', system: 'organisation' },
    words: 'de gegevens van de eigen organisatie aanpassen',
  },
  'customer.read': { may: { member: 'own', coach: 'related', treasurer: 'organisation', system: 'organisation' }, words: 'klanten zien' },
  'customer.edit': { may: { member: 'own', treasurer: 'organisation', system: 'organisation' }, words: 'klanten toevoegen en aanpassen' },

  // law
  'amount.read': {
    early: true,
    may: {
      member: 'own',
      coach: 'own',
      treasurer: 'own',
      board: 'own',
      administrator: 'own',
      caseManager: 'own',
      policyAdviser: 'own',
      network: 'own',
    },
    words: 'de bedragen uit de wet zien, met hun bron',
  },
  'amount.enter': { may: { network: 'organisation' }, words: 'een bedrag uit de wet klaarzetten voor een collega' },
  'amount.decide': { may: { network: 'organisation' }, words: 'een bedrag uit de wet van een collega nakijken' },
  'equatedDay.enter': { may: { network: 'organisation' }, words: 'een dag die telt als feestdag klaarzetten voor een collega' },
  'equatedDay.decide': { may: { network: 'organisation' }, words: 'een dag die telt als feestdag van een collega nakijken' },
  'reading.set': { may: { policyAdviser: 'organisation' }, words: 'kiezen hoe de gemeente de wet leest waar kantoren verschillen' },
  'amount.tell': { may: { system: 'organisation' }, words: 'laten weten dat een bedrag uit de wet verandert' },

  // ledger
  'ledger.read': { may: { treasurer: 'organisation', board: 'organisation', system: 'organisation' }, words: 'het grootboek lezen' },
  'ledger.correct': { may: { treasurer: 'organisation' }, money: true, words: 'een memoriaalpost boeken of terugdraaien' },
  'ledger.seal': { may: { system: 'organisation' }, words: 'het grootboek verzegelen' },
  'ledger.verify': { may: { system: 'organisation', treasurer: 'organisation', board: 'organisation' }, words: 'het grootboek controleren' },
})
