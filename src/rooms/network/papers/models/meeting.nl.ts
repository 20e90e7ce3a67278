import { type Model, provision as p } from '../papers.rules.ts'

/** A resolution of the board. */
export const boardResolution: Model = {
  code: 'bestuursbesluit',
  title: 'Besluit van het bestuur',
  about: 'Een besluit op papier, zodat later duidelijk is wat er is besloten en door wie.',
  check: 'Geen notaris nodig, behalve voor besluiten over statuten, fusie of stoppen. Zet het besluit ook in het register van besluiten.',
  versions: [],
  provisions: [
    p(
      'besluit',
      'Het besluit',
      'Het bestuur van {volledigeNaam} besluit op {dag} over: {onderwerp}.\n{besluit}',
      'Een besluit zegt wat, wanneer en door wie.',
      'BW 2:44',
      { toCheck: true },
    ),
    p(
      'belang',
      'Eigen belang',
      'Een bestuurder die een eigen belang heeft, praat en stemt niet mee.',
      'De wet wil niet dat iemand over zichzelf beslist.',
      'BW 2:44 lid 6',
      { toCheck: true, blanks: ['Wie niet meestemde, en waarom'] },
    ),
    p(
      'leden',
      'Boven de grens',
      'Gaat het om meer dan € {grens}, dan geldt het besluit pas na toestemming van de ledenvergadering.',
      'Zo staat het in de statuten.',
      null,
    ),
    p('tekenen', 'Tekenen', 'Wie tekent: {tekenen}.', 'Wie mag tekenen, staat in de statuten.', 'BW 2:45', {
      toCheck: true,
      blanks: ['Naam en dag', 'Naam en dag, als er twee tekenen'],
    }),
  ],
}

/** The invitation to the meeting of members. */
export const meetingInvitation: Model = {
  code: 'oproep',
  title: 'Uitnodiging voor de ledenvergadering',
  about: 'De uitnodiging met de punten, voor alle leden.',
  check: 'Geen notaris nodig. Let op de termijn: te laat uitgenodigd kan een besluit aantastbaar maken.',
  versions: [],
  provisions: [
    p(
      'uitnodiging',
      'Je bent uitgenodigd',
      'Het bestuur van {volledigeNaam} nodigt alle leden uit op {dag}. Plek: {plek}\nDeze uitnodiging gaat ten minste {oproep} dagen van tevoren weg.',
      'Elk lid moet zich kunnen voorbereiden.',
      'BW 2:41',
      { toCheck: true },
    ),
    p(
      'punten',
      'Waarover we praten',
      '- Opening en wie er is\n- Het verslag van de vorige keer\n- Hoe het gaat met ieders werk\n- {onderwerp}\n- Rondvraag',
      'Over een punt dat hier niet staat, kan niet worden besloten, tenzij iedereen er is en instemt.',
      'BW 2:41',
      { toCheck: true },
    ),
    p('voorstel', 'Het voorstel', '{besluit}', 'Dan kan ieder lid het rustig lezen.', null),
    p('volmacht', 'Kun je niet komen?', 'Geef een ander lid een volmacht. Gebruik het briefje hieronder.', 'Je stem telt dan toch.', 'BW 2:38', {
      when: { volmacht: 'ja' },
      toCheck: true,
      blanks: ['Ik geef volmacht aan', 'Mijn naam en handtekening'],
    }),
    p(
      'helft',
      'Er moeten genoeg leden zijn',
      'Is minder dan de helft er, dan komt er binnen vier weken een tweede vergadering, die wel mag beslissen.',
      'Zo staat het in de statuten.',
      'BW 2:38',
      { when: { quorum: 'helft' }, toCheck: true },
    ),
  ],
}

/** The minutes of the meeting of members. */
export const meetingMinutes: Model = {
  code: 'verslag',
  title: 'Verslag van de ledenvergadering',
  about: 'Het verslag met de besluiten. Zet besluiten daarna in het register in Opbloei.',
  check: 'Geen notaris nodig, behalve als de statuten veranderen: dan maakt de notaris een akte.',
  versions: [],
  provisions: [
    p(
      'wie',
      'Wie er waren',
      'Ledenvergadering van {volledigeNaam} op {dag}. Plek: {plek}',
      'Later moet te zien zijn of de vergadering mocht beslissen.',
      'BW 2:38',
      { toCheck: true, blanks: ['Aanwezig', 'Afgemeld', 'Volmachten'] },
    ),
    p('helft', 'Genoeg leden', 'Ten minste de helft van de leden moet er zijn.', 'Zo staat het in de statuten.', 'BW 2:38', {
      when: { quorum: 'helft' },
      toCheck: true,
      blanks: ['Aantal leden, en hoeveel er waren'],
    }),
    p('besluit', 'Wat is besloten', 'Over: {onderwerp}. Voorstel: {besluit}', 'Schrijf de precieze tekst op, en de stemmen.', 'BW 2:40', {
      toCheck: true,
      blanks: ['Voor, tegen, onthouden', 'Aangenomen of niet'],
    }),
    p(
      'jaarrekening',
      'Als de jaarrekening erbij was',
      'De ledenvergadering stelt de jaarrekening vast, uiterlijk een maand nadat het bestuur haar had moeten maken.',
      'Het bestuur heeft zes maanden, met hoogstens vier erbij door een besluit van de leden.',
      'BW 2:58',
    ),
    p('vast', 'Vastgesteld', 'Dit verslag is vastgesteld in de volgende vergadering.', 'Dan kan ieder lid nog verbeteren wat niet klopt.', null, {
      blanks: ['Voorzitter, naam en dag', 'Secretaris, naam en dag'],
    }),
  ],
}
