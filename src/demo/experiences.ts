import { addMonths, type Instant } from '#kit/day.ts'
import { docx } from '#kit/docx.ts'
import { addAttachment, answerAsked, askToKeep, keptByMe, publishItem, seenOf, writeItem } from '#rooms/network'
import type { House } from './founding.ts'
import { daysAgo, itIs, type Player, play, type Stage } from './stage.ts'

type Told = {
  readonly by: Player
  readonly title: string
  readonly intro: string
  readonly body: string
  readonly topics: Parameters<typeof writeItem>[3]['topics']
  readonly audiences: Parameters<typeof writeItem>[3]['audiences']
  /** Whether who told it keeps it, was asked to, or leaves it to the network. */
  readonly keeper: 'keeps' | 'asked' | null
  /** Months after which it is looked at again; none when that day is over. */
  readonly again: number | null
  /** What they use themselves, to take along. */
  readonly paper?: { readonly title: string; readonly items: readonly string[] }
}

/** Experiences that the invented cooperatives and towns tell: written and published by two of the network, some kept by who told them. */
export async function playExperiences(
  stage: Stage,
  { bloesem, kade }: { readonly bloesem: House; readonly kade: House },
  { writer, reader }: { readonly writer: Player; readonly reader: Player },
): Promise<void> {
  for (const told of toldBy(bloesem, kade)) {
    itIs(stage, daysAgo(stage, 30), 10)
    const written = await play(stage, writer, 'knowledge.write', async (tx, permit) => {
      const { id } = await writeItem(tx, permit, null, textOf(told, stage))
      return { id, seen: seenOf(told.paper ? [{ id: await addAttachment(tx, permit, id, paperOf(told.paper, permit.now)) }] : []) }
    })
    const { slug } = await play(stage, reader, 'knowledge.decide', (tx, permit) =>
      publishItem(tx, permit, written.id, told.again === null ? daysAgo(stage, 4) : addMonths(stage.today, told.again), written.seen),
    )
    const { keeper } = told
    if (!keeper) continue
    await play(stage, writer, 'knowledge.offer', (tx, permit) => askToKeep(tx, permit, slug, told.by.organisation, told.by.role as 'board'))
    if (keeper === 'keeps') {
      await play(stage, told.by, 'knowledge.own', async (tx, permit) => {
        const { offers } = await keptByMe(tx, permit)
        for (const offer of offers.filter((each) => each.slug === slug)) await answerAsked(tx, permit, offer.id, true)
      })
    }
  }
  itIs(stage, stage.today, 8)
}

function paperOf({ title, items }: NonNullable<Told['paper']>, madeAt: Instant) {
  const bytes = docx({ title, author: 'Opbloei', language: 'nl-NL', blocks: [{ kind: 'list', items }], madeAt })
  return { name: `${title}.docx`, bytes }
}

function textOf(told: Told, stage: Stage) {
  const { title, intro, body, topics, audiences } = told
  const source = `Verteld aan het netwerk in ${stage.today.slice(0, 4)} (verzonnen)`
  return { kind: 'experience' as const, title, intro, body, topics, audiences, source, doubt: null }
}

