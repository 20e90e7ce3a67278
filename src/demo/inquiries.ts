import { newId } from '#kit/ids.ts'
import { answer, ask, closeInquiry, evaluate, handOn, keepTemplate, planPresentation, writeOn } from '#rooms/network'
import { bySystem, daysAgo, itIs, type Player, play, type Stage } from './stage.ts'

const NOTHING = { organisation: null, brought: null, wished: [], form: null, spoken: null, region: null } as const

/** What invented people ask the network: one of each standing, and two answers that are kept ready. */
export async function playInquiries(stage: Stage, { hilde, joris }: { readonly hilde: Player; readonly joris: Player }): Promise<void> {
  const home = stage.world.baseUrl ?? ''
  const asked = async (days: number, facts: Pick<Parameters<typeof ask>[3], 'kind' | 'name' | 'words'> & Partial<Parameters<typeof ask>[3]>) => {
    itIs(stage, daysAgo(stage, days), 10)
    const id = newId()
    const email = `${facts.name.toLowerCase().replaceAll(' ', '.')}@voorbeeld.example`
    await bySystem(stage, hilde.organisation, 'inquiry.ask', (tx, permit) => ask(tx, permit, id, { ...NOTHING, email, ...facts }, tokenOf(id), home))
    return id
  }
  const answered = (id: string, words: string) => play(stage, hilde, 'inquiry.handle', (tx, permit) => answer(tx, permit, id, words, home))
  const planned = (id: string, giver: Player, days: number) =>
    play(stage, giver, 'inquiry.handle', (tx, permit) =>
      planPresentation(tx, permit, id, { on: daysAgo(stage, days), starts: '14:00', minutes: 60, place: 'Stadhuis, zaal 2', giver: giver.name }, home),
    )

  const given = await asked(20, {
    kind: 'presentation',
    name: 'Femke Zandstra',
    organisation: 'Gemeente Elzenmeer (verzonnen)',
    words: 'Wil iemand onze raad vertellen hoe een coöperatie werkt?',
    form: 'onSite',
    region: 'Elzenmeer',
    wished: [daysAgo(stage, 3)],
  })
  const judged = await asked(19, { kind: 'presentation', name: 'Wim Berkhout', words: 'Kan iemand langskomen in ons buurthuis?', form: 'either' })
  const closed = await asked(18, { kind: 'documents', name: 'Noor Verbeek', words: 'Hebben jullie een voorbeeld van een ledenovereenkomst?' })
  itIs(stage, daysAgo(stage, 12), 11)
  for (const id of [given, judged]) await planned(id, joris, 3)
  await answered(closed, 'Ja. Het voorbeeld staat bij Starten. Laat een notaris of jurist meekijken.')
  await play(stage, hilde, 'inquiry.handle', (tx, permit) => closeInquiry(tx, permit, closed, home))
  itIs(stage, daysAgo(stage, 2), 11)
  await play(stage, joris, 'inquiry.handle', (tx, permit) => closeInquiry(tx, permit, judged, home))
  await bySystem(stage, hilde.organisation, 'inquiry.ask', (tx, permit) =>
    evaluate(tx, permit, tokenOf(judged), { clear: 5, useful: 4, words: 'Iets meer tijd voor vragen.' }),
  )

  await asked(9, { kind: 'help', name: 'Karim Daoudi', words: 'Onze penningmeester stopt. Wie helpt ons?' })
  const again = await asked(8, { kind: 'contact', name: 'Ellen Post', words: 'Mag ik ook als ik een Wajong-uitkering heb?' })
  const taken = await asked(4, { kind: 'introduction', name: 'Sjoerd Blok', words: 'Wij zoeken een gemeente die al een coöperatie heeft.' })
  const coming = await asked(3, { kind: 'presentation', name: 'Lotte Veen', words: 'Graag een verhaal voor onze klantmanagers.', form: 'online' })
  const done = await asked(2, { kind: 'contact', name: 'Piet Wagenaar', words: 'Is er een coöperatie bij mij in de buurt?' })
  await asked(1, { kind: 'contact', name: 'Aisha Bakkali', words: 'Hoe lang duurt het voor ik kan beginnen?' })

  itIs(stage, stage.today, 8)
  await play(stage, joris, 'inquiry.handle', (tx, permit) => handOn(tx, permit, taken, null))
  await planned(coming, hilde, -12)
  await answered(done, 'Kijk op de kaart bij Coöperaties. Daar staat ook wie je kunt bellen.')
  await answered(again, 'Dat hangt af van UWV. Vraag het daar eerst na.')
  await bySystem(stage, hilde.organisation, 'inquiry.ask', (tx, permit) =>
    writeOn(tx, permit, tokenOf(again), newId(), 'UWV zegt dat het mag. Wat is de volgende stap?'),
  )
  for (const template of TEMPLATES) await play(stage, hilde, 'inquiry.template', (tx, permit) => keepTemplate(tx, permit, template))
}

// Only the mail of the invented world holds these addresses.
function tokenOf(id: string): string {
  return id.replaceAll('-', '')
}

const TEMPLATES = [
  {
    title: 'Zo begin je',
    words: 'Dank je voor je vraag.\n\nKijk eerst bij Starten. Daar staan de stappen met voorbeelden. Loop je vast? Schrijf ons dan weer.',
  },
  {
    title: 'Een presentatie plannen',
    words: 'Dank je voor je vraag.\n\nWe plannen de presentatie op een van de dagen die je noemde. Je krijgt bericht als de dag vaststaat.',
  },
]
