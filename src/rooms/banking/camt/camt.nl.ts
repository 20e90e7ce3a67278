const download = 'Download het afschrift opnieuw bij je bank, als CAMT.053.'
const askBank = 'Vraag de bank om een goed afschrift. Er is nog niets ingelezen.'

/** Why a file of the bank is not read: always the line, the reason, and what to do. */
export const camt = {
  empty: { what: 'Dit bestand is leeg.', next: download },
  zip: { what: 'Dit is een zip-bestand.', next: 'Pak het eerst uit. Kies daarna het xml-bestand dat erin zit.' },
  mt940: { what: 'Dit is een afschrift in het oude formaat MT940.', next: 'Kies bij je bank voor CAMT.053 (xml).' },
  notXml: { what: 'Dit is geen bankafschrift in xml.', next: 'Kies bij je bank voor CAMT.053 (xml). Een pdf of csv kan niet.' },
  notCamt: { what: 'Regel {line}: dit is geen bankafschrift van het soort CAMT.053 maar "{found}".', next: download },
  otherMessage: { what: 'Regel {line}: dit bestand is van het soort {found} en geen dagafschrift (CAMT.053).', next: download },
  otherVersion: {
    what: 'Regel {line}: dit is CAMT.053 versie {version}. Opbloei leest versie 02, 03 en 08.',
    next: 'Kies bij je bank versie 08 of versie 02.',
  },
  noStatement: { what: 'Regel {line}: er staat geen afschrift in dit bestand.', next: download },
  notWellFormed: { what: 'Regel {line}: hier is het bestand beschadigd of afgebroken.', next: download },
  doctype: { what: 'Regel {line}: het bestand heeft een DOCTYPE. Dat mag niet in een bankafschrift en kan gevaarlijk zijn.', next: download },
  tooDeep: { what: 'Regel {line}: er zitten meer dan {most} lagen in elkaar. Dat doet geen bank.', next: download },
  tooLong: { what: 'Regel {line}: hier staat een tekst die veel te lang is.', next: download },
  tooLarge: { what: 'Dit bestand is groter dan {most} MB.', next: 'Download een kortere periode bij je bank.' },
  badBytes: { what: 'Dit bestand heeft tekens die niet bij zijn codering ({encoding}) passen.', next: download },
  unknownEncoding: { what: 'De codering "{encoding}" van dit bestand is onbekend.', next: download },
  twice: { what: 'Regel {line}: een gegeven staat er twee keer ({field}).', next: askBank },
  noId: { what: 'Regel {line}: dit afschrift heeft geen nummer, of de regels staan in de verkeerde volgorde.', next: askBank },
  noAccount: { what: 'Regel {line}: bij dit afschrift staat geen rekening, of de regels staan in de verkeerde volgorde.', next: askBank },
  otherAccountCurrency: { what: 'Regel {line}: rekening {account} is in {currency}. Opbloei boekt alleen euro.', next: 'Lees alleen rekeningen in euro in.' },
  otherCurrency: {
    what: 'Regel {line}: hier staat een bedrag in {currency}. Opbloei boekt alleen euro.',
    next: 'Lees alleen afschriften in euro in. Er is nog niets ingelezen.',
  },
  noAmount: { what: 'Regel {line}: hier ontbreekt een bedrag.', next: askBank },
  notAmount: { what: 'Regel {line}: "{found}" is geen bedrag.', next: askBank },
  partOfCent: { what: 'Regel {line}: {found} is geen heel aantal centen.', next: askBank },
  tooMuch: { what: 'Regel {line}: dit bedrag is hoger dan {most}.', next: askBank },
  noSide: { what: 'Regel {line}: er staat niet bij of het geld erbij komt of eraf gaat.', next: askBank },
  noStatus: { what: 'Regel {line}: er staat niet bij of deze regel al geboekt is.', next: askBank },
  noSuchDay: { what: 'Regel {line}: "{found}" is geen datum.', next: askBank },
  noDate: { what: 'Regel {line}: de regel van {amount} heeft geen datum.', next: askBank },
  noOpening: { what: 'Regel {line}: dit afschrift heeft geen beginsaldo.', next: askBank },
  noClosing: { what: 'Regel {line}: dit afschrift heeft geen eindsaldo.', next: askBank },
  balanceTwice: { what: 'Regel {line}: het saldo {code} staat er twee keer, met een ander bedrag.', next: askBank },
  tooManyBalances: { what: 'Regel {line}: dit afschrift heeft te veel saldo’s.', next: askBank },
  doesNotTie: {
    what: 'Regel {line}: het saldo klopt niet. Begin {opening}, bij en af samen {moved}, eind {closing}. Het verschil is {difference}.',
    next: askBank,
  },
  twiceDifferent: { what: 'Regel {line}: afschrift {statement} staat er twee keer in, met een andere inhoud.', next: askBank },
} as const