function toldBy(bloesem: House, kade: House): readonly Told[] {
  return [
    {
      by: bloesem.coach,
      title: 'Ons eerste gesprek ging buiten, op een bankje',
      intro: 'Binnen zaten mensen op het puntje van hun stoel. Buiten begonnen zij te vertellen.',
      body: 'Wij drinken nu eerst koffie in de tuin. Papieren komen pas de tweede keer op tafel.\n\nWat hielp: niets opschrijven tijdens het gesprek. Daarna schrijven we samen drie zinnen op.',
      topics: ['coaching', 'joining'],
      audiences: ['coach'],
      keeper: 'keeps',
      paper: {
        title: 'Vijf vragen voor het eerste gesprek',
        items: ['Wat doe je graag?', 'Wie weet daar al van?', 'Wat maakt je moe?', 'Wie mag meepraten?', 'Wanneer zien we elkaar weer?'],
      },
      again: null,
    },
    {
      by: bloesem.treasurer,
      title: 'Van een schrift naar één lijst',
      intro: 'Het eerste jaar schreven wij alles op papier. In december klopte niets meer.',
      body: 'Wij misten veertien bonnen en twee facturen. Het kostte drie weekenden.\n\n- Begin meteen met één lijst.\n- Sluit elke maand af, ook als er weinig is.\n- Laat iemand meekijken die niet zelf boekt.',
      topics: ['invoices'],
      audiences: ['treasurer', 'board'],
      keeper: 'keeps',
      again: 9,
    },
    {
      by: bloesem.board,
      title: 'Een bank vinden duurde vijf maanden',
      intro: 'Drie banken zeiden nee. De vierde vroeg wie de eigenaar van de potten is.',
      body: 'Een brief van de gemeente hielp. Daarin stond wat een sociale coöperatie is, en dat leden het geld niet zelf opnemen.\n\nVraag die brief voordat je naar de notaris gaat.',
      topics: ['starting', 'cooperative'],
      audiences: ['board', 'prospect'],
      keeper: 'asked',
      again: 12,
    },
    {
      by: kade.board,
      title: 'Wij stemmen met briefjes',
      intro: 'Bij handen opsteken keek iedereen naar de voorzitter. Met briefjes durven mensen nee te zeggen.',
      body: 'Het kost vijf minuten langer. Twee leden tellen.\n\nSinds we dit doen, is één voorstel afgewezen. Dat was goed: het was nog niet klaar.',
      topics: ['cooperative'],
      audiences: ['board', 'member'],
      keeper: 'keeps',
      again: 12,
    },
    {
      by: kade.coach,
      title: 'Taal leer je aan de werkbank',
      intro: 'Twee leden leerden meer woorden bij het schuren dan in de les.',
      body: 'Wij hangen bij elke machine drie woorden op. Elke week komen er drie bij.\n\nEen taalmaatje werkt op dinsdag gewoon mee. De uren schrijven we op, voor de inburgering.',
      topics: ['newcomers', 'coaching'],
      audiences: ['coach', 'caseManager'],
      keeper: null,
      again: 12,
    },
    {
      by: bloesem.town.adviser,
      title: 'Onze eerste besluiten hadden geen einddatum',
      intro: 'Dat leek vriendelijk. Na een jaar wist niemand meer wat er gold.',
      body: 'Nu geven we toestemming voor twaalf maanden. Drie maanden voor het einde krijgt iedereen bericht.\n\nVerlengen is daarna een half uur werk.',
      topics: ['consent', 'municipality'],
      audiences: ['policyAdviser', 'caseManager'],
      keeper: 'keeps',
      again: 6,
    },
    {
      by: kade.town.adviser,
      title: 'Begin met vijf leden en één klantmanager',
      intro: 'Wij wilden meteen twintig plekken. De raad vond het te groot.',
      body: 'Met vijf leden kon één klantmanager alles zelf volgen. Na een half jaar keken we terug.\n\nPas daarna vroegen we geld voor meer plekken.',
      topics: ['municipality', 'starting'],
      audiences: ['policyAdviser'],
      keeper: null,
      again: 12,
    },
    {
      by: bloesem.town.caseManager,
      title: 'Ik ging één middag op bezoek',
      intro: 'Op papier zag ik bedragen. Aan tafel zag ik wat iemand kan.',
      body: 'Ik keek niet in de boeken. Ik vroeg wat er nodig was om het vol te houden.\n\nDaarna waren de opgaven makkelijker te lezen. Ik raad het elke collega aan.',
      topics: ['municipality', 'results'],
      audiences: ['caseManager'],
      keeper: null,
      again: 12,
    },
  ]
}
