/** Words of a request beside the consent that it follows on. */
export const nl = {
  runs: 'Eerdere toestemming geldt nu',
  answer: 'Over deze aanvraag is nog geen toestemming. De eerdere toestemming geldt nog tot en met {until}.',
  gap: 'Is er na {until} nog geen besluit? Dan mag werk van daarna niet worden verkocht, tot het besluit er is.',
  goesOn: 'Is er na {until} nog geen besluit? Dan loopt de eerdere toestemming door tot het besluit.',
  look: 'Bekijk de eerdere toestemming',
  title: 'Wat er nu geldt',
  ended: 'Wat er hiervoor gold',
  prefilled: 'Het formulier is ingevuld met deze voorwaarden. Pas aan wat anders wordt.',
}
