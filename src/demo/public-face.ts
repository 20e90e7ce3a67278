import { decideText, keepListing, writeText } from '#rooms/network'
import type { House } from './founding.ts'
import { type Player, play, type Stage } from './stage.ts'

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
  const story = { page: 'verhalen', language: 'nl' } as const
  const version = await play(stage, writer, 'publicText.write', (tx, permit) => writeText(tx, permit, story, STORY))
  await play(stage, reader, 'publicText.decide', (tx, permit) => decideText(tx, permit, version, null))
  await play(stage, writer, 'publicText.write', (tx, permit) => writeText(tx, permit, { page: 'voor-klanten', language: 'nl' }, WAITS))
}

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
