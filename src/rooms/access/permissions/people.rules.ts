import { rules } from './rule.rules.ts'

/** Lines of the one table: the members: floor 2. */
export const PEOPLE = rules({
  // members
  'application.write': { may: { system: 'organisation' }, words: 'een aanmelding van iemand zonder account bewaren' },
  'application.read': { may: { coach: 'organisation', board: 'organisation', administrator: 'organisation' }, words: 'nieuwe aanmeldingen zien', looks: true },
  'application.take': { may: { coach: 'organisation' }, words: 'een aanmelding oppakken en een dossier beginnen' },
  'member.add': {
    may: { coach: 'organisation', board: 'organisation', administrator: 'organisation', system: 'organisation' },
    words: 'een lid toevoegen dat al meedeed vóór Opbloei',
  },
  'member.read': {
    may: { member: 'own', coach: 'related', treasurer: 'organisation', board: 'organisation', administrator: 'organisation', system: 'organisation' },
    words: 'het ledenregister zien',
  },
  'register.take': {
    may: { member: 'own', coach: 'related', treasurer: 'organisation', board: 'organisation', administrator: 'organisation' },
    words: 'het ledenregister als bestand meenemen',
    looks: true,
  },
  'register.show': {
    may: { board: 'organisation', administrator: 'organisation' },
    words: 'het ledenregister met alle dagen van begin en einde openen en printen',
    looks: true,
  },
  'member.file': { may: { member: 'own', coach: 'related', board: 'organisation' }, words: 'het dossier van een lid openen', looks: true },
  'member.edit': { may: { member: 'own', coach: 'related', system: 'organisation' }, words: 'naam, contact, bedrijf en gekozen hulp van een lid aanpassen' },
  'signInCode.print': { may: { coach: 'related' }, words: 'een inlogcode afdrukken voor een eigen lid zonder e-mail', looks: true },
  'member.trial': { may: { coach: 'related', board: 'organisation', system: 'organisation' }, words: 'iemand op proef laten meedoen' },
  'member.admit': { may: { board: 'organisation', system: 'organisation' }, words: 'iemand als lid toelaten' },
  'member.leave': { may: { coach: 'related', board: 'organisation', system: 'organisation' }, words: 'opschrijven dat een lid vertrekt of terugkomt' },
  'benefit.confirm': { may: { coach: 'related' }, words: 'bevestigen wat een lid over de eigen uitkering meldt' },
  'application.answer': { may: { coach: 'organisation', board: 'organisation' }, words: 'een aanmelding beantwoorden of afwijzen' },
  'application.tell': { may: { system: 'organisation' }, words: 'begeleiders mailen dat er een aanmelding is' },
  'work.keep': { may: { member: 'own' }, words: 'foto’s van eigen werk bewaren, bekijken en weghalen' },
  'work.sweep': { may: { system: 'organisation' }, words: 'foto’s weggooien van wie lang geleden vertrok' },
  'benefit.change': { may: { member: 'own', coach: 'related', system: 'organisation' }, words: 'opschrijven waar een uitkering vandaan komt' },
})
