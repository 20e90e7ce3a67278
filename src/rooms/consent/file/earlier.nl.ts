/** Words of a request beside the consent that it follows on. */
export const nl = {
  runs: 'Eerdere toestemming geldt nu',
  answer: 'Over deze aanvraag is nog geen toestemming. De eerdere toestemming geldt nog tot en met {until}.',
  gap: 'Is er na {until} nog geen besluit? Dan mag werk van daarna niet worden verkocht, tot het besluit er is.',
  goesOn: 'Is er na {until} nog geen besluit? Dan loopt de eerdere toestemming door tot het besluit.',
  look: 'Bekijk de eerdere toestemming',
  title: 'Wat er nu geldt',
  ended: 'Wat er hiervoor gold',
  /** Whether a request goes on with a consent that runs. */
  extends: {
    label: 'Er is toestemming tot en met {until}. Wil je daarmee verder?',
    yes: 'Ja, dit is een verlenging',
    runsOn: 'Beslist de gemeente later? Dan loopt de toestemming door tot het besluit.',
    stops: 'Beslist de gemeente later? Dan stopt de toestemming op haar laatste dag.',
    no: 'Nee, dit is ander werk',
    noHint: 'De toestemming die er is, stopt gewoon op haar laatste dag.',
    fact: 'Verlenging van',
    factValue: 'de toestemming tot en met {until}',
  },
  prefilled: 'Het formulier is ingevuld met deze voorwaarden. Pas aan wat anders wordt.',
}
