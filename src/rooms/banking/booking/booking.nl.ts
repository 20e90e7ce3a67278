/** Words of booking money that a municipality has a say in. */
export const nl = {
  refusals: {
    lateWaits: {
      what: 'Nu mag {owed} naar dit lid. {held} kwam na het stoppen en wacht op de gemeente: het is verdiend in maanden met een uitkering.',
      next: 'Vraag de gemeente om antwoord op papier, bij Vertrek. Is het geld al weg? Boek het als "te vorderen van een lid".',
    },
  },
} as const
