import { beforeAll, describe, expect, test } from 'vitest'
import { month } from '#kit/day.ts'
import { asSystem, type MemberId } from '#rooms/access'
import { creditInvoice, type InvoiceId } from '#rooms/invoicing'
import {
  answerQuestion,
  askAboutStatement,
  closeMonth,
  closings,
  draftStatement,
  receiveStatement,
  releaseStatement,
  reminderLetter,
  remindOfStatements,
  statementById,
  statementLines,
  statementQuestions,
  statementsToRead,
  statementsWaiting,
} from '#rooms/settlement'
import { bankIn, signedAgreement, sold, spent, template } from '../trade.ts'
import { asCaseManager, asCoach, asMember, asTreasurer, newMember, type Village, village, withConsent } from '../village.ts'
import { as, found, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let place: Village
let samira: MemberId
let invoice: InvoiceId
const october = month('2026-10')

const draft = (of = october) => as(world, asMember(place, samira), 'statement.read', (tx, permit) => draftStatement(tx, permit, samira, of))
const release = async (of = october, seen?: string) =>
  as(world, asMember(place, samira), 'statement.release', async (tx, permit) =>
    releaseStatement(tx, permit, of, seen ?? (await draftStatement(tx, permit, samira, of))?.hash ?? ''),
  )
const close = (of = october) => as(world, asTreasurer(place), 'month.close', (tx, permit) => closeMonth(tx, permit, of))
const lines = () => as(world, asMember(place, samira), 'statement.list', (tx, permit) => statementLines(tx, permit, samira))
const standing = async (of = october) => (await lines()).find((line) => line.month === of)?.standing

beforeAll(async () => {
  world = await testWorld()
  place = await village(world, '2026-09-01')
  samira = await newMember(place, 'Samira el Amrani', 'participatiewetOwn')
  await withConsent(place, samira, '2026-09-01')
  await signedAgreement(place, [samira], template('resultaat-50-20-20-10'), '2026-10-01')
  invoice = await sold(place, samira, '2026-10-05', [{ net: 48000 }])
  await spent(place, samira, '2026-10-08', 11616, 2016)
  await bankIn(place, '2026-10', [{ invoice, gross: 58080, on: '2026-10-20' }])
})

describe('the month statement, from what the member sees to what the municipality answers', () => {
  test('stands with its last day as soon as the month is over', async () => {
    itIs(world, '2026-11-03')
    expect((await lines()).map((line) => [line.month, line.standing, line.dueOn])).toEqual([
      ['2026-10', 'toRelease', '2026-11-10'],
      ['2026-09', 'toRelease', '2026-10-10'],
    ])
    const waiting = await as(world, asMember(place, samira), 'statement.list', (tx, permit) => statementsWaiting(tx, permit))
    expect(waiting[0]?.month).toBe('2026-09')
  })

  test('a reminder goes out five days before, two days before and on the day, and never twice a day by itself', async () => {
    const remind = () => asSystem(world.world, place.cooperative, 'statement.remind', remindOfStatements)
    await asSystem(world.world, place.cooperative, 'member.edit', (tx) =>
      tx.updateTable('access.person').set({ email: 'samira@example.nl' }).where('id', '=', samira).execute(),
    )
    expect(await remind()).toBe(0)
    for (const [on, mails] of [
      ['2026-11-05', 1],
      ['2026-11-06', 0],
      ['2026-11-08', 1],
      ['2026-11-10', 1],
      ['2026-11-11', 0],
    ] as const) {
      itIs(world, on)
      expect([on, await remind()]).toEqual([on, mails])
    }
    itIs(world, '2026-11-03')
  })

  test('may be released before the close, and says so', async () => {
    expect((await draft())?.content).toMatchObject({ provisional: true, turnover: 48000n, result: 38400n, paidOut: [] })
    await release()
    expect(await standing()).toBe('released')
  })

  test('of a closed month is final, and is released again', async () => {
    await close()
    expect(await standing()).toBe('changed')
    const final = await draft()
    expect(final?.content).toMatchObject({
      provisional: false,
      costs: [{ kind: 'material', cents: 9600n }],
      parts: [
        { receiver: 'business', cents: 19200n },
        { receiver: 'development', cents: 7680n },
        { receiver: 'cooperative', cents: 7680n },
        { receiver: 'municipality', cents: 3840n },
      ],
      pots: [
        { receiver: 'business', cents: 19200n },
        { receiver: 'development', cents: 7680n },
      ],
    })
    await expect(release(october, 'another page')).rejects.toMatchObject({ kind: 'conflict' })
    await release()
    await expect(release()).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('a month that is not over is not released', async () => {
    await expect(release(month('2026-11'))).rejects.toThrow('nog niet voorbij')
  })

  test('reaches the case manager as exactly the page that was released, and nobody else', async () => {
    const unread = await as(world, asCaseManager(place), 'statement.list', statementsToRead)
    expect(unread.map((each) => [each.version, each.provisional])).toEqual([
      [2, false],
      [1, true],
    ])
    const shown = await draft()
    expect(unread[0]?.content).toEqual(shown?.content)
    const colleague = await somebody(world, place.municipality, 'caseManager', 'Olaf')
    const other = { person: colleague, organisation: place.municipality, role: 'caseManager' as const }
    const id = unread[0]?.id ?? ''
    await expect(as(world, other, 'statement.read', (tx, permit) => statementById(tx, permit, id))).rejects.toMatchObject({ kind: 'missing' })
    const elsewhere = await found(world, 'municipality', 'Gemeente Verweg')
    const raw = await as(world, { ...other, organisation: elsewhere }, 'statement.list', (tx) =>
      tx.selectFrom('settlement.month_statement').selectAll().execute(),
    )
    expect(raw).toEqual([])
  })

  test('the municipality asks one question and the member answers it', async () => {
    const [statement] = await as(world, asCaseManager(place), 'statement.list', statementsToRead)
    const id = statement?.id ?? ''
    await as(world, asCaseManager(place), 'statement.receive', (tx, permit) =>
      receiveStatement(tx, permit, id, { outcome: 'question', words: 'Welke stof was dit?' }),
    )
    const again = as(world, asCaseManager(place), 'statement.receive', (tx, permit) => receiveStatement(tx, permit, id, { outcome: 'noQuestions' }))
    await expect(again).rejects.toMatchObject({ kind: 'conflict' })
    expect(await standing()).toBe('questioned')
    const [question] = await as(world, asMember(place, samira), 'statement.list', (tx, permit) => statementQuestions(tx, permit, { open: true }))
    await as(world, asMember(place, samira), 'statement.answer', (tx, permit) => answerQuestion(tx, permit, question?.id ?? '', 'Linnen voor gordijnen.'))
    expect(await standing()).toBe('answered')
    const seen = await as(world, asCaseManager(place), 'statement.read', (tx, permit) => statementById(tx, permit, id))
    expect(seen.question?.answer?.words).toBe('Linnen voor gordijnen.')
  })

  test('"er klopt iets niet" stays inside the cooperative; somebody else answers', async () => {
    const ask = (words: string) =>
      as(world, asMember(place, samira), 'statement.ask', (tx, permit) => askAboutStatement(tx, permit, { member: samira, month: october, words }))
    await expect(ask('Mijn nummer is 123456782')).rejects.toMatchObject({ field: 'words' })
    const id = await ask('Er mist een bon.')
    await expect(as(world, asMember(place, samira), 'statement.answer', (tx, permit) => answerQuestion(tx, permit, id, 'Ja'))).rejects.toThrow('eigen vraag')
    await as(world, asCoach(place), 'statement.answer', (tx, permit) => answerQuestion(tx, permit, id, 'Stuur hem nog in.'))
    const raw = await as(world, asCaseManager(place), 'statement.list', (tx) => tx.selectFrom('settlement.statement_question').select('words').execute())
    expect(raw).toEqual([])
  })

  test('money of the month that goes back later makes a new version', async () => {
    itIs(world, '2026-11-05')
    await as(world, asTreasurer(place), 'invoice.credit', (tx, permit) => creditInvoice(tx, permit, invoice, 'all'))
    itIs(world, '2026-12-01')
    await close(month('2026-11'))
    expect(await standing()).toBe('changed')
    expect((await draft())?.content.corrections).toMatchObject([{ of: '2026-10', month: '2026-11', net: -48000n }])
    expect((await draft(month('2026-11')))?.content).toMatchObject({ turnover: 0n, corrections: [{ of: '2026-10', month: '2026-11' }] })
    // It stands at home too, of the member and of the coach, until it was sent again; its last day had passed before it changed.
    const homes = async () => [
      await (await (await signedIn(world, samira)).get('/mijn')).text(),
      await (await (await signedIn(world, place.coach)).get('/coach')).text(),
    ]
    const told = ['Je maandopgave van oktober is veranderd', 'Maandopgave is veranderd, nog niet opnieuw verstuurd']
    for (const [nr, page] of (await homes()).entries()) expect(page).toContain(told[nr])
    expect((await homes())[0]).not.toContain('10 november')
    await release()
    for (const [nr, page] of (await homes()).entries()) expect(page).not.toContain(told[nr])
    expect((await lines()).find((line) => line.month === october)?.last?.version).toBe(3)
  })

  test('the pages show the same to each side', async () => {
    const member = await signedIn(world, samira)
    const page = await (await member.get('/opgaven/2026-11')).text()
    for (const words of ['Klopt dit voor november 2026?', 'Klopt, versturen', 'Samira el Amrani']) expect(page).toContain(words)
    const seen = /name="seen" value="(\w+)"/.exec(page)?.[1] ?? ''
    expect((await member.post('/opgaven/2026-11/verzending', { seen })).status).toBe(303)
    const sent = await (await member.get('/opgaven/2026-11')).text()
    expect(sent).toContain('Je opgave van november 2026')
    expect(sent).not.toContain('Klopt dit voor')
    expect((await member.get('/opgaven')).status).toBe(200)
    const officer = await signedIn(world, place.caseManager)
    const desk = await (await officer.get('/opgaven')).text()
    const id = /\/opgaven\/([0-9a-f-]{36})/.exec(desk)?.[1] ?? ''
    const answer = await (await officer.get(`/opgaven/${id}`)).text()
    for (const words of ['Opgegeven', 'Te verrekenen', 'Vrijgelaten', 'Geen vragen']) expect(answer).toContain(words)
    expect((await officer.post(`/opgaven/${id}/ontvangst`, { outcome: 'question', words: 'Wat is er gekocht?' })).status).toBe(303)
    expect(await (await officer.get(`/opgaven/${id}`)).text()).toContain('Je vraag is verstuurd.')
    // A question that waits for an answer is not done: it stays on top.
    const waiting = await (await officer.get('/opgaven')).text()
    expect(waiting).toMatch(/Vraag open[\s\S]*wacht op antwoord/)
    expect(waiting).not.toContain('Al bekeken')
    expect((await (await signedIn(world, place.treasurer)).get('/opgaven')).status).toBe(200)
    const pdf = await member.get(`/opgaven/${id}/pdf`)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    // What an archive reads of it without opening it: the document, the period, the version and who made it.
    const told = Buffer.from(await pdf.arrayBuffer()).toString('latin1')
    for (const word of [id, 'Maandopgave van', 'versie 1']) expect(told).toContain(word)
  })

  test('a new name changes no month that was sent: nothing is asked again', async () => {
    const before = (await lines()).map((line) => [line.month, line.standing])
    await asSystem(world.world, place.cooperative, 'member.edit', (tx) =>
      tx.updateTable('members.member').set({ name: 'Samira Amrani' }).where('member', '=', samira).execute(),
    )
    expect((await draft(month('2026-11')))?.content.name).toBe('Samira Amrani')
    const member = await signedIn(world, samira)
    const page = await (await member.get('/opgaven/2026-11')).text()
    expect(page).toContain('Samira el Amrani')
    expect(page).not.toContain('Klopt, versturen')
    expect((await lines()).map((line) => [line.month, line.standing])).toEqual(before)
    await expect(release(month('2026-11'))).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('the copy names the end of the chain over the books, on the page and on paper', async () => {
    const [last] = await as(world, asTreasurer(place), 'month.see', closings)
    const [sent] = (await lines()).flatMap((line) => (line.month === '2026-11' && line.last ? [line.last] : []))
    expect(sent?.content.seal).toEqual({ number: String(last?.number), hash: last?.head })
    expect(last?.number).toBeGreaterThan(0n)
    const page = await (await (await signedIn(world, samira)).get('/opgaven/2026-11')).text()
    expect(page).toContain(`nummer ${last?.number}, ${last?.head.slice(0, 12)}`)
  })

  test('a reminder is printed as a letter for who has no e-mail, by the own coach, while the statement waits', async () => {
    const coach = await signedIn(world, place.coach)
    expect(await (await coach.get('/opgaven')).text()).toContain(`/opgaven/2026-09/brief?lid=${samira}`)
    const letter = await coach.get(`/opgaven/2026-09/brief?lid=${samira}`)
    expect([letter.status, letter.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const words = JSON.stringify(await as(world, asCoach(place), 'statement.letter', (tx, permit) => reminderLetter(tx, permit, samira, month('2026-09'))))
    expect(words).toContain('Je overzicht van september 2026 staat klaar. Kijk het na. Klopt het? Verstuur het dan uiterlijk 10 oktober 2026.')
    for (const never of ['gemeente', 'uitkering', '€']) expect(words).not.toContain(never)
    expect((await coach.get(`/opgaven/2026-11/brief?lid=${samira}`)).status).toBe(404)
    const other = await somebody(world, place.cooperative, 'coach', 'Wouter')
    expect((await (await signedIn(world, other)).get(`/opgaven/2026-09/brief?lid=${samira}`)).status).toBe(404)
    expect((await (await signedIn(world, samira)).get('/opgaven/2026-09/brief')).status).toBe(403)
  })
})
