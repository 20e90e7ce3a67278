import { rules } from './rule.rules.ts'

/** Lines of the one table: what a member does together with coach, municipality and helpers: floor 3. */
export const TOGETHER = rules({
  // coaching
  'caseInvitation.read': { may: { member: 'own' }, words: 'zien hoe het staat met de eigen vraag om een klantmanager' },
  'caseInvitation.send': { may: { member: 'own' }, words: 'een klantmanager van de eigen gemeente vragen om mee te denken' },
  'caseInvitation.withdraw': { may: { member: 'own' }, words: 'de eigen vraag om een klantmanager terughalen' },
  'caseInvitation.take': { may: { caseManager: 'organisation' }, words: 'uitnodigingen van inwoners zien en oppakken' },
  'caseInvitation.tell': { may: { system: 'organisation' }, words: 'laten weten dat een klantmanager gevraagd is, of de vraag oppakte' },
})
