/** What a municipality is asked for its own papers; the keys begin otherwise than those of a cooperative, for an answer belongs to one of both. */
export const TOWN_PARTS = ['stad', 'samen', 'besluiten', 'inkoop', 'gegevens'] as const
export type TownPart = (typeof TOWN_PARTS)[number]

export const townParts: Readonly<Record<TownPart, { readonly title: string; readonly about: string }>> = {
  stad: { title: 'De gemeente', about: 'Wie er namens de gemeente tekent, en waar mensen terechtkunnen.' },
  samen: { title: 'Samenwerken', about: 'Wat jullie met de coöperatie afspreken.' },
  besluiten: { title: 'Toestemming', about: 'Hoe een inwoner toestemming vraagt, en hoe jullie besluiten.' },
  inkoop: { title: 'Inkopen', about: 'Of de gemeente zelf bij de coöperatie koopt.' },
  gegevens: { title: 'Gegevens van mensen', about: 'Hoe jullie omgaan met gegevens van inwoners die meedoen.' },
}

export const townQuestions = {
  gemeenteNaam: { part: 'stad', kind: 'text', label: 'Hoe heet de gemeente?', hint: 'Zonder het woord gemeente ervoor.' },
  afdeling: { part: 'stad', kind: 'text', label: 'Welke afdeling gaat hierover?', hint: 'Bijvoorbeeld Werk en Inkomen.' },
  tekenaar: {
    part: 'stad',
    kind: 'choice',
    label: 'Wie tekent de afspraak met de coöperatie?',
    options: [
      {
        value: 'burgemeester',
        label: 'De burgemeester',
        says: 'de burgemeester',
        means: 'De burgemeester vertegenwoordigt de gemeente, na een besluit van het college.',
      },
      {
        value: 'gemachtigde',
        label: 'Iemand met een volmacht',
        says: 'degene die daarvoor een volmacht van de burgemeester heeft',
        means: 'Sneller. Leg de volmacht bij het stuk.',
      },
    ],
  },
  socoNaam: { part: 'samen', kind: 'text', label: 'Met welke coöperatie werken jullie samen?', hint: 'De naam uit de statuten, met U.A., B.A. of W.A.' },
  werkSoort: { part: 'samen', kind: 'prose', label: 'Welk werk doen de leden?', hint: 'Bijvoorbeeld: naaien, tuinen onderhouden en koken voor de buurt.' },
  jaren: { part: 'samen', kind: 'number', least: 1, most: 10, label: 'Voor hoeveel jaar spreken jullie dit af?' },
  opgaveRitme: {
    part: 'samen',
    kind: 'choice',
    label: 'Hoe vaak krijgen jullie de cijfers van een deelnemer?',
    options: [
      { value: 'maand', label: 'Elke maand', says: 'elke maand', means: 'Past bij een uitkering, die ook per maand loopt.' },
      {
        value: 'kwartaal',
        label: 'Elk kwartaal',
        says: 'elk kwartaal',
        means: 'Minder werk. Verrekenen kan tot zes maanden terug (Participatiewet 58 lid 4).',
      },
    ],
  },
  bijdrageStad: {
    part: 'samen',
    kind: 'choice',
    label: 'Geeft de gemeente geld aan de coöperatie?',
    options: [
      { value: 'nee', label: 'Nee', says: 'nee', means: 'De coöperatie leeft van haar verkoop en haar leden.' },
      {
        value: 'subsidie',
        label: 'Ja, als subsidie',
        says: 'subsidie',
        means: 'Daarvoor geldt de Awb en jullie eigen verordening. De subsidie staat in een apart besluit.',
      },
      { value: 'opdracht', label: 'Ja, als opdracht', says: 'opdracht', means: 'Dan gelden de regels voor inkoop en btw. Vraag jullie inkoper.' },
    ],
  },
  maandenProef: { part: 'besluiten', kind: 'number', least: 1, most: 12, label: 'Hoeveel maanden mag een inwoner op proef meedoen?' },
  maandenBesluit: {
    part: 'besluiten',
    kind: 'number',
    least: 1,
    most: 36,
    label: 'Voor hoeveel maanden geldt een toestemming?',
    hint: 'Een einddatum geeft rust: iedereen weet wanneer je opnieuw kijkt.',
  },
  kostenKeuze: {
    part: 'besluiten',
    kind: 'choice',
    label: 'Welke kosten neemt de gemeente aan?',
    options: [
      {
        value: 'lijst',
        label: 'De kosten op onze lijst',
        says: 'de kosten die op de lijst bij dit besluit staan',
        means: 'Iedere klantmanager besluit gelijk. De lijst houd je bij in Opbloei.',
      },
      {
        value: 'redelijk',
        label: 'Alle kosten die nodig zijn voor het werk',
        says: 'kosten die nodig zijn voor het werk',
        means: 'Ruim. Bij twijfel vraagt de coöperatie het vooraf.',
      },
    ],
  },
  sollicitatie: {
    part: 'besluiten',
    kind: 'choice',
    label: 'Hoeft een deelnemer tijdelijk niet te solliciteren?',
    options: [
      {
        value: 'ontheffing',
        label: 'Nee, wij geven tijdelijk ontheffing',
        says: 'ontheffing',
        means: 'Het kan alleen per persoon, tijdelijk, en om dringende redenen (Participatiewet 9 lid 2).',
      },
      { value: 'blijft', label: 'Ja, de plicht blijft', says: 'blijft', means: 'De inwoner zoekt ook ander werk. Spreek af hoeveel tijd dat vraagt.' },
    ],
  },
  koopt: {
    part: 'inkoop',
    kind: 'choice',
    label: 'Koopt de gemeente zelf bij de coöperatie?',
    options: [
      { value: 'ja', label: 'Ja', says: 'ja', means: 'Voor kleine opdrachten mag dat vaak één op één. Kijk in jullie eigen inkoopbeleid.' },
      { value: 'nee', label: 'Nee', says: 'nee', means: 'De verklaring is dan alleen voor andere opdrachtgevers.' },
    ],
  },
  telling: {
    part: 'inkoop',
    kind: 'choice',
    label: 'Telt een aankoop bij de coöperatie mee voor social return?',
    options: [
      {
        value: 'bedrag',
        label: 'Ja, het hele bedrag zonder btw',
        says: 'het hele bedrag zonder btw',
        means: 'Eenvoudig, en niemand hoeft te weten wie een uitkering heeft.',
      },
      { value: 'deel', label: 'Ja, een deel', says: 'een deel, dat de gemeente per opdracht vaststelt', means: 'Schrijf vooraf op welk deel.' },
      { value: 'nee', label: 'Nee', says: 'nee', means: 'Zeg het vooraf tegen opdrachtnemers.' },
    ],
  },
  gegevensMail: { part: 'gegevens', kind: 'email', label: 'Op welk e-mailadres stelt iemand vragen over zijn gegevens?' },
  fgMail: {
    part: 'gegevens',
    kind: 'email',
    label: 'Op welk e-mailadres is de functionaris gegevensbescherming te bereiken?',
    hint: 'Elke gemeente heeft er een (AVG 37).',
  },
  wieHost: {
    part: 'gegevens',
    kind: 'text',
    label: 'Wie laat Opbloei voor jullie draaien?',
    hint: 'Met deze partij hebben jullie een verwerkersovereenkomst nodig.',
  },
} as const
