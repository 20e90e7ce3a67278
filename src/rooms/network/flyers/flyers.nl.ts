/** Every word on and around the flyers. */
export const nl = {
  title: 'Flyers',
  lead: 'Om uit te delen of neer te leggen. Kies van wie de flyer is, dan staan naam en contact erop.',
  sender: 'Van wie is de flyer?',
  senderHint: 'Kies je niets? Dan staat het netwerk erop.',
  network: 'Het netwerk',
  cooperatives: 'Coöperaties',
  municipalities: 'Gemeenten',
  choose: 'Zet op de flyers',
  from: 'Op de flyers staat nu: {name}.',
  read: 'Lees de flyer',
  files: { a4: 'PDF op A4', a5: 'PDF op A5' },
  counted: 'We tellen hoe vaak een flyer op een dag wordt opgehaald. Over jou bewaren we niets.',
  contact: 'Contact',
  town: 'Plaats',
  email: 'E-mail',
  phone: 'Telefoon',
  website: 'Website',
  more: 'Meer lezen',
  scan: 'Scan de code of ga naar {address}',
  scanAlt: 'Een code om te scannen. Die leidt naar {address}.',
  foot: 'Gemaakt op {day}. Regels kunnen daarna veranderen.',
  crafts: 'Onze leden doen onder meer: {crafts}.',
  figures: {
    offering: 'Er staat nu één ding van onze leden in het aanbod.',
    offerings: 'Er staan nu {count} dingen van onze leden in het aanbod.',
    listed: 'In de landelijke lijst staan {listed} coöperaties. Daarvan draaien er {active}.',
    listedOne: 'In de landelijke lijst staat één coöperatie.',
    told: 'Eind {year} telden ongeveer {cooperatives} coöperaties hun leden mee: samen ongeveer {members}.',
  },
  flyers: {
    'voor-gemeenten': {
      readers: 'Voor gemeenten',
      title: 'Inwoners met een uitkering bouwen een eigen bedrijf op',
      lead: 'Stap voor stap, en u houdt zicht op elke euro.',
      parts: {
        what: {
          title: 'Wat is het?',
          first: 'Een sociale coöperatie is een vereniging met een onderneming. Leden verkopen onder haar naam, met haar boekhouding.',
          second: 'Het lid is geen zelfstandige en krijgt geen loon. Het bouwt een budget op voor bedrijf en ontwikkeling.',
        },
        work: {
          title: 'Wat vraagt het van u?',
          first: 'Eén besluit per inwoner, met voorwaarden en een einddatum.',
          second: 'Eén afspraak met de coöperatie over de verdeling van het geld.',
        },
        honest: {
          title: 'Wat we niet beloven',
          first: 'Niet iedereen gaat uit de uitkering. Meedoen en leren tellen ook.',
          second: 'U besluit over uitkeringen. De coöperatie doet dat niet.',
        },
      },
    },
    'voor-leden': {
      readers: 'Voor wie mee wil doen',
      title: 'Ondernemen met wat jij goed kunt',
      lead: 'Samen met anderen, en met een begeleider die met je meedenkt.',
      parts: {
        what: {
          title: 'Zo werkt het',
          first: 'Jij maakt of doet iets waar je goed in bent.',
          second: 'De coöperatie stuurt de rekening en houdt de boeken bij.',
        },
        work: {
          title: 'Heb je een uitkering?',
          first: 'De gemeente moet eerst toestemming geven. Zonder haar brief begin je niet.',
          second: 'Je uitkering blijft, zolang je je aan de voorwaarden in de brief houdt.',
        },
        honest: {
          title: 'Wat we niet beloven',
          first: 'Je krijgt geen loon. Je bouwt een budget op voor je bedrijf en je ontwikkeling.',
          second: 'Je wordt er niet snel rijk van. Meedoen en leren tellen ook.',
        },
      },
    },
    'voor-klanten': {
      readers: 'Voor klanten',
      title: 'Vakwerk van een maker in de buurt',
      lead: 'U krijgt een gewone rekening van de coöperatie.',
      parts: {
        what: {
          title: 'Zo gaat het',
          first: 'U spreekt met de maker af wat u wilt, en voor welke prijs.',
          second: 'De maker doet het werk. Daarna betaalt u aan de coöperatie.',
        },
        work: {
          title: 'Wie is verantwoordelijk?',
          first: 'De coöperatie is de verkoper en staat voor het werk.',
          second: 'Haar naam, KvK-nummer en btw-nummer staan op de rekening.',
        },
        honest: {
          title: 'Waarom zo?',
          first: 'De maker bouwt stap voor stap een eigen bedrijf op.',
          second: 'Wat u betaalt, helpt daarbij. Een deel is voor de hulp van de coöperatie.',
        },
      },
    },
  },
  taken: {
    title: 'Opgehaalde flyers',
    lead: 'Hoe vaak iemand een flyer als PDF ophaalde.',
    network: 'Netwerk',
    flyer: 'Flyer',
    lately: 'Laatste 30 dagen',
    ever: 'Sinds het begin',
    note: 'We bewaren per flyer en per dag één getal, en niets over wie hem ophaalt. Ook programma’s die de site lezen, tellen mee.',
    see: 'Bekijk de flyers',
  },
  refusals: {
    missing: { what: 'Deze flyer is er niet.', next: 'Kies een van de flyers in de lijst.' },
    sender: { what: 'Deze organisatie staat niet in de lijst.', next: 'Kies bij de flyers een andere, of neem die van het netwerk.' },
  },
}
