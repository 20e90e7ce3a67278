import { type Day, daysBetween } from '#kit/day.ts'
import type { Language } from '#kit/text.ts'
import type { Craft } from '../listings/listings.rules.ts'

/** For whom there is a flyer, as the last part of its address. */
export const FLYERS = ['voor-gemeenten', 'voor-leden', 'voor-klanten'] as const
export type Flyer = (typeof FLYERS)[number]

export const SHEETS = ['a4', 'a5'] as const
export type Sheet = (typeof SHEETS)[number]

/** Whose flyer it is. What nobody told is null, and its line is left out. */
export type Sender = {
  readonly kind: 'cooperative' | 'municipality' | 'network'
  readonly id: string
  readonly name: string
  readonly town: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly website: string | null
  readonly crafts: readonly Craft[]
}

/** What a flyer may count: nothing of anybody, only what stands in public already. */
export type FlyerFigures = {
  /** Cooperatives in the list that go on, and those of them that run. */
  readonly listed: number
  readonly active: number
  /** What members of the sender show in the catalogue. */
  readonly offerings: number
  /** Members in the country as they were told last, rounded; null where nothing was told. */
  readonly told: { readonly year: number; readonly cooperatives: number; readonly members: number } | null
}

/** How often a flyer was taken on a day. */
export type FlyerDay = { readonly flyer: Flyer; readonly on: Day; readonly times: number }

export function isFlyer(name: string): name is Flyer {
  return (FLYERS as readonly string[]).includes(name)
}

/** Where a flyer is read, or a file of it taken. */
export function flyerAddress(flyer: Flyer, sender: Sender, language: Language, sheet: Sheet | null = null): string {
  const query = new URLSearchParams({ ...(sheet ? { maat: sheet } : {}), ...(sender.kind === 'network' ? {} : { van: sender.id }) }).toString()
  return `${language === 'en' ? '/en' : ''}/flyers/${flyer}${sheet ? '/pdf' : ''}${query === '' ? '' : `?${query}`}`
}

/** The page to which the square on a flyer leads: the own entry of a cooperative, else what fits the reader. */
export function landingOf(flyer: Flyer, sender: Sender, language: Language): string {
  const general = { 'voor-gemeenten': '/voor-gemeenten', 'voor-leden': '/iets-voor-mij', 'voor-klanten': '/aanbod' } as const
  return `${language === 'en' ? '/en' : ''}${sender.kind === 'cooperative' ? `/cooperaties/${sender.id}` : general[flyer]}`
}

/** How often each flyer was taken: today and the thirty days before, and as long as we count. */
export function takenOf(days: readonly FlyerDay[], today: Day): { readonly flyer: Flyer; readonly lately: number; readonly ever: number }[] {
  const sum = (rows: readonly FlyerDay[]) => rows.reduce((total, { times }) => total + times, 0)
  return FLYERS.map((flyer) => {
    const own = days.filter((row) => row.flyer === flyer)
    return { flyer, lately: sum(own.filter(({ on }) => daysBetween(on, today) <= 30)), ever: sum(own) }
  })
}
