/** Words of advice and of looking at a decision again. */
export const nl = {
  by: { request: 'Op verzoek van het lid', ownMotion: 'Op eigen initiatief van de gemeente' },
  runsOn: {
    yes: 'Op tijd gevraagd. De toestemming loopt door tot de gemeente antwoordt.',
    no: 'Op tijd gevraagd. De toestemming stopt wel op haar laatste dag.',
  },
  ranUntil: 'Vanaf {day} loopt de toestemming niet meer door.',
  ends: 'Toestemming loopt af',
  open: {
    title: 'Besluit opnieuw laten bekijken',
    lead: 'Is er iets nieuws, of klopt het besluit niet meer? De gemeente kijkt dan opnieuw. Het besluit blijft zolang gelden.',
    leadOffice: 'Schrijf op waarom het besluit opnieuw wordt bekeken. Het besluit blijft zolang gelden.',
    objectInstead: 'Bezwaar kan nog tot en met {day}. Bezwaar maken geeft je meer rechten.',
    by: 'Wie wil dit?',
    reason: 'Wat is er nieuw of anders?',
    reasonHint: 'Schrijf niets over je gezondheid of schulden. Vul geen BSN in.',
    button: 'Vragen om opnieuw te kijken',
    buttonOffice: 'Opschrijven',
  },
}
