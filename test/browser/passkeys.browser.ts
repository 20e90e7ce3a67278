import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, openHouse } from './house.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
}, 300_000)

afterAll(() => house.close())

/** A device with a fingerprint, as far as the browser knows; `verified` says whether the finger is the right one. */
async function device(page: Page): Promise<{ verified: (right: boolean) => Promise<void> }> {
  const client = await page.context().newCDPSession(page)
  await client.send('WebAuthn.enable')
  const { authenticatorId } = await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    verified: async (isUserVerified) => {
      await client.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
    },
  }
}

// biome-ignore lint/performance/useDomNodeTextContent: the drawn text is what is tested
const main = (page: Page) => page.locator('main').innerText()

const signOut = async (page: Page) => {
  await page.locator('details.as summary').click()
  await page.locator('form[action="/uitloggen"] button').click()
  await page.waitForURL((url) => url.pathname === '/')
}

describe('a passkey', () => {
  test('is made at the own account, lets its person in without a code, and is removed again', async () => {
    const { page, context } = await house.as('Samira el Amrani')
    const finger = await device(page)
    await page.goto('/mijn-account')
    expect(await main(page)).toContain('Je hebt nog geen passkey')
    await page.getByLabel('Naam voor dit toestel').fill('Mijn telefoon')
    await page.getByRole('button', { name: 'Maak een passkey' }).press('Enter')
    await page.getByText('De passkey is gemaakt').waitFor()
    expect(await main(page)).toMatch(/Mijn telefoon\s+gemaakt op 24 november 2026, nog niet gebruikt/)
    expect(await main(page)).toMatch(/Chrome op Linux[\s\S]*dit toestel/)

    await signOut(page)
    await page.goto('/inloggen/e-mail')
    await finger.verified(false)
    await page.getByRole('button', { name: 'Inloggen met een passkey' }).click()
    await page.getByText('Het lukte niet met de passkey').waitFor()
    await finger.verified(true)
    await page.getByRole('button', { name: 'Inloggen met een passkey' }).press('Enter')
    await page.waitForURL((url) => url.pathname === '/mijn')
    await page.goto('/mijn-account')
    expect(await main(page)).toContain('laatst gebruikt op 24 november 2026')

    await page.getByRole('button', { name: 'Haal weg' }).click()
    await page.getByText('De passkey is weg').waitFor()
    await signOut(page)
    await page.goto('/inloggen/e-mail')
    await page.getByRole('button', { name: 'Inloggen met een passkey' }).click()
    await page.getByText('Deze passkey kennen we niet').waitFor()
    await context.close()
  })

  test('takes the name of the device where none was given, and is offered to nobody whose browser runs no script', async () => {
    const { page, context } = await house.as('Ans de Boer')
    await device(page)
    await page.goto('/mijn-account')
    await page.getByRole('button', { name: 'Maak een passkey' }).click()
    await page.getByText('De passkey is gemaakt').waitFor()
    expect(await main(page)).toMatch(/Chrome op Linux\s+gemaakt op/)
    await context.close()
    const plain = await house.visitor({ javaScriptEnabled: false })
    await plain.page.goto('/inloggen/e-mail')
    expect(await plain.page.getByRole('button', { name: 'Inloggen met een passkey' }).count()).toBe(0)
    expect(await plain.page.getByRole('button', { name: 'Stuur mij een code' }).count()).toBe(1)
    await plain.context.close()
  })
})
