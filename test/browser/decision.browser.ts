import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse } from './house.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
}, 300_000)

afterAll(() => house.close())

/** What a person reads: as it is drawn, so that folded and hidden words do not count. */
// biome-ignore lint/performance/useDomNodeTextContent: the drawn text is what is tested
const main = (page: Page) => page.locator('main').innerText()

/** A person without a mouse. Every key that goes down is counted: each Tab, and both keys of a chord. */
function keyboard(page: Page) {
  const did: string[] = []
  const down = async (key: string) => {
    did.push(...key.split('+'))
    await page.keyboard.press(key)
  }
  const here = () => page.evaluate(() => (document.activeElement?.closest('label') ?? document.activeElement)?.textContent?.trim() ?? '')
  return {
    did,
    here,
    to: async (name: RegExp) => {
      for (let pressed = 0; pressed < 80; pressed++) {
        await down('Tab')
        if (name.test(await here())) return
      }
      throw new Error(`no ${name} within 80 presses of Tab`)
    },
    press: async (key: string, until?: RegExp) => {
      await down(key)
      if (until) await page.waitForURL(until)
    },
  }
}

test('on a phone: the form and the letter fit, and what was prepared can be thrown away', async () => {
  const { page, context } = await house.as('Ilse van Rooij', { viewport: { width: 360, height: 760 }, hasTouch: true, javaScriptEnabled: true })
  await page.goto('/klantmanager')
  await page
    .getByRole('link', { name: /^Besluit/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Toestemming geven' }).click()
  await page.waitForURL(/\/besluit/)
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth)
  expect(await wide()).toBeLessThanOrEqual(360)
  await page.getByRole('button', { name: 'Bekijk de brief' }).click()
  await page.waitForURL(/\/voorbeeld$/)
  expect(await wide()).toBeLessThanOrEqual(360)
  expect(await main(page)).toContain('Onderteken en verstuur')
  if (process.env.OPBLOEI_PICTURES) await page.screenshot({ path: `${process.env.OPBLOEI_PICTURES}/voorbeeld-360.png`, fullPage: true })
  await page.getByRole('button', { name: 'Gooi weg' }).click()
  await page.waitForURL(/\/toestemmingen\/[0-9a-f-]+$/)
  expect(await main(page)).not.toContain('Er ligt een brief klaar')
  await context.close()
})

test('with the keyboard alone: from the desk to a signed decision in under fifteen presses of keys, and it can still be held', async () => {
  const { page, context } = await house.as('Ilse van Rooij')
  await page.goto('/klantmanager')
  const hands = keyboard(page)
  await hands.to(/^Ga naar de lijst$/)
  await hands.press('Enter')
  await hands.press('Enter', /\/toestemmingen\/[0-9a-f-]+#nu$/)
  expect(await page.evaluate(() => [document.activeElement?.id, scrollY])).toEqual(['nu', 0])
  await hands.to(/^Toestemming geven$/)
  await hands.press('Enter', /\/besluit/)
  expect(await hands.here()).toContain('Toestemming geven')
  await hands.to(/^Met onze gebruikelijke voorwaarden/)
  await hands.press('Space')
  await hands.press('Control+Enter', /\/voorbeeld$/)
  const letter = await main(page)
  for (const said of ['Ja, u mag meedoen', 'artikel 6:7 Awb', 'namens burgemeester en wethouders', 'In gewone woorden', 'hoogstens 16 uur per week'])
    expect(letter).toContain(said)
  await hands.to(/^Onderteken en verstuur$/)
  await hands.press('Enter', /\/voorbeeld$/)
  await page.getByText('Gaat weg om').waitFor()
  expect(hands.did.length, hands.did.join(' ')).toBeLessThan(15)
  await hands.to(/^Houd tegen$/)
  await hands.press('Enter', /\/voorbeeld$/)
  await page.getByRole('heading', { name: 'Tegengehouden' }).waitFor()
  await context.close()
})

test('nothing is decided for whoever did not choose: without an outcome the form asks for it first', async () => {
  const { page, context } = await house.as('Ilse van Rooij')
  await page.goto('/klantmanager')
  const request = await page.getByRole('link', { name: /^Besluit.*Petra/ }).getAttribute('href')
  await page.goto(`${request}/besluit`)
  expect(await page.locator('[name=outcome]:checked').count()).toBe(0)
  expect(await page.getByText('Deze kosten tellen mee').isVisible()).toBe(false)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('alert').waitFor()
  await page.getByLabel('Weigeren').check()
  expect(await page.locator('[name=reason]').isVisible()).toBe(true)
  expect(await page.getByText('Deze kosten tellen mee').isVisible()).toBe(false)
  await page.getByLabel('Toestemming geven').check()
  expect(await page.locator('[name=reason]').isVisible()).toBe(false)
  expect(await page.getByText('Deze kosten tellen mee').isVisible()).toBe(true)
  await context.close()
})
