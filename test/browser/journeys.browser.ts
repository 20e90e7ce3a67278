import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, openHouse } from './house.ts'

const PHONE = { viewport: { width: 360, height: 760 }, hasTouch: true } as const

let house: House

beforeAll(async () => {
  house = await openHouse()
}, 300_000)

afterAll(() => house.close())

/** What a person reads: as it is drawn, so that folded and hidden words do not count. */
// biome-ignore lint/performance/useDomNodeTextContent: the drawn text is what is tested
const main = (page: Page) => page.locator('main').innerText()

/** Reaches something with the Tab key alone, as somebody without a mouse does. */
async function tabTo(page: Page, name: RegExp, most = 80): Promise<void> {
  for (let pressed = 0; pressed < most; pressed++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => document.activeElement?.textContent?.trim() || document.activeElement?.getAttribute('aria-label') || '')
    if (name.test(at)) return
  }
  throw new Error(`no ${name} within ${most} presses of Tab`)
}

describe('on a phone, with script off', () => {
  test('a member asks for an invoice and the treasurer sends it', async () => {
    const member = await house.as('Samira el Amrani', { ...PHONE, javaScriptEnabled: true })
    await member.page.goto('/facturen/nieuw')
    const cookies = await member.context.storageState()
    await member.context.close()
    const { page, context } = await house.visitor({ ...PHONE, javaScriptEnabled: false, storageState: cookies })
    await page.goto('/facturen/nieuw')
    await page.locator('select[name=customer]').selectOption({ label: 'Buurthuis De Linde' })
    await page.locator('input[name=what]').fill('Kussens voor de bank')
    await page.locator('input[name=price]').fill('veel')
    await page.getByRole('button', { name: 'Vraag de factuur aan' }).click()
    expect(await main(page)).toContain('Dit is geen bedrag')
    expect(await page.locator('input[name=what]').inputValue()).toBe('Kussens voor de bank')
    await page.locator('input[name=price]').fill('90,75')
    await page.locator('input[name=vat][value=standard]').check()
    await page.getByRole('button', { name: 'Vraag de factuur aan' }).click()
    expect(await main(page)).toContain('Kussens voor de bank')
    const address = new URL(page.url()).pathname
    await context.close()

    const treasurer = await house.as('Ans de Boer')
    await treasurer.page.goto(address)
    await treasurer.page
      .getByRole('button', { name: /versturen|verstuur/i })
      .first()
      .click()
    await treasurer.page.waitForLoadState()
    expect(await main(treasurer.page)).toMatch(/2026-\d{4}/)
    await treasurer.context.close()
  })
})

describe('signed out meanwhile', () => {
  test('a member sends a form, signs in from there, and finds what was typed; another member does not', async () => {
    const { page, context } = await house.as('Samira el Amrani', PHONE)
    const signIn = async (name: string) => {
      await page.getByRole('link', { name: 'Log in', exact: true }).click()
      await page.locator('[formaction^="/demo/als/"]', { hasText: name }).first().click()
      await page.waitForURL('**/mijn')
      // The buttons of the invented world lead home; a real sign-in leads back to where the link says.
      await page.goto('/facturen/nieuw')
    }
    const ask = async () => {
      await page.goto('/facturen/nieuw')
      await page.locator('select[name=customer]').selectOption({ label: 'Buurthuis De Linde' })
      await page.locator('input[name=what]').fill('Kussens voor de hal')
      await page.locator('input[name=vat][value=standard]').check()
      await context.clearCookies()
      await page.getByRole('button', { name: 'Vraag de factuur aan' }).click()
      await page.waitForLoadState()
    }
    await ask()
    expect(await main(page)).toContain('Je bent uitgelogd')
    expect(await page.getByRole('link', { name: 'Log in', exact: true }).getAttribute('href')).toBe('/inloggen?naar=%2Ffacturen%2Fnieuw')
    expect(await main(page)).toContain('Wat je typte, staat er dan weer.')
    await signIn('Samira')
    expect(await page.locator('input[name=what]').inputValue()).toBe('Kussens voor de hal')
    expect(await page.locator('select[name=customer] option:checked').textContent()).toBe('Buurthuis De Linde')
    expect(await page.locator('input[name=vat][value=standard]').isChecked()).toBe(true)

    await ask()
    await signIn('Ahmet')
    expect(await page.locator('input[name=what]').inputValue()).toBe('')
    await context.close()
  })
})

