import { rules } from './rule.rules.ts'

/** Lines of the one table: what was allowed and agreed: floor 3. */
export const PROMISES = rules({
  // consent
  'consent.read': {
    may: {
      member: 'own',
      coach: 'related',
      treasurer: 'organisation',
      board: 'organisation',
      caseManager: 'organisation',
      system: 'organisation',
    },
    words: 'zien welke toestemmingen er zijn',
  },
  'consent.file': { may: { member: 'own', coach: 'related', caseManager: 'related' }, words: 'een aanvraag om toestemming openen', looks: true },
  'consent.prepare': { may: { member: 'own', coach: 'related', system: 'organisation' }, words: 'een aanvraag om toestemming voorbereiden' },
  'consent.send': { may: { member: 'own', system: 'organisation' }, words: 'de eigen aanvraag om toestemming versturen' },
  'consent.sendFor': { may: { coach: 'related' }, words: 'een aanvraag versturen met een machtiging op papier' },
  'consent.answer': { may: { member: 'own', coach: 'related' }, words: 'een vraag van de gemeente over een aanvraag beantwoorden' },
  'consent.question': { may: { member: 'own', coach: 'related', caseManager: 'related' }, words: 'over een aanvraag iets vragen en antwoorden, zonder e-mail' },
  'consent.takeBack': { may: { member: 'own' }, words: 'de eigen aanvraag intrekken' },
  'consent.take': { may: { caseManager: 'organisation' }, words: 'een nieuwe aanvraag oppakken' },
  'consent.ask': { may: { caseManager: 'related' }, words: 'om meer gegevens bij een aanvraag vragen' },
  'consent.decide': { may: { caseManager: 'related' }, words: 'over toestemming besluiten' },
  'consent.approve': { may: { caseManager: 'organisation' }, words: 'meelezen met een brief die een collega klaarzette, en akkoord geven', looks: true },
  'consent.depart': { may: { system: 'organisation' }, words: 'een ondertekende brief na de wachttijd laten weggaan' },
  'consent.tell': { may: { system: 'organisation' }, words: 'een lid mailen dat er iets met de toestemming gebeurde' },
  'consent.confirmPaper': { may: { caseManager: 'related' }, words: 'bevestigen of verbeteren wat van een toestemming op papier is overgenomen' },
  'consent.delay': { may: { caseManager: 'related' }, words: 'melden dat een besluit over toestemming later komt' },
  'consent.agreeToWait': { may: { member: 'own' }, words: 'de gemeente meer tijd geven voor een besluit' },
  'consent.tellDefault': { may: { member: 'own' }, words: 'de gemeente in gebreke stellen als een besluit te laat is' },
  'consent.object': { may: { member: 'own' }, words: 'bezwaar maken tegen een besluit van de gemeente' },
  'consent.note': {
    may: { caseManager: 'related' },
    words: 'opschrijven wat op papier binnenkwam: bezwaar, beroep, meer tijd of een ingebrekestelling',
  },
  'consent.objection': { may: { caseManager: 'related' }, words: 'over een bezwaar horen, verdagen en beslissen' },
  'consent.correct': { may: { caseManager: 'related' }, words: 'een besluit over toestemming verbeteren met een nieuw besluit' },
  'consent.advice': { may: { caseManager: 'related' }, words: 'advies vragen bij een aanvraag en opschrijven wat er kwam' },
  'consent.review': { may: { member: 'own', caseManager: 'related' }, words: 'een besluit opnieuw laten bekijken' },
  'consent.choosePosting': { may: { member: 'own' }, words: 'kiezen of de gemeente per mail mag schrijven' },
  'townRules.read': { may: { policyAdviser: 'organisation', caseManager: 'organisation' }, words: 'de eigen regels van de gemeente lezen' },
  'townRules.set': { may: { policyAdviser: 'organisation' }, words: 'de eigen regels van de gemeente opschrijven, vanaf een dag' },
  'consent.change': { may: { caseManager: 'related' }, words: 'een toestemming schorsen, hervatten of intrekken' },
  'condition.read': { may: { caseManager: 'organisation', policyAdviser: 'organisation' }, words: 'de lijst van voorwaarden van de gemeente lezen' },
  'condition.keep': {
    may: { policyAdviser: 'organisation' },
    words: 'voorwaarden van de gemeente opschrijven, aanpassen en stoppen, en zeggen welke kosten zij aanneemt',
  },

  // coaching
  'track.read': { may: { member: 'own', coach: 'related' }, words: 'zien met welke stappen een lid bezig is, en wat daarbij hoort', looks: true },
  'track.choose': { may: { coach: 'related' }, words: 'samen met een lid een traject kiezen' },
  'track.step': { may: { member: 'own', coach: 'related' }, words: 'een stap van een traject afvinken of weer openzetten' },
  'track.adapt': { may: { coach: 'organisation', board: 'organisation' }, words: 'de stappen van de trajecten van de coöperatie aanpassen' },
  'need.write': { may: { member: 'own' }, words: 'zelf opschrijven wat je nodig hebt, en kiezen wie het leest' },
  'plan.write': { may: { member: 'own', coach: 'related' }, words: 'aan het ondernemingsplan van een lid schrijven' },
  'bewind.name': { may: { member: 'own', coach: 'related' }, words: 'opschrijven wie helpt met het geld van een lid' },
  'bewind.consent': { may: { coach: 'related' }, words: 'het schriftelijk akkoord van een bewindvoerder bewaren of laten eindigen' },
  'bewind.statement': { may: { member: 'own', coach: 'related' }, words: 'een overzicht van een maand maken voor de bewindvoerder', looks: true },
  'learning.write': { may: { member: 'own', coach: 'related' }, words: 'opschrijven welke weg een lid volgt om Nederlands te leren' },
  'hours.log': { may: { member: 'own' }, words: 'eigen uren taal en meedoen opschrijven' },
  'hours.confirm': { may: { coach: 'related' }, words: 'uren van een eigen lid bevestigen' },
  'ownTerms.write': { may: { board: 'organisation' }, words: 'voorwaarden schrijven voor leden zonder uitkering' },
  'ownTerms.accept': { may: { member: 'own' }, words: 'de voorwaarden voor leden zonder uitkering aannemen' },
  'coaching.forget': { may: { system: 'organisation' }, words: 'weggooien wat bij de begeleiding hoorde, als het lang genoeg bewaard is' },

  // assembly
  'resolution.read': {
    may: { member: 'own', treasurer: 'organisation', board: 'organisation', administrator: 'organisation', system: 'organisation' },
    words: 'het register van besluiten lezen (een lid alleen wat voor leden is)',
  },
  'resolution.add': { may: { board: 'organisation' }, words: 'een besluit opschrijven, vervangen of door leden laten lezen' },

  // agreements
  'agreement.read': {
    early: true,
    may: { member: 'own', coach: 'related', treasurer: 'organisation', board: 'organisation', administrator: 'organisation', system: 'organisation' },
    words: 'afspraken met leden lezen',
    looks: true,
  },
  'agreement.draft': {
    early: true,
    may: { board: 'organisation', treasurer: 'organisation', system: 'organisation' },
    words: 'een nieuwe versie van de ledenovereenkomst schrijven',
  },
  'agreement.propose': { may: { board: 'organisation', system: 'organisation' }, words: 'een versie van de ledenovereenkomst voorleggen aan leden' },
  'agreement.signFor': { may: { board: 'organisation' }, words: 'de ledenovereenkomst tekenen namens de coöperatie' },
  'agreement.sign': { may: { member: 'own' }, words: 'de eigen ledenovereenkomst tekenen' },
  'agreement.notify': { may: { board: 'organisation' }, words: 'opschrijven dat leden bericht kregen van een voorbehouden wijziging' },
  'agreement.tell': { may: { system: 'organisation' }, words: 'een lid mailen dat er afspraken klaarliggen' },
  'cooperationAgreement.read': {
    may: {
      treasurer: 'organisation',
      board: 'organisation',
      administrator: 'organisation',
      caseManager: 'organisation',
      policyAdviser: 'organisation',
      system: 'organisation',
    },
    words: 'de afspraak tussen coöperatie en gemeente lezen',
  },
  'cooperationAgreement.propose': { may: { board: 'organisation' }, words: 'een afspraak voorleggen aan een gemeente' },
  'cooperationAgreement.answer': {
    may: { board: 'organisation', policyAdviser: 'organisation' },
    words: 'een aanpassing vragen van de afspraak tussen coöperatie en gemeente, of zeggen dat die niet wordt getekend',
  },
  'cooperationAgreement.sign': { may: { board: 'organisation', policyAdviser: 'organisation' }, words: 'de afspraak tussen coöperatie en gemeente tekenen' },
})
