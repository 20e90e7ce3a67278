import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse } from './house.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
}, 300_000)

afterAll(() => house.close())

/** Tab until a row of the list has the focus: its first one. */
async function toList(page: Page): Promise<void> {
  for (let pressed = 0; pressed < 80; pressed++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => document.activeElement?.matches('table[data-keys] tbody tr') ?? false)) return
  }
  throw new Error('no list within 80 presses of Tab')
}
const place = (page: Page) => page.evaluate(() => [...document.querySelectorAll('table[data-keys] tbody tr')].indexOf(document.activeElement as Element))
const picture = async (page: Page, name: string) => {
  if (process.env.OPBLOEI_PICTURES) await page.screenshot({ path: `${process.env.OPBLOEI_PICTURES}/${name}.png`, fullPage: true })
}

test('j and k go down and up the list, enter opens the row, and back keeps the filter in the address', async () => {
  const { page, context } = await house.as('Ilse van Rooij')
  await page.goto('/klantmanager?toon=af')
  await toList(page)
  expect(await place(page)).toBe(0)
  const rows = await page.locator('table[data-keys] tbody tr').count()
  await page.keyboard.press('j')
  expect(await place(page)).toBe(Math.min(1, rows - 1))
  await page.keyboard.press('k')
  expect(await place(page)).toBe(0)
  const href = await page.evaluate(() => (document.activeElement as HTMLElement).dataset.href ?? '')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname === href)
  await page.goBack()
  expect(new URL(page.url()).search).toBe('?toon=af')
  await context.close()
})

test('x marks and a answers the marked statements, and one is back on the same tab', async () => {
  const { page, context } = await house.as('Ilse van Rooij')
  await page.goto('/klantmanager?toon=opgaven')
  const boxes = page.locator('form[action="/opgaven/ontvangst"] input[name=statements]')
  const before = await boxes.count()
  expect(before).toBeGreaterThan(0)
  await boxes.first().focus()
  await page.keyboard.press('x')
  expect(await boxes.first().isChecked()).toBe(true)
  await Promise.all([page.waitForResponse((answer) => answer.request().method() === 'POST'), page.keyboard.press('a')])
  await page.waitForURL(/toon=opgaven$/)
  await page.waitForLoadState()
  expect(await boxes.count()).toBe(before - 1)
  await context.close()
})

test('statements in a row are one line on the page of a resident, and fold out to each with its day and link', async () => {
  const { page, context } = await house.as('Ilse van Rooij')
  await page.goto('/klantmanager')
  await page
    .getByRole('link', { name: /^Besluit.*Petra/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Alles van deze inwoner' }).click()
  const row = page.locator('.timeline > li', {
    hasText: 'Opgaven binnengekomen: januari tot en met oktober 2026. Opgaven gelezen: januari tot en met september 2026.',
  })
  await row.getByText('Bekijk de 19 regels').click()
  expect(await row.locator('a[href^="/opgaven/"]:visible').count()).toBe(19)
  expect(await row.getByText(/^\d+ november 2026: Opgave van oktober 2026 binnengekomen/).isVisible()).toBe(true)
  await context.close()
})

test('every tab fits a phone and a wide screen, light and dark', async () => {
  for (const [width, colorScheme] of [
    [360, 'light'],
    [360, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const) {
    const { page, context } = await house.as('Ilse van Rooij', { viewport: { width, height: 900 }, colorScheme })
    for (const path of [
      '/klantmanager',
      '/klantmanager?toon=team',
      '/klantmanager?toon=opgaven',
      '/klantmanager?toon=vragen',
      '/klantmanager?toon=af',
      '/overdracht',
      '/opgaven',
    ]) {
      await page.goto(path)
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, width])
      await picture(page, `${path.replace(/\W+/g, '-').slice(1)}-${width}-${colorScheme}`)
    }
    await context.close()
  }
})
