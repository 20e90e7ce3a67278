/** Words of the questions to who left, in the mail and on the page of the link. */
export const nl = {
  mail: {
    subject: 'Drie korte vragen van {cooperative}',
    text: `Dag {name},

Je stopte {months} maanden geleden bij {cooperative}. Je vond het goed dat we je later iets vragen. Hoe gaat het nu? Het zijn drie korte vragen:
{link}

Je hebt geen account nodig. De link werkt tot en met {day}. Wil je dit niet meer? Op dezelfde pagina kun je stoppen.

{cooperative}`,
    reminder: 'Nog één keer: drie korte vragen van {cooperative}',
  },
  title: 'Hoe gaat het nu?',
  lead: 'Drie korte vragen van {cooperative}. Je antwoorden staan zonder naam in cijfers. Na twee jaar wissen we ze.',
  work: 'Wat doe je nu?',
  works: {
    ownBusiness: 'Ik heb een eigen bedrijf',
    job: 'Ik heb een baan',
    other: 'Iets anders, zoals school of vrijwilligerswerk',
    nothing: 'Ik heb nu geen werk',
  },
  benefit: 'Krijg je nu een uitkering?',
  benefits: { yes: 'Ja', no: 'Nee', unsaid: 'Dat zeg ik liever niet' },
  faring: 'Hoe gaat het met je, als je het vergelijkt met toen je stopte?',
  farings: { better: 'Beter', same: 'Hetzelfde', worse: 'Minder goed' },
  send: 'Verstuur mijn antwoorden',
  stop: 'Vraag me niets meer',
  stopNote: 'Je hoeft niet te zeggen waarom.',
  thanks: 'Dank je wel. Je antwoorden zijn bewaard.',
  thanksNext: 'Je hoeft niets meer te doen.',
  stopped: 'We vragen je niets meer.',
  stoppedNext: 'Je hoeft niets meer te doen.',
  over: 'Deze link werkt niet meer.',
  overNext: 'Heb je een vraag? Neem contact op met de coöperatie.',
  refusals: {
    gone: { what: 'Deze link werkt niet meer.', next: 'Heb je een vraag? Neem contact op met de coöperatie.' },
    twice: { what: 'Je antwoorden zijn al bewaard.', next: 'Je hoeft niets meer te doen.' },
  },
} as const
