import { signedVersions } from '#rooms/agreements'
import { borrowAgreement, type LendingFacts, markModel, prepareLending, publishLending, rewriteArticle, tellLender } from '#rooms/network'
import type { House } from './founding.ts'
import { type Player, play, type Stage } from './stage.ts'

/** Both cooperatives lend their agreement, one to everybody under its name, the other with an article in other words; the network calls that one a model, and the other began a draft with it and told what it learned. */
export async function playLending(stage: Stage, { bloesem, kade }: { readonly bloesem: House; readonly kade: House }, network: Player): Promise<void> {
  const slug = await lend(stage, bloesem.board, BLOESEM)
  await lend(stage, kade.board, KADE, {
    title: 'Een gedeelde werkplaats',
    text: 'Wie als laatste weggaat, doet de machines uit en sluit af. Spreek af waar de sleutel ligt.',
  })
  await play(stage, network, 'lending.mark', (tx, permit) => markModel(tx, permit, slug, MARKED))
  await play(stage, kade.board, 'agreement.draft', (tx, permit) => borrowAgreement(tx, permit, slug))
  await play(stage, kade.board, 'lending.keep', (tx, permit) => tellLender(tx, permit, slug, TOLD))
}

/** Lends the newest agreement, with the one article that the board wrote itself in other words where those are given. */
async function lend(
  stage: Stage,
  board: Player,
  facts: Omit<LendingFacts, 'version' | 'withoutOwn'>,
  words: { readonly title: string; readonly text: string } | null = null,
): Promise<string> {
  return play(stage, board, 'lending.keep', async (tx, permit) => {
    const [version] = await signedVersions(tx, permit)
    const edition = await prepareLending(tx, permit, null, { ...facts, version: version?.id ?? '', withoutOwn: false })
    const own = version?.articles.findIndex(({ kind }) => kind === 'free') ?? -1
    const lent = words && own >= 0 ? await rewriteArticle(tx, permit, edition, own + 1, words) : edition
    const { slug } = await publishLending(tx, permit, lent, true)
    return slug
  })
}

const MARKED = 'De tekst is kort en een lid kan hem narekenen. Er staat ook in wat er gebeurt bij verlies.'

const TOLD = { words: 'De vier delen waren zo uitgelegd. Wij missen een regel voor als twee leden samen iets kopen.', named: true }

const BLOESEM = {
  title: 'Vier delen die iedereen snapt',
  why: 'Samira kan aan een nieuw lid uitleggen hoe het werkt. Dat lukte met onze eerste afspraak niet. De gemeente Wilgendam las mee vanaf het begin.',
  differently: 'Wij zouden meteen opschrijven waar een pot heen gaat als iemand stopt. Daar praatten we nu lang over.',
  crafts: ['textile', 'food', 'garden', 'repair'],
  reach: 'public',
  named: true,
} as const

const KADE = {
  title: 'Klein beginnen met een werkplaats',
  why: 'Wij zijn net begonnen. Een eenvoudige regel houdt de administratie klein.',
  differently: 'Dat weten we nog niet. Vraag het ons over een jaar.',
  crafts: ['making', 'training'],
  reach: 'network',
  named: false,
} as const
