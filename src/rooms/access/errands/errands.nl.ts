/** The words of work that goes on in the background, by its kind; `steps` are told one by one. */
export const nl = {
  kinds: {
    'bank.import': {
      title: 'Bankbestand inlezen',
      steps: ['Het bestand lezen', 'De afschriften nakijken', 'De regels bewaren'],
      done: 'Het bankbestand is ingelezen.',
      go: 'Naar de bankregels',
      back: 'Terug naar de bank',
    },
    'month.close': {
      title: 'Maand afsluiten',
      steps: ['De maand nakijken', 'Het grootboek verzegelen', 'Verdelen, boeken en afsluiten', 'De nieuwe boekingen verzegelen'],
      done: 'De maand is afgesloten en het geld is verdeeld.',
      go: 'Naar de maand',
      back: 'Terug naar de maand',
    },
    'export.make': {
      title: 'Alles meenemen',
      steps: ['Mensen en afspraken', 'Facturen', 'Besluiten', 'Maanden en maandopgaven', 'Grootboek en logboek'],
      done: 'Het bestand met alles van de coöperatie staat klaar.',
      go: 'Naar het bestand',
      back: 'Terug naar “Alles meenemen”',
    },
  },
  leave: 'Je mag deze pagina verlaten: het werk gaat door. Op je startpagina zie je hoe ver het is.',
  stepOf: 'Stap {step} van {steps}: {words}',
  partOf: '{part} van {parts}',
  waits: 'Het begint zo.',
  steps: 'De stappen',
  refreshes: 'Deze pagina ververst zichzelf om de twee tellen.',
  still: 'Niet meer vanzelf verversen',
  again: 'Ververs nu',
  refreshing: 'Vanzelf verversen',
  ended: 'Klaar',
  inHand: 'Op de achtergrond',
  runs: 'bezig, {percent}%',
  ready: 'klaar',
  stopped: 'niet gelukt',
  failed: {
    what: 'Het lukte niet, door een fout in Opbloei. Er is niets half gedaan.',
    next: 'Ga terug en probeer het nog eens. Lukt het weer niet? Vraag je beheerder om hulp.',
  },
  refusals: {
    missing: { what: 'Dit werk op de achtergrond is er niet.', next: 'Misschien is het lang geleden, of vroeg een ander erom. Ga naar je startpagina.' },
    byOther: { what: 'Iemand anders begon hier al mee. Het is nog bezig.', next: 'Wacht een paar minuten en open de pagina opnieuw.' },
    roleEnded: { what: 'De rol waarin je hierom vroeg, is geëindigd. Er is niets gedaan.', next: 'Laat iemand met die rol het opnieuw doen.' },
    gone: { what: 'Dit bestand is er niet meer.', next: 'Een bestand blijft zeven dagen. Maak het opnieuw.' },
  },
}

/** What can go on in the background. */
export type ErrandName = keyof typeof nl.kinds