describe('the month', () => {
  test('a member sees exactly what the municipality gets, releases it, and the case manager answers', async () => {
    const { page, context } = await house.as('Samira el Amrani', PHONE)
    await page.goto('/opgaven/2026-10')
    const sheet = await main(page)
    expect(sheet).toContain('Samira el Amrani')
    const turnover = /Omzet zonder btw\s+(€\s[\d.,]+)/.exec(sheet)?.[1] ?? 'no turnover on the page'
    await page.getByRole('button', { name: 'Klopt, versturen' }).click()
    await page.waitForLoadState()
    expect(await main(page)).not.toContain('Klopt, versturen')
    await context.close()

    const officer = await house.as('Ilse van Rooij')
    await officer.page.goto('/opgaven')
    await officer.page
      .getByRole('link', { name: /Samira el Amrani/ })
      .first()
      .click()
    await officer.page.waitForLoadState()
    expect(await main(officer.page)).toContain(turnover)
    await officer.page.getByRole('button', { name: /geen vragen/i }).click()
    await officer.page.waitForLoadState()
    expect(await main(officer.page)).toMatch(/geen vragen/i)
    await officer.context.close()

    const again = await house.as('Samira el Amrani', PHONE)
    await again.page.goto('/opgaven')
    expect(await main(again.page)).toMatch(/oktober 2026[\s\S]*?geen vragen/i)
    await again.context.close()
  })

  test('a member sees where the money of a month went, as a drawing and in the same figures', async () => {
    const { page, context } = await house.as('Samira el Amrani', PHONE)
    await page.goto('/geld/2026-10')
    expect(await page.locator('main svg[role=img]').count()).toBeGreaterThan(0)
    const table = (await page.locator('main table').first().textContent()) ?? ''
    for (const row of ['Coöperatie', 'Jouw bedrijf', 'Artikel']) expect(table).toContain(row)
    await context.close()
  })

  test('the treasurer books what is certain in one go', async () => {
    const { page, context } = await house.as('Ans de Boer')
    await page.goto('/bank')
    const before = Number(/Er wachten nog (\d+)/.exec(await main(page))?.[1] ?? '0')
    expect(before).toBeGreaterThan(3)
    await page.getByRole('button', { name: /Boek wat is aangevinkt/ }).click()
    await page.waitForLoadState()
    const after = /Er wacht(?:en|) nog (\d+|één)/.exec(await main(page))?.[1] ?? '0'
    expect(after === 'één' ? 1 : Number(after)).toBeLessThan(before)
    // Back, other lines stand where the booked ones stood: none of them may be ticked by the browser.
    await page.goBack()
    await page.waitForLoadState()
    expect(await page.locator('tbody input[type=checkbox]').count()).toBeGreaterThan(0)
    expect(await page.locator('tbody input[type=checkbox]:checked').count()).toBe(0)
    await context.close()
  })
})

describe('with the keyboard alone', () => {
  test('a case manager opens the request that must be decided first', async () => {
    const { page, context } = await house.as('Ilse van Rooij')
    await page.goto('/klantmanager')
    await tabTo(page, /^Besluit/)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/toestemmingen\//)
    expect(await main(page)).toContain('Awb 4:13')
    await context.close()
  })

  test('the first press of Tab offers to skip to the content', async () => {
    const { page, context } = await house.visitor()
    await page.goto('/')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Ga naar de inhoud')
    await context.close()
  })
})

describe('somebody else', () => {
  test('is told that a page is not there, in words', async () => {
    const { page, context } = await house.as('Petra Mulder', PHONE)
    const answer = await page.goto('/bonnen/00000000-0000-7000-8000-000000000000')
    expect(answer?.status()).toBe(404)
    expect(await main(page)).toContain('Naar de startpagina')
    await context.close()
  })
})

describe('photos of own work', () => {
  test('a heavy photo is made smaller by the browser before it goes, and stands on the page with its own size', async () => {
    const { page, context } = await house.as('Samira el Amrani', PHONE)
    await page.goto('/mijn-werk')
    const sent = await page.evaluate(async () => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 3000, height: 2000 })
      const brush = canvas.getContext('2d')
      for (let spot = 0; brush && spot < 8000; spot++) {
        brush.fillStyle = `hsl(${spot % 360} 60% 50%)`
        brush.fillRect((spot * 7919) % 3000, (spot * 104_729) % 2000, 60, 60)
      }
      const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.95))
      return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))]
    })
    await page.locator('input[name=photo]').setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(sent) })
    await page.locator('.file img').waitFor()
    const kept = await page.locator('input[name=photo]').evaluate((input: HTMLInputElement) => input.files?.[0]?.size ?? 0)
    expect(kept).toBeGreaterThan(1000)
    expect(kept).toBeLessThan(sent.length / 2)
    await page.locator('input[name=seen]').fill('Gekleurde vlakken')
    await page.getByRole('button', { name: 'Bewaar deze foto' }).click()
    const photo = page.getByRole('img', { name: 'Gekleurde vlakken' })
    expect(await photo.evaluate((image) => [image.getAttribute('width'), image.getAttribute('height')])).toEqual(['1600', '1067'])
    await context.close()
  })

  test('with script off and keys alone a visitor finds work in the catalogue and gets to asking for a quote', async () => {
    const { page, context } = await house.visitor({ ...PHONE, javaScriptEnabled: false })
    await page.goto('/aanbod?werk=events')
    expect(await main(page)).toContain('Bekijk al het aanbod')
    await page.goto('/aanbod')
    await page.locator('select[name=werk]').focus()
    await page.keyboard.type('Kleding')
    await page.keyboard.press('Tab')
    await page.keyboard.type('wilgen')
    await page.keyboard.press('Enter')
    await page.waitForURL(/plaats=wilgen/)
    expect(await main(page)).toContain('Eén ding gevonden')
    await tabTo(page, /^Vraag een offerte/)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/aanbod\/[0-9a-f-]{36}$/)
    expect(await main(page)).toContain('Wat wilt u laten maken of doen?')
    await context.close()
  })
})
