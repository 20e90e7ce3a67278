import type { StartPath, StartStep } from './starting.rules.ts'

/** The steps from an idea to the first invoice, for people who begin and for a municipality. */
const step = (key: string, title: string, why: string, who: string, long: string, example: string, more: Partial<StartStep> = {}): StartStep => ({
  ...{ key, title, why, who, long, example, papers: [], href: null, proof: null, learned: null },
  ...more,
})

export const initiators: StartPath = {
  code: 'initiatief',
  phases: [
    {
      title: 'Zoek elkaar op',
      steps: [
        step(
          'mensen',
          'Vind mensen die mee willen doen',
          'Een coöperatie is van haar leden. Zonder leden is er niets om af te spreken.',
          'Jullie zelf',
          'een paar weken',
          'Drink koffie met vijf mensen in het buurthuis. Vraag wat zij kunnen en durven.',
          {
            learned: 'De Vrije Stroom in Zutphen begon met zes mensen die vastzaten tussen regels (bron: devrijestroomzutphen.nl).',
          },
        ),
        step(
          'begeleider',
          'Vind iemand die begeleidt',
          'Leden moeten op iemand kunnen bouwen, ook als het tegenzit.',
          'Jullie, een welzijnsorganisatie of de gemeente',
          'een maand',
          'Een buurtwerker doet het vier uur per week.',
        ),
        step(
          'penningmeester',
          'Vind een penningmeester',
          'De coöperatie stuurt de facturen en bewaart het geld. Dat moet kloppen.',
          'Jullie',
          'een maand',
          'Een gepensioneerde boekhouder wil één avond per maand.',
          {
            learned: 'In Apeldoorn doet één lid de boeken voor allemaal (bron: destentor.nl).',
          },
        ),
      ],
    },
    {
      title: 'Praat met de gemeente',
      steps: [
        step(
          'gesprek',
          'Vraag een gesprek aan',
          'De gemeente geeft toestemming per persoon. Zonder haar kan iemand met een uitkering niet meedoen.',
          'Twee van jullie en een beleidsadviseur',
          'een tot drie maanden',
          'Neem de rekenhulp mee: wat het kost en wat het oplevert.',
          {
            href: '/voor-gemeenten/rekenhulp',
            learned: 'In Den Haag deed de gemeente het later liever zelf (bron: descheveningschecourant.nl). Leg afspraken vast voor meer jaren.',
          },
        ),
        step(
          'overeenkomst',
          'Maak een afspraak met de gemeente',
          'Hierin staan de grenzen voor de verdeling, wat de gemeente ziet, en wat er bij vertrek gebeurt.',
          'Bestuur en gemeente',
          'twee maanden',
          'Eerst de grenzen in Opbloei, daarna het stuk om te tekenen.',
          { papers: ['samenwerkingsovereenkomst'], href: '/afspraken' },
        ),
        step(
          'toestemming',
          'Bereid de eerste toestemming voor',
          'Wie begint zonder besluit op schrift, kan geld moeten terugbetalen.',
          'Begeleider en aspirant-lid',
          'meestal acht weken wachten',
          'Begin met één persoon van wie het plan klaar is.',
          {
            papers: ['toestemming', 'plan-van-aanpak'],
            learned: 'In Zoetermeer gaat het in deze volgorde: eerst de gemeente, dan de leden, dan beginnen (bron: zoetekruimels.nl).',
          },
        ),
      ],
    },
    {
      title: 'Maak het echt',
      steps: [
        step(
          'vragen',
          'Beantwoord de vragen voor de stukken',
          'Eén lijst vult alle stukken. Wat je kiest, staat er met de gevolgen bij.',
          'Jullie samen',
          'twee avonden',
          'Doe één onderwerp per avond. Alles wordt bewaard.',
          { href: '/stukken' },
        ),
        step(
          'notaris',
          'Ga naar de notaris',
          'Een coöperatie ontstaat door een akte (BW 2:53 en 2:54).',
          'Bestuur en notaris',
          'drie tot zes weken',
          'Neem het concept mee als Word-bestand. Vraag vooraf wat het kost.',
          { papers: ['statuten'] },
        ),
        step(
          'kvk',
          'Schrijf je in en open een rekening',
          'Leden werken onder het nummer van de coöperatie. Klanten betalen op haar rekening.',
          'Bestuur',
          'twee tot zes weken',
          'De notaris kan de inschrijving meteen doen.',
        ),
        step(
          'reglement',
          'Stel het huishoudelijk reglement vast',
          'Hierin staat hoe jullie het elke week doen.',
          'De eerste leden',
          'één avond',
          'Lees het hardop en schrap wat niet past.',
          { papers: ['huisregels', 'privacyverklaring', 'verwerkingsregister'] },
        ),
      ],
    },
    {
      title: 'Klaar voor het eerste lid',
      steps: [
        step(
          'bevestiging',
          'Laat jullie bevestigen',
          'Klanten, leden en de gemeente moeten kunnen vertrouwen dat jullie er echt zijn.',
          'Bestuur en netwerk',
          'een week',
          'Het netwerk zoekt jullie op in het handelsregister en belt even.',
          { proof: 'confirmed' },
        ),
        step(
          'ingericht',
          'Vul de gegevens van de coöperatie in',
          'Deze gegevens staan op elke factuur.',
          'Bestuur',
          'een kwartier',
          'Naam zoals in de akte, KvK-nummer en adres.',
          { href: '/organisatie', proof: 'registered' },
        ),
        step(
          'verdeling',
          'Schrijf de ledenovereenkomst',
          'Zij zegt hoe elke euro wordt verdeeld.',
          'Bestuur',
          'een avond',
          'Begin met een voorbeeld en reken het na met een bedacht jaar.',
          { href: '/afspraken', proof: 'agreement', papers: ['ledenovereenkomst', 'proefovereenkomst'] },
        ),
        step(
          'uitnodigen',
          'Nodig begeleider en penningmeester uit',
          'Iedereen heeft een eigen inlog en ziet alleen wat bij de rol hoort.',
          'Beheerder',
          'vijf minuten',
          'Zij krijgen een mail en kunnen meteen inloggen.',
          { href: '/medewerkers', proof: 'people' },
        ),
      ],
    },
  ],
}

