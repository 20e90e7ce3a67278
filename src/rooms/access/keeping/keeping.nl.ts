/** The words of who keeps the keys: two administrators, so that one ill person locks nobody out. */
export const nl = {
  title: 'Beheerders',
  lead: 'Een beheerder laat mensen binnen en beëindigt rollen. Zorg dat er altijd twee zijn.',
  caption: 'Wie beheert nu',
  name: 'Naam',
  until: 'Tot en met',
  open: 'geen einddatum',
  step: 'Tweede stap',
  ready: 'ingesteld',
  notReady: 'nog niet ingesteld',
  empty: 'Er is nu geen beheerder.',
  appoint: 'Een beheerder erbij',
  intro: 'Diegene krijgt een mail en kan meteen inloggen. Kies iemand anders dan de beheerder die er al is.',
  person: 'Naam',
  personHint: 'Voornaam en achternaam. Kennen we dit adres al? Dan blijft de naam zoals hij is.',
  email: 'E-mailadres',
  last: 'Tot en met',
  lastHint: 'Hoogstens drie jaar vooruit.',
  send: 'Nodig uit',
  trouble: {
    none: { title: 'Er is geen beheerder', text: 'Niemand kan nu iemand uitnodigen of een rol beëindigen. Benoem er vandaag twee.' },
    one: { title: 'Er is maar één beheerder', text: 'Is die ziek of weg? Dan kan niemand meer iemand binnenlaten. Benoem er één bij.' },
    oneReady: {
      title: 'Nog geen twee beheerders kunnen echt naar binnen',
      text: 'Niet iedereen heeft een tweede stap. Vraag wie hem mist om één keer in te loggen en die in te stellen.',
    },
  },
  refusals: {
    last: { what: 'Dit is de laatste die anderen kan binnenlaten.', next: 'Nodig eerst een ander uit in dezelfde rol. Daarna kan deze rol eindigen.' },
  },
}
