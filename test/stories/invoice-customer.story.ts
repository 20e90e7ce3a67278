import { beforeAll, describe, expect, test } from 'vitest'
import { outbox } from '#kit/mail.ts'
import { asSystem } from '#rooms/access'
import type { InvoiceId } from '#rooms/invoicing'
import { creditInvoice } from '#rooms/invoicing'
import { cooperative, pay, read, type Soco, sent, treasurer, work, world } from '../invoicing-cast.ts'
import { as, type Browser, browser, itIs, signedIn } from '../world.ts'

let soco: Soco
let office: Browser
const visitor = browser(world)

beforeAll(async () => {
  soco = await cooperative('De Link', null)
  office = await signedIn(world, soco.treasurer)
})

async function mailed(): Promise<{ id: InvoiceId; number: string; path: string }> {
  itIs(world, '2026-10-06')
  const id = await sent(soco, [work(100_00)])
  await world.runJobs()
  const { number } = await read(soco, id)
  const mails = await asSystem(world.world, soco.id, 'invoice.mail', (tx) => outbox(tx, 50))
  const text = mails.find((mail) => mail.subject.includes(number))?.text ?? ''
  return { id, number, path: /http:\/\/localhost(\/rekening\/[\w-]{43})/.exec(text)?.[1] ?? '' }
}

const text = async (at: Browser, path: string) => (await (await at.get(path)).text()).replaceAll('\u00a0', ' ')

describe('an invoice for a customer without an account', () => {
  test('the link in the mail opens the invoice, how to pay and whether it is paid; of the member only the trade name', async () => {
    const { id, number, path } = await mailed()
    const answer = await visitor.get(path)
    expect([answer.status, answer.headers.get('x-robots-tag'), answer.headers.get('referrer-policy')]).toEqual([
      200,
      'noindex, nofollow, noarchive',
      'same-origin',
    ])
    const page = (await answer.text()).replaceAll('\u00a0', ' ')
    for (const words of ['Nog te betalen: € 121,00', 'NL91 ABNA 0417 1643 00', number, 'Samira kookt', 'data:image/svg+xml']) expect(page).toContain(words)
    expect(page.replaceAll('Samira kookt', '')).not.toContain('Samira')
    expect(page).not.toContain(id)
    expect(page.split('NL91 ABNA 0417 1643 00').length).toBe(2)
    const pdf = await visitor.get(`${path}/pdf`)
    expect([
      pdf.status,
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ]).toEqual([200, '%PDF-'])
    expect(await text(visitor, `${path}/ubl`)).toContain(`<cbc:ID>${number}</cbc:ID>`)
    await pay(soco, id, 21_00, '2026-10-07')
    expect(await text(visitor, path)).toContain('Al ontvangen: € 21,00.')
    await as(world, treasurer(soco), 'invoice.credit', (tx, permit) => creditInvoice(tx, permit, id, [500n]))
    expect(await text(visitor, path)).toContain('hoort creditnota')
    await pay(soco, id, 39_50, '2026-10-08')
    const paid = await text(visitor, path)
    expect(paid).toContain('Deze factuur is betaald')
    expect(paid).not.toContain('data:image/svg+xml')
  })

  test('only a digest of the link is kept, a wrong link finds nothing, and row security shows its holder that one invoice', async () => {
    const [one, other] = [await mailed(), await mailed()]
    const token = one.path.split('/')[2] ?? ''
    const kept = await world.world.database.pool.query('select token_hash from invoicing.customer_link')
    expect(JSON.stringify(kept.rows)).not.toContain(token)
    for (const wrong of ['x', token.slice(0, -1), `${token}x`, one.id]) expect((await visitor.get(`/rekening/${wrong}`)).status).toBe(404)
    expect(await text(visitor, one.path)).not.toContain(other.number)
    const { createHash } = await import('node:crypto')
    const hash = createHash('sha256').update(token).digest('hex')
    const { sql } = await import('kysely')
    const seen = await world.world.database.unit({ role: 'opbloei_app', organisation: null, person: null }, async (tx) => {
      const before = (await sql<{ n: number }>`select count(*)::int as n from invoicing.invoice`.execute(tx)).rows[0]?.n
      await sql`select set_config('app.token', ${hash}, true)`.execute(tx)
      const { rows } = await sql<{ id: string }>`select id from invoicing.invoice`.execute(tx)
      return { before, ids: rows.map(({ id }) => id) }
    })
    expect(seen).toEqual({ before: 0, ids: [one.id] })
  })

  test('a question lands with the treasurer, once, and its answer goes to the page and by mail', async () => {
    const { id, number, path } = await mailed()
    const key = crypto.randomUUID()
    const form = { words: 'Mag ik in twee keer betalen?' }
    expect((await visitor.post(`${path}/vraag`, { words: '' })).status).toBe(422)
    const answers = await Promise.all(Array.from({ length: 16 }, () => visitor.post(`${path}/vraag`, form, key)))
    expect([...new Set(answers.map(({ status, headers }) => `${status} ${headers.get('location')}`))]).toEqual([`303 ${path}`])
    expect(await text(visitor, path)).toContain('Wij antwoorden zo snel mogelijk.')
    expect(await text(office, '/facturen')).toContain('Bij deze facturen wacht een klant op antwoord')
    const page = await text(office, `/facturen/${id}`)
    expect(page.split('Mag ik in twee keer betalen?').length).toBe(2)
    const to = /action="(\/facturen\/[^"]+\/antwoord)"/.exec(page)?.[1] ?? ''
    expect((await office.post(to, { answer: 'Dat mag.' })).status).toBe(303)
    expect((await office.post(to, { answer: 'Nog eens.' })).status).toBe(409)
    expect(await text(visitor, path)).toContain('Dat mag.')
    const mails = await asSystem(world.world, soco.id, 'invoice.mail', (tx) => outbox(tx, 50))
    expect(mails.map((mail) => mail.subject)).toContain(`Antwoord op uw vraag over factuur ${number}`)
    // The page of the member shows nothing of what the customer asked.
    expect(await text(await signedIn(world, soco.samira), `/facturen/${id}`)).not.toContain('twee keer betalen')
  })

  test('too many looks at one link are refused for a while', async () => {
    const { path } = await mailed()
    let status = 200
    for (let n = 0; n < 121 && status === 200; n++) status = (await visitor.get(`${path}/ubl`)).status
    expect(status).toBe(429)
  })
})
