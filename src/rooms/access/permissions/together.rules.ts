import { rules } from './rule.rules.ts'

/** Lines of the one table: what a member does together with coach, municipality and helpers: floor 3. */
export const TOGETHER = rules({
  // coaching
  'plan.read': { may: { member: 'own', coach: 'related', caseManager: 'related' }, words: 'een plan van aanpak lezen', looks: true },
  'plan.write': { may: { member: 'own', coach: 'related', caseManager: 'related' }, words: 'meeschrijven in een plan van aanpak' },
  'plan.share': { may: { member: 'own' }, words: 'kiezen of de gemeente meeschrijft in het eigen plan van aanpak' },
  'plan.freeze': { may: { member: 'own', coach: 'related' }, words: 'een plan van aanpak klaarzetten om te tekenen' },
  'plan.sign': { may: { member: 'own', coach: 'related', caseManager: 'related' }, words: 'een plan van aanpak tekenen' },
  'plan.signByLink': { may: { system: 'organisation' }, words: 'een plan laten tekenen door wie de link heeft' },
  'plan.tell': { may: { system: 'organisation' }, words: 'laten weten dat er een plan te tekenen ligt' },
  'caseInvitation.read': { may: { member: 'own' }, words: 'zien hoe het staat met de eigen vraag om een klantmanager' },
  'caseInvitation.send': { may: { member: 'own' }, words: 'een klantmanager van de eigen gemeente vragen om mee te denken' },
  'caseInvitation.withdraw': { may: { member: 'own' }, words: 'de eigen vraag om een klantmanager terughalen' },
  'caseInvitation.take': { may: { caseManager: 'organisation' }, words: 'uitnodigingen van inwoners zien en oppakken' },
  'caseInvitation.tell': { may: { system: 'organisation' }, words: 'laten weten dat een klantmanager gevraagd is, of de vraag oppakte' },
})