export const municipal: StartPath = {
  code: 'gemeente',
  phases: [
    {
      title: 'Leer het kennen',
      steps: [
        step(
          'lezen',
          'Lees wat een sociale coöperatie is',
          'Het past niet in een bestaand vakje. Dan helpt het om het eerst zelf te snappen.',
          'Beleidsadviseur',
          'een uur',
          'Lees Voor gemeenten en vraag een presentatie aan.',
          { href: '/voor-gemeenten' },
        ),
        step(
          'rekenen',
          'Reken uit wat het kost en oplevert',
          'De raad vraagt ernaar. Een bandbreedte is eerlijker dan één getal.',
          'Beleidsadviseur',
          'een half uur',
          'Vul eigen cijfers in en bewaar het papier.',
          {
            href: '/voor-gemeenten/rekenhulp',
            learned: 'In Delft stroomde een kwart uit, van ongeveer twintig mensen die vanuit een sociale coöperatie zijn gaan ondernemen (bron: lansco.nl).',
          },
        ),
      ],
    },
    {
      title: 'Besluit hoe',
      steps: [
        step(
          'grond',
          'Kies de grond voor toestemming',
          'Toestemming is een besluit per persoon. De grond bepaalt welke voorwaarden kunnen.',
          'Beleidsadviseur en jurist',
          'een maand',
          'Een voorziening naar werk, vastgelegd in het plan van aanpak (Participatiewet 7, 9 en 44a).',
          { href: '/eigen-regels', papers: ['gemeente-privacy', 'gemeente-verwerkingen'] },
        ),
        step(
          'voorwaarden',
          'Maak een lijst van voorwaarden',
          'Klantmanagers beslissen dan op dezelfde manier.',
          'Beleidsadviseur en klantmanagers',
          'twee weken',
          'Begin met vijf voorwaarden die je echt gaat bekijken.',
          { href: '/voorwaarden', papers: ['gemeente-toestemming', 'gemeente-proef'] },
        ),
        step(
          'afspraak',
          'Maak een afspraak met de coöperatie',
          'Grenzen, opgaven en vertrek staan op één plek.',
          'Beleidsadviseur en bestuur',
          'twee maanden',
          'Lees samen het model en vul de grenzen in.',
          { href: '/afspraken', papers: ['gemeente-samenwerking', 'gemeente-inkopen'] },
        ),
      ],
    },
    {
      title: 'Begin klein',
      steps: [
        step(
          'klantmanagers',
          'Nodig klantmanagers uit',
          'Zij beslissen en stellen vragen. Dat moet in hun week passen.',
          'Beleidsadviseur',
          'vijf minuten',
          'Begin met twee mensen die elkaar kunnen vervangen.',
          { href: '/medewerkers', proof: 'people' },
        ),
        step(
          'eerste',
          'Behandel de eerste aanvraag',
          'Van de eerste leer je het meest.',
          'Klantmanager',
          'hoogstens acht weken',
          'Bespreek daarna samen wat onduidelijk was (Awb 4:13).',
        ),
      ],
    },
  ],
}
