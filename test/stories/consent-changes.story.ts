import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { beginCast, bloesem, coach, granted, officer, prepared, stranger, trade, trialMember, wilgendam, world } from '../consent-cast.ts'
import { writes } from '../letters.ts'
import { type Browser, itIs, signedIn, somebody } from '../world.ts'

beforeAll(beginCast)

const read = async (page: Browser, path: string) => {
  const answer = await page.get(path)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.text()
}

const why = { reason: 'Kees verhuist naar een andere gemeente.', heard: 'Gebeld op 20 mei 2027.' }

describe('a consent that changes', () => {
  test('a withdrawal to come is read by the member, offered no second time, and can be called off before its day', async () => {
    const { member, id } = await granted('Kees')
    itIs(world, '2027-05-25')
    const [own, desk] = [await signedIn(world, member), await signedIn(world, officer)]
    const address = `/toestemmingen/${id}`
    expect((await writes(world, wilgendam, desk, `${address}/intrekking`, { from: '2027-06-01', ...why })).status).toBe(303)
    expect((await desk.post(`${address}/intrekking`, { from: '2027-06-01', ...why })).status).toBe(409)
    expect(await read(own, address)).toContain('Vanaf 1 juni 2027 geldt de toestemming niet meer.')
    const offered = await read(desk, address)
    expect(offered).toContain(`href="${address}/afzien"`)
    expect(offered).not.toContain(`href="${address}/intrekking"`)
    expect(await trade(member, '2027-06-01')).toMatchObject({ allowed: false, why: 'ended' })
    expect((await own.get(`${address}/afzien`)).status).toBe(403)
    expect(await read(desk, `${address}/afzien`)).toContain('De toestemming zou stoppen op 1 juni 2027.')
    itIs(world, '2027-05-26')
    expect((await writes(world, wilgendam, desk, `${address}/afzien`)).status).toBe(303)
    expect(await trade(member, '2027-06-01')).toMatchObject({ allowed: true })
    expect((await desk.post(`${address}/afzien`)).status).toBe(409)
    expect(await read(own, '/mijn')).toContain('Mijn toestemming')

    itIs(world, '2027-06-02')
    expect((await writes(world, wilgendam, desk, `${address}/intrekking`, { from: '2027-06-02', ...why })).status).toBe(303)
    expect(await trade(member, day('2027-06-01'))).toMatchObject({ allowed: true })
    expect(await trade(member, day('2027-06-02'))).toMatchObject({ allowed: false })
    expect((await desk.post(`${address}/afzien`)).status).toBe(409)
  })

  test('a resumption from before the suspension is refused beside its field', async () => {
    const { id } = await granted('Lies')
    itIs(world, '2027-01-25')
    const desk = await signedIn(world, officer)
    const address = `/toestemmingen/${id}`
    expect((await writes(world, wilgendam, desk, `${address}/schorsing`, { from: '2027-01-25', ...why })).status).toBe(303)
    itIs(world, '2027-02-10')
    const early = await desk.post(`${address}/hervatting`, { from: '2027-01-24' })
    expect(early.status).toBe(422)
    expect(await early.text()).toContain('De toestemming staat pas stil vanaf 25 januari 2027.')
    expect((await writes(world, wilgendam, desk, `${address}/hervatting`, { from: '2027-02-10' })).status).toBe(303)
  })

  test('each decision has its letter and its PDF, kept as they were made, with the last day to object', async () => {
    const { member, id } = await granted('Mies')
    itIs(world, '2027-01-25')
    const [own, desk] = [await signedIn(world, member), await signedIn(world, officer)]
    const address = `/toestemmingen/${id}`
    expect((await desk.post(`${address}/kenmerk`, { reference: 'W-2027-9' })).status).toBe(303)
    expect(await read(own, `${address}/brief`)).toContain('Ja, u mag meedoen bij De Bloesem')
    await writes(world, wilgendam, desk, `${address}/schorsing`, { from: '2027-02-01', until: '2027-02-28', ...why })
    const letter = await read(own, `${address}/brief`)
    expect(letter).toContain('staat stil')
    expect(letter).toContain('Van 1 februari 2027 tot en met 28 februari 2027')
    expect(letter).toContain('tot en met 8 maart 2027')
    expect(letter).toContain('Kenmerk W-2027-9')
    expect(letter).toContain('Ja, u mag meedoen bij De Bloesem')
    const pdf = /href="([^"]+\/brief\/pdf[^"]+)"/.exec(letter)?.[1] ?? ''
    for (const page of [own, desk]) {
      const paper = await page.get(pdf)
      expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf'])
      const bytes = Buffer.from(await paper.arrayBuffer())
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
      expect(bytes.toString('latin1')).toContain('pdfuaid')
    }
    // A coach of somebody else, and another member, find nothing there.
    const other = await signedIn(world, await somebody(world, bloesem, 'coach', 'Lotte'))
    expect((await other.get(pdf)).status).toBe(404)
    expect((await (await signedIn(world, await trialMember('Bo'))).get(pdf)).status).toBe(404)
    expect((await own.get(`${address}/brief?van=0190b5a0-0000-7000-8000-000000000001`)).status).toBe(404)
  })

  test('how it stood on a day, also with what was known then, is told to whoever may open the file', async () => {
    const { member, id } = await granted('Noor')
    itIs(world, '2027-05-25')
    const [own, desk] = [await signedIn(world, member), await signedIn(world, officer)]
    const address = `/toestemmingen/${id}`
    await writes(world, wilgendam, desk, `${address}/intrekking`, { from: '2027-05-01', ...why })
    expect(await read(own, `${address}?op=2027-05-10`)).toMatch(/Zo was het op 10 mei 2027:[\s\S]*Was afgelopen/)
    expect(await read(desk, `${address}?op=2027-05-10&bekend=2027-05-24`)).toMatch(/met wat er op 24 mei 2027 bekend was:[\s\S]*Gold</)
    expect(await read(desk, address)).not.toContain('Zo was het op')
  })

  test('a photo of the authorisation is kept with the request, for its own municipality to see', async () => {
    itIs(world, '2026-09-07')
    const member = await trialMember('Oma')
    const address = `/toestemmingen/${await prepared(member)}`
    const helper = await signedIn(world, coach)
    const authorisation = 'Ik laat De Bloesem deze aanvraag versturen. 5 september 2026.'
    const wrong = await helper.post(`${address}/machtiging`, { authorisation, photo: new File(['geen foto'], 'machtiging.pdf') })
    expect(wrong.status).toBe(422)
    const photo = new File(['%PDF-1.7 getekend'], 'machtiging.pdf', { type: 'application/pdf' })
    expect((await helper.post(`${address}/machtiging`, { authorisation, photo })).status).toBe(303)
    const desk = await signedIn(world, officer)
    expect((await desk.get(`${address}/machtiging`)).status).toBe(404)
    await desk.post(`${address}/behandelaar`)
    for (const page of [desk, await signedIn(world, member)]) {
      expect(await read(page, address)).toContain(`${address}/machtiging`)
      expect(await read(page, `${address}/machtiging`)).toContain('getekend')
    }
    expect((await (await signedIn(world, stranger)).get(`${address}/machtiging`)).status).toBe(404)
  })
})
