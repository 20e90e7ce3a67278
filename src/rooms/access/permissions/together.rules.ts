import { rules } from './rule.rules.ts'

/** Lines of the one table: what a member does together with coach, municipality and helpers: floor 3. */
export const TOGETHER = rules({
  // coaching
  'actionPlan.read': { may: { member: 'own', coach: 'related', caseManager: 'related' }, words: 'een plan van aanpak lezen', looks: true },
  'actionPlan.write': { may: { member: 'own', coach: 'related', caseManager: 'related' }, words: 'meeschrijven in een plan van aanpak' },
  'actionPlan.share': { may: { member: 'own' }, words: 'kiezen of de gemeente meeschrijft in het eigen plan van aanpak' },
  'actionPlan.freeze': { may: { member: 'own', coach: 'related' }, words: 'een plan van aanpak klaarzetten om te tekenen' },
  'actionPlan.sign': { may: { member: 'own', coach: 'related', caseManager: 'related' }, words: 'een plan van aanpak tekenen' },
  'actionPlan.signByLink': { may: { system: 'organisation' }, words: 'een plan laten tekenen door wie de link heeft' },
  'actionPlan.tell': { may: { system: 'organisation' }, words: 'laten weten dat er een plan te tekenen ligt' },
  'partner.read': { may: { member: 'own' }, words: 'zien wie er meekijkt, en wanneer er gekeken is', looks: true },
  'partner.invite': { may: { member: 'own' }, words: 'iemand een gekozen stuk laten zien tot een gekozen dag' },
  'partner.stop': { may: { member: 'own' }, words: 'meekijken stoppen' },
  'partner.answer': { may: { system: 'organisation' }, words: 'opschrijven wat iemand zegt die meekijkt, en wanneer die keek' },
  'partner.forget': { may: { system: 'organisation' }, words: 'kopieën wissen als het meekijken voorbij is, en de rest twee jaar later' },
  'caseInvitation.read': { may: { member: 'own' }, words: 'zien hoe het staat met de eigen vraag om een klantmanager' },
  'caseInvitation.send': { may: { member: 'own' }, words: 'een klantmanager van de eigen gemeente vragen om mee te denken' },
  'caseInvitation.withdraw': { may: { member: 'own' }, words: 'de eigen vraag om een klantmanager terughalen' },
  'caseInvitation.take': { may: { caseManager: 'organisation' }, words: 'uitnodigingen van inwoners zien en oppakken' },
  'caseInvitation.tell': { may: { system: 'organisation' }, words: 'laten weten dat een klantmanager gevraagd is, of de vraag oppakte' },
})
