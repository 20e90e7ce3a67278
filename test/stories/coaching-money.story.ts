import { beforeAll, describe, expect, test } from 'vitest'
import type { MemberId } from '#rooms/access'
import { account } from '#rooms/ledger'
import { type Bank, bankOfVillage } from '../bank.ts'
import { newMember, withConsent } from '../village.ts'
import { type Browser, signedIn } from '../world.ts'

let bank: Bank
let dirk: MemberId
let member: Browser
let coach: Browser
let treasurer: Browser

beforeAll(async () => {
  bank = await bankOfVillage()
  dirk = await newMember(bank.at, 'Dirk Schuld', 'participatiewetOwn')
  await withConsent(bank.at, dirk, '2026-09-01', { payOutAllowed: true })
  await bank.owes(account('payoutPayable', dirk), 30000)
  member = await signedIn(bank.at.world, dirk)
  coach = await signedIn(bank.at.world, bank.at.coach)
  treasurer = await signedIn(bank.at.world, bank.at.treasurer)
})

const help = (rest = '') => `/leden/${dirk}/traject/geldhulp${rest}`
const page = async (who: Browser, path = help()) => (await who.get(path)).text()
const letter = () => new File([`%PDF-1.7 ${'x'.repeat(60)}`], 'akkoord.pdf', { type: 'application/pdf' })
const bewindIn = (html: string) => /geldhulp\/([0-9a-f-]{36})\/akkoord/.exec(html)?.[1] ?? ''
const payOut = async (amount: number) => {
  const line = await bank.line({ cents: -amount, text: 'uitbetaling' })
  return bank.bookAs(line.id, { kind: 'payout', member: dirk })
}

describe('a member whose money is looked after', () => {
  test('nothing is held back before somebody is written down', async () => {
    await payOut(1000)
    expect(await page(member)).toContain('Er staat niemand opgeschreven')
  })

  test('from then on a pay-out is refused without consent, in a sentence that tells the treasurer nothing of debts', async () => {
    const named = { kind: 'bewind', name: 'Bo Wind', office: 'Wind en Water', reach: '010 1234567', from: '2026-01-01' }
    expect((await member.post(help(), named)).status).toBe(303)
    expect(await (await member.post(help(), named)).text()).toContain('Deze persoon staat er al')
    expect(await page(member)).toContain('Uitbetalen mag nog niet')
    const refused = await payOut(1000).then(
      () => null,
      (error) => error.sentence,
    )
    expect(refused.what).toContain('Uitbetalen aan Dirk Schuld kan op deze dag niet')
    expect(JSON.stringify(refused)).not.toMatch(/bewind|schuldhulp|Bo Wind/i)
    expect((await treasurer.get(help())).status).toBe(403)
  })

  test('what a member says alone lifts no stop: only the coach keeps a consent or an end', async () => {
    const id = bewindIn(await page(coach))
    expect(id).not.toBe('')
    expect(bewindIn(await page(member))).toBe('')
    const consent = { from: '2026-01-01', until: '2027-12-31' }
    expect((await member.post(help(`/${id}/akkoord`), { ...consent, file: letter() })).status).toBe(403)
    expect((await member.post(help(`/${id}/einde`), { what: 'alles', on: '2026-01-02' })).status).toBe(403)
    expect(await (await coach.post(help(`/${id}/akkoord`), consent)).text()).toContain('De brief ontbreekt')
    expect(await (await coach.post(help(`/${id}/akkoord`), { ...consent, until: '2025-12-31', file: letter() })).text()).toContain('ligt voor de eerste')
    await expect(payOut(1000)).rejects.toMatchObject({ sentence: { what: expect.stringContaining('akkoord op papier') } })
    expect((await coach.post(help(`/${id}/akkoord`), { ...consent, file: letter() })).status).toBe(303)
    await payOut(1000)
    const path = /href="([^"]*geldhulp\/akkoord\/[^"]+)"/.exec(await page(member))?.[1] ?? ''
    expect((await member.get(path)).headers.get('content-type')).toBe('application/pdf')
    expect((await treasurer.get(path)).status).toBe(403)
  })

  test('a consent that is taken back holds pay-outs again, and when the help is over nothing does', async () => {
    const html = await page(coach)
    const id = bewindIn(html)
    const consent = /name="what"[^>]*value="([0-9a-f-]{36})"|value="([0-9a-f-]{36})"[^>]*name="what"/.exec(html)
    const what = consent?.[1] ?? consent?.[2] ?? ''
    expect((await coach.post(help(`/${id}/einde`), { what, on: '2025-12-31' })).status).toBe(422)
    expect((await coach.post(help(`/${id}/einde`), { what, on: '2026-01-01' })).status).toBe(303)
    expect((await coach.post(help(`/${id}/einde`), { what, on: '2026-01-01' })).status).toBe(409)
    await expect(payOut(1000)).rejects.toMatchObject({ sentence: { what: expect.stringContaining('akkoord op papier') } })
    expect((await coach.post(help(`/${id}/einde`), { what: 'alles', on: '2026-01-01' })).status).toBe(303)
    await payOut(1000)
  })

  test('the overview of a month is made for the member or the coach, and for nobody else', async () => {
    const month = /geldhulp\/overzicht\/(\d{4}-\d{2})"/.exec(await page(member))?.[1] ?? ''
    for (const who of [member, coach]) {
      const pdf = await who.get(help(`/overzicht/${month}`))
      expect(pdf.headers.get('content-type')).toBe('application/pdf')
      expect((await pdf.text()).startsWith('%PDF-')).toBe(true)
    }
    expect((await treasurer.get(help(`/overzicht/${month}`))).status).toBe(403)
    expect((await member.get(help('/overzicht/2099-01'))).status).toBe(422)
    expect((await member.get(help('/overzicht/nooit'))).status).toBe(404)
  })
})
