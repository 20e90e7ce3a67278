import type { LessonAudience, LessonStanding } from './lessons.rules.ts'

/** Every word of what organisations learned at a step. */
export const nl = {
  others: {
    title: 'Wat anderen leerden',
    unnamed: { cooperative: 'Een coöperatie die deze stap zette', municipality: 'Een gemeente die deze stap zette' },
    none: 'Nog niemand schreef hier iets. Ben je klaar met deze stap? Dan kun jij de eerste zijn.',
  },
  own: {
    title: 'Wat leerden jullie hier?',
    about: 'Twee of drie zinnen helpen al wie na jullie komt. Het netwerk leest mee voordat anderen het zien.',
    words: 'Wat zou je een ander vertellen?',
    wordsHint: 'Noem geen namen van mensen. Ook wat misging, helpt.',
    audience: 'Wie mag dit lezen?',
    named: 'Mag jullie naam erbij?',
    yes: 'Ja, met naam',
    no: 'Nee, zonder naam',
    send: 'Laat achter',
    back: 'Haal weg',
    reason: 'Het netwerk vraagt: {words}',
  },
  audiences: {
    everybody: 'Coöperaties en gemeenten',
    cooperatives: 'Alleen coöperaties',
    municipalities: 'Alleen gemeenten',
  } satisfies Record<LessonAudience, string>,
  standings: { waits: 'Het netwerk leest nog mee', shown: 'Anderen lezen dit', sentBack: 'Teruggestuurd' } satisfies Record<LessonStanding, string>,
  desk: {
    title: 'Lessen die op jullie wachten',
    about: 'Klopt het, helpt het een ander, en staat er niemand in die dat niet wil?',
    from: '{from}, bij de stap: {step}. Voor: {audience}. {named}',
    answer: 'Mogen anderen dit lezen?',
    yes: 'Ja, laat het zien',
    no: 'Nee, stuur het terug',
    words: 'Wat moet er anders?',
    wordsHint: 'Alleen bij nee. Dit leest wie het schreef.',
    send: 'Bewaar',
  },
  refusals: {
    missing: { what: 'Deze les is er niet.', next: 'Ga terug naar het startpad.' },
    notDone: { what: 'Deze stap is nog niet klaar.', next: 'Zet eerst de stap. Daarna kun je vertellen wat je leerde.' },
    enough: { what: 'Jullie schreven hier al drie dingen.', next: 'Haal er eerst een weg.' },
    why: { what: 'Er staat niet wat er anders moet.', next: 'Schrijf één zin voor wie het schreef.' },
    decided: { what: 'Een collega las dit al.', next: 'Ververs de pagina.' },
  },
}
