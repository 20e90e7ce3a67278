import { addMonths } from '#kit/day.ts'
import {
  type AskedFacts,
  answerQuestion,
  askQuestion,
  giveQuestion,
  hideFromAll,
  publishItem,
  questionToRead,
  thankFor,
  tieToQuestion,
  withdrawQuestion,
  writeItem,
} from '#rooms/network'
import type { House } from './founding.ts'
import { daysAgo, itIs, type Player, play, type Stage } from './stage.ts'

/** What those who take part ask each other: one question of each standing, and an answer that became an item. */
export async function playQuestions(
  stage: Stage,
  { bloesem, kade }: { readonly bloesem: House; readonly kade: House },
  { writer, reader }: { readonly writer: Player; readonly reader: Player },
): Promise<void> {
  const ask = (days: number, who: Player, facts: Pick<AskedFacts, 'title' | 'words' | 'topics'> & Partial<AskedFacts>) => {
    itIs(stage, daysAgo(stage, days), 10)
    return play(stage, who, 'knowledge.ask', (tx, permit) => askQuestion(tx, permit, { shownTo: 'everybody', anyway: false, ...facts }))
  }
  const answer = async (who: Player, question: string, words: string) => {
    await play(stage, who, 'knowledge.answer', (tx, permit) => answerQuestion(tx, permit, question, words, false))
    const { answers } = await play(stage, who, 'knowledge.read', (tx, permit) => questionToRead(tx, permit, question))
    return answers.at(-1)?.id ?? ''
  }
  const thank = (who: Player, question: string, given: string) => play(stage, who, 'knowledge.thank', (tx, permit) => thankFor(tx, permit, question, given))

  const article = await ask(19, kade.treasurer, {
    title: 'Wie telt bij jullie het kasgeld na een markt?',
    words: 'Wij hebben één geldkist en vier kramen. Nu telt wie het laatst weggaat.',
    topics: ['invoices', 'cooperative'],
  })
  const helped = await ask(17, bloesem.coach, {
    title: 'Hoe leggen jullie een beschikking uit aan iemand die weinig Nederlands leest?',
    words: '',
    topics: ['newcomers', 'consent'],
  })
  const answered = await ask(12, kade.town.adviser, {
    title: 'Welke cijfers wil jullie raad zien?',
    words: 'Onze raad vraagt elk jaar iets anders. Wij zoeken drie cijfers die blijven.',
    topics: ['results', 'municipality'],
  })
  const hidden = await ask(11, kade.board, {
    title: 'Een klant betaalt niet. Wie kent hem?',
    words: 'Hij bestelde in mei een tafel, en woont in de straat achter de kerk.',
    topics: ['invoices'],
  })
  await ask(10, kade.coach, {
    title: 'Wat doe je als een lid drie keer niet komt?',
    words: 'Bellen hielp niet. Ik wil niet meteen met de gemeente praten.',
    topics: ['coaching'],
  })

  itIs(stage, daysAgo(stage, 9), 11)
  const counted = await answer(
    bloesem.treasurer,
    article,
    'Altijd twee mensen, en nooit dezelfde twee. Tel meteen na de markt, nog voor het opruimen. Schrijf het bedrag op de dagstaat en zet er allebei een paraaf bij. Breng het geld de volgende werkdag naar de bank.',
  )
  await thank(kade.treasurer, article, counted)
  await thank(kade.board, article, counted)
  const aloud = await answer(
    kade.coach,
    helped,
    'Ik lees hem samen hardop. Daarna vertelt het lid in eigen woorden wat er staat. Wat niet duidelijk is, streep ik aan, en dat vragen we samen aan de klantmanager.',
  )
  await thank(bloesem.coach, helped, aloud)
  await answer(
    bloesem.town.adviser,
    answered,
    'Bij ons zijn het er drie: hoeveel inwoners meedoen, hoeveel er na een jaar nog meedoen, en wat het kost. Wij schrijven er altijd bij over hoeveel mensen het gaat.',
  )
  await play(stage, writer, 'knowledge.tend', (tx, permit) =>
    hideFromAll(tx, permit, hidden, 'Aan de straat en de tafel is te zien om wie het gaat. Vraag het eerst aan de klant zelf.'),
  )
  const withdrawn = await ask(8, bloesem.board, { title: 'Mag een bestuurslid ook penningmeester zijn?', words: '', topics: ['cooperative'] })
  await play(stage, bloesem.board, 'knowledge.ask', (tx, permit) => withdrawQuestion(tx, permit, withdrawn))

  itIs(stage, daysAgo(stage, 7), 14)
  const id = await play(stage, writer, 'knowledge.write', async (tx, permit) => {
    const written = await writeItem(tx, permit, null, COUNTING)
    await tieToQuestion(tx, permit, article, written.item)
    return written.id
  })
  await play(stage, reader, 'knowledge.decide', (tx, permit) => publishItem(tx, permit, id, addMonths(stage.today, 12), ''))

  const network = await ask(3, bloesem.treasurer, {
    title: 'Onze bank wil de rekening opzeggen. Wat nu?',
    words: 'Zij vragen wie de eigenaar van het geld in de potten is.',
    topics: ['cooperative'],
    shownTo: 'network',
  })
  itIs(stage, daysAgo(stage, 2), 15)
  await play(stage, reader, 'knowledge.tend', (tx, permit) => giveQuestion(tx, permit, network, null))
  await ask(1, bloesem.town.caseManager, {
    title: 'Hoe vaak bellen jullie met de coach van een inwoner?',
    words: 'Ik wil genoeg weten en niet te veel vragen.',
    topics: ['coaching', 'privacy'],
  })
  itIs(stage, stage.today, 8)
}

const COUNTING = {
  kind: 'question',
  title: 'Wie telt het kasgeld na een markt?',
  intro: 'Altijd twee mensen, en nooit steeds dezelfde twee. Tel meteen na de markt.',
  body: 'Zo gaat het goed:\n\n1. Tel nog voor het opruimen.\n2. Schrijf het bedrag op de dagstaat. Zet er allebei een paraaf bij.\n3. Klopt het niet met de verkoop? Schrijf het verschil op, en zoek het dezelfde dag uit.\n4. Breng het geld de volgende werkdag naar de bank.\n\nHoud niet meer geld in de kist dan je als wisselgeld nodig hebt.',
  audiences: ['treasurer', 'board'],
  topics: ['invoices', 'cooperative'],
  source: 'Antwoord van een penningmeester die meedoet (verzonnen)',
  doubt: null,
} as const
