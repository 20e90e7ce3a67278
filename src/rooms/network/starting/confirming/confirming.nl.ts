/** Every word about the one check between a plan and a real cooperative. */
export const nl = {
  own: {
    title: 'Vraag de bevestiging aan',
    about: 'Tot dan kun je hier alles voorbereiden. Factureren, leden opnemen en toestemming vragen kan daarna.',
    kvk: 'KvK-nummer',
    kvkHint: 'Acht cijfers. Het netwerk zoekt dit op in het handelsregister.',
    words: 'Wie kan het netwerk bellen?',
    wordsHint: 'Een naam en een telefoonnummer.',
    send: 'Vraag aan',
    waits: 'Je vraag ligt sinds {day} bij het netwerk. Je krijgt bericht.',
    no: 'Het netwerk kan dit nog niet bevestigen',
    yes: 'Het netwerk heeft jullie bevestigd.',
  },
  desk: {
    title: 'Vragen om bevestiging',
    about: 'Zoek het nummer op bij kvk.nl. Kloppen naam en bestuur? Bel daarna wie hier staat.',
    kvk: 'KvK {kvk}, gevraagd op {day}',
    answer: 'Kun je dit bevestigen?',
    yes: 'Ja: opgezocht, gebeld en het klopt',
    no: 'Nee, er mist nog iets',
    words: 'Wat mist er?',
    wordsHint: 'Alleen bij nee. Dit leest het initiatief.',
    send: 'Verstuur het antwoord',
  },
  refusals: {
    missing: { what: 'Deze vraag is er niet.', next: 'Ga terug naar Wie begint er?' },
    kvk: { what: 'Dit is geen KvK-nummer.', next: 'Schrijf acht cijfers. Ze staan op het uittreksel.' },
    confirmed: { what: 'Jullie zijn al bevestigd.', next: 'Ga verder met het startpad.' },
    waits: { what: 'Je vraag ligt al bij het netwerk.', next: 'Wacht op het antwoord.' },
    why: { what: 'Er staat niet wat er mist.', next: 'Schrijf één zin, zodat zij weten wat ze moeten doen.' },
    answered: { what: 'Een collega antwoordde al.', next: 'Ververs de pagina.' },
  },
}
