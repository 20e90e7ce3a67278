import { newId } from '#kit/ids.ts'
import { keepWorkPhoto } from '#rooms/members'
import { askAbout, countDownload, decideText, keepListing, proposeOffering, shownOfferings, showOffering, writeText } from '#rooms/network'
import type { House } from './founding.ts'
import { workPicture } from './pictures.ts'
import { bySystem, type Player, play, type Stage } from './stage.ts'

/** What visitors read: both cooperatives keep their entry, one story of an invented member is on the site, and another text waits for a colleague. */
export async function playPublicFace(
  stage: Stage,
  { bloesem, kade }: { readonly bloesem: House; readonly kade: House },
  { writer, reader }: { readonly writer: Player; readonly reader: Player },
): Promise<void> {
  const reached = { phone: null, website: null, shown: true } as const
  await play(stage, bloesem.board, 'listing.keep', (tx, permit) =>
    keepListing(tx, permit, {
      ...reached,
      progress: 'active',
      place: 'Wilgendam',
      town: 'Wilgendam',
      crafts: ['textile', 'food', 'garden', 'repair', 'music', 'design'],
      about: 'Wij naaien, koken, tuinieren en repareren. Samen zijn we met negen mensen.',
      email: 'post@debloesem.example',
    }),
  )
  await play(stage, kade.board, 'listing.keep', (tx, permit) =>
    keepListing(tx, permit, {
      ...reached,
      progress: 'starting',
      place: 'Lindehaven',
      town: 'Lindehaven',
      crafts: ['making', 'training'],
      about: 'Een werkplaats aan het water. We zijn dit jaar begonnen.',
      email: 'post@dekade.example',
    }),
  )
  for (const { photo: seen, picture, ...facts } of WORK) {
    const member = bloesem.members.find(({ character }) => character.tradeName === facts.tradeName)
    if (!member) continue
    await play(stage, member, 'offering.keep', async (tx, permit) => {
      const photo = seen ? await keepWorkPhoto(tx, permit, workPicture(picture), { seen, words: null, madeOn: permit.today }) : null
      await showOffering(tx, permit, { ...facts, town: 'Wilgendam' }, true, photo)
    })
  }
  await play(stage, bloesem.coach, 'offering.help', async (tx, permit) => {
    const lunch = (await shownOfferings(tx)).find(({ tradeName }) => tradeName === 'Petra kookt')
    if (lunch) await proposeOffering(tx, permit, lunch.id, { ...lunch, about: `${lunch.about} Ik breng het bij u langs.` })
  })
  await bySystem(stage, bloesem.id, 'offering.ask', async (tx, permit) => {
    const first = (await shownOfferings(tx)).find(({ cooperative }) => cooperative === bloesem.id)
    const asked = {
      name: 'Buurthuis De Brug (verzonnen)',
      email: 'buurthuis@voorbeeld.example',
      words: 'Kunt u ons een prijs noemen? We hebben het over zes weken nodig.',
    }
    if (first) await askAbout(tx, permit, first.id, newId(), asked)
  })
  for (const flyer of ['voor-gemeenten', 'voor-gemeenten', 'voor-leden', 'voor-gemeenten', 'voor-klanten', 'voor-leden'] as const)
    await bySystem(stage, writer.organisation, 'flyer.count', (tx, permit) => countDownload(tx, permit, flyer))
  const story = { page: 'verhalen', language: 'nl' } as const
  const version = await play(stage, writer, 'publicText.write', (tx, permit) => writeText(tx, permit, story, STORY))
  await play(stage, reader, 'publicText.decide', (tx, permit) => decideText(tx, permit, version, null))
  await play(stage, writer, 'publicText.write', (tx, permit) => writeText(tx, permit, { page: 'voor-klanten', language: 'nl' }, WAITS))
}

const WORK = [
  {
    kind: 'product',
    title: 'Gordijnen op maat',
    about: 'Van uw eigen stof, of samen uitgezocht. Ik kom bij u meten.',
    craft: 'textile',
    tradeName: 'Atelier Samira',
    photo: 'Blauwe gordijnen in plooien, links en rechts van een raam (getekend).',
    picture: 'curtains',
  },
  {
    kind: 'service',
    title: 'Lunch voor een vergadering',
    about: 'Voor tien tot veertig mensen. Vegetarisch kan altijd.',
    craft: 'food',
    tradeName: 'Petra kookt',
    photo: 'Vier kommen tomatensoep op een gedekte tafel (getekend).',
    picture: 'soup',
  },
  {
    kind: 'service',
    title: 'Tuin winterklaar maken',
    about: 'Snoeien, blad ruimen en de heg knippen.',
    craft: 'garden',
    tradeName: 'Groen bij huis',
    photo: 'Een geknipte heg achter een gazon met banen (getekend).',
    picture: 'garden',
  },
  {
    kind: 'product',
    title: 'Kaarten met een tekening',
    about: 'Per tien, met uw eigen tekst. Ik teken ook uw huis of hond.',
    craft: 'design',
    tradeName: 'Nadia tekent',
    photo: 'Drie kaarten met elk een getekend huis (getekend).',
    picture: 'cards',
  },
] as const

const STORY = {
  title: 'Verhalen',
  intro: 'Een verhaal uit de oefenwereld. De naam en de plaats zijn verzonnen.',
  body: [
    '## Samira naait gordijnen (verzonnen)',
    'Samira woont in Wilgendam. Ze kon al naaien toen ze kind was.',
    '> Eerst zat ik alleen thuis. Nu vragen mensen wanneer mijn gordijnen klaar zijn.',
    'Wil je weten hoe het werkt? Lees [Wat is een sociale coöperatie?](/wat-is-het).',
  ].join('\n\n'),
}

const WAITS = {
  title: 'Voor klanten',
  intro: 'U koopt van iemand die vakwerk levert. De coöperatie stuurt u een gewone rekening.',
  body: ['## Zo gaat het', '1. U spreekt iets af met de maker.\n2. De maker doet het werk.\n3. De coöperatie stuurt de rekening.'].join('\n\n'),
}
