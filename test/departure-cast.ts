import { expect } from 'vitest'
import { day } from '#kit/day.ts'
import { asSystem, type MemberId } from '#rooms/access'
import { changeBenefit, changeContact } from '#rooms/members'
import { rowOfColours } from './pictures.ts'
import { bankIn, signedAgreement, sold, template } from './trade.ts'
import { newMember, type Village, village, withConsent } from './village.ts'
import { type Browser, itIs, type TestWorld } from './world.ts'

/** A member with money in the pots of a month without a benefit and of one with it: January and February 2026, both to be closed. */
export async function whoLeaves(world: TestWorld, articles = template('resultaat-60-15-25')): Promise<{ readonly at: Village; readonly samira: MemberId }> {
  const at = await village(world, '2026-01-01')
  const samira = await newMember(at, 'Samira el Amrani', 'none')
  await asSystem(world.world, at.cooperative, 'member.edit', (tx, permit) =>
    changeContact(
      tx,
      permit,
      samira,
      { firstName: 'Samira', name: 'Samira el Amrani', email: 'samira@vertrek.example', phone: null, street: null, postCode: null, city: null, language: 'nl' },
      'http://localhost',
    ),
  )
  await signedAgreement(at, [samira], articles, '2026-01-01')
  const first = await sold(at, samira, '2026-01-05', [{ net: 10_000 }])
  await bankIn(at, '2026-01', [{ invoice: first, gross: 12_100, on: '2026-01-20' }])
  // From February on with a benefit, and with consent that keeps money in the pots.
  itIs(world, '2026-02-01')
  await asSystem(world.world, at.cooperative, 'benefit.change', (tx, permit) =>
    changeBenefit(tx, permit, samira, { source: 'participatiewetOwn', from: day('2026-02-01'), municipality: at.municipality }),
  )
  await withConsent(at, samira, '2026-02-01')
  const second = await sold(at, samira, '2026-02-05', [{ net: 20_000 }])
  await bankIn(at, '2026-02', [{ invoice: second, gross: 24_200, on: '2026-02-20' }], 12_100)
  return { at, samira }
}

/** Keeps a photo of own work, and fills in every step in order, as a page would. */
export async function fillIn(who: Browser, id: string, lastDay: string, things: Readonly<Record<string, string>> = {}): Promise<void> {
  const step = async (slug: string, fields: Readonly<Record<string, string | readonly string[]>>) => {
    const response = await who.post(`/vertrek/${id}/stap/${slug}`, fields)
    expect([slug, response.status]).toEqual([slug, 303])
  }
  const photo = new File([new Uint8Array(rowOfColours(6, 4))], 'jurk.png', { type: 'image/png' })
  await who.post('/mijn-werk', { photo, seen: 'Een rode jurk', madeOn: '2026-03-01', words: '' })
  await step('waarheen', { goal: 'job', note: '' })
  await step('laatste-dag', { on: lastDay })
  await step('facturen', { by: 'treasurer', note: '' })
  await step('werk', { what: 'none', note: '' })
  await step('klanten', {})
  await step('spullen', { note: '', ...things })
  await step('budgetten', { wish: '' })
  await step('gegevens', { parts: ['portfolio', 'contacts', 'agreement', 'plan'] })
  await step('later', { agrees: 'ja' })
}
