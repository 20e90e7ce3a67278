import type { Day } from '#kit/day.ts'
import { z } from '#kit/form.ts'
import type { Language } from '#kit/text.ts'
import type { MemberId, OrganisationId } from '#rooms/access'

declare const customer_: unique symbol
export type CustomerId = string & { readonly [customer_]: true }

/** Whose a tip is: money held for the member, turnover of the member, or income of the cooperative. */
export const TIP_OWNERS = ['member', 'turnover', 'cooperative'] as const
export type TipOwner = (typeof TIP_OWNERS)[number]

const Settings = z.object({
  /** Days a customer has to pay, unless the invoice says otherwise. */
  invoiceTermDays: z.number().int().min(1).max(90).default(14),
  /** Whether pots are an obligation or an earmarked reserve (decisions 3), in the first financial year. */
  pots: z.enum(['obligation', 'reserve']).default('obligation'),
  /** What was chosen for later financial years: each holds until the next. */
  potChanges: z.array(z.object({ year: z.number().int(), pots: z.enum(['obligation', 'reserve']) })).default([]),
  /** How long a trial lasts, in months, unless somebody says otherwise. */
  trialMonths: z.number().int().min(1).max(12).default(3),
  /** Within so many days a member hands in cash of the cooperative (decisions 4). */
  cashTermDays: z.number().int().min(1).max(90).default(14),
  /** Whose tips are, from which day on [G]: each holds until the next. Before the first it was not chosen, and tips wait. */
  tips: z.array(z.object({ from: z.iso.date().transform((from) => from as Day), to: z.enum(TIP_OWNERS) })).default([]),
  /** How many months somebody who left still signs in, to read what is theirs: as long as a file outside the books is kept, unless chosen. */
  formerMonths: z.number().int().min(1).max(84).default(24),
})

/** What a cooperative chose for itself. */
export type CooperativeSettings = z.infer<typeof Settings>

/** Settings as stored, with the usual choice where nothing was chosen. */
export function settingsFrom(stored: unknown): CooperativeSettings {
  return Settings.parse(stored ?? {})
}

/** How a cooperative keeps its pots in a financial year: as an obligation or as an earmarked reserve (decisions 3). */
export function potsIn({ pots, potChanges }: Pick<CooperativeSettings, 'pots' | 'potChanges'>, year: number): CooperativeSettings['pots'] {
  const before = potChanges.filter((each) => each.year <= year).toSorted((a, b) => a.year - b.year)
  return before.at(-1)?.pots ?? pots
}

/** The settings with another way of keeping pots from a financial year on: of the first year when `year` is null. A choice that changes nothing is left out. */
export function withPotsFrom(settings: CooperativeSettings, year: number | null, pots: CooperativeSettings['pots']): CooperativeSettings {
  if (year === null) return { ...settings, pots, potChanges: [] }
  const earlier = { ...settings, potChanges: settings.potChanges.filter((each) => each.year < year) }
  return potsIn(earlier, year) === pots ? earlier : { ...earlier, potChanges: [...earlier.potChanges, { year, pots }] }
}

/** Whose a tip of a day is; null where that was not chosen. */
export function tipsOn({ tips }: Pick<CooperativeSettings, 'tips'>, on: Day): TipOwner | null {
  return (
    tips
      .filter((each) => each.from <= on)
      .toSorted((a, b) => (a.from < b.from ? -1 : 1))
      .at(-1)?.to ?? null
  )
}

/** The settings with another owner of tips from a day on; what was chosen for that day or later gives way. A choice that changes nothing is left out. */
export function withTipsFrom(settings: CooperativeSettings, from: Day, to: TipOwner): CooperativeSettings {
  const earlier = { ...settings, tips: settings.tips.filter((each) => each.from < from) }
  return tipsOn(earlier, from) === to ? earlier : { ...earlier, tips: [...earlier.tips, { from, to }] }
}

export type CooperativeFacts = {
  readonly legalName: string
  readonly tradeName: string
  readonly kvk: string
  readonly vatId: string | null
  readonly iban: string | null
  readonly street: string
  readonly postCode: string
  readonly city: string
  readonly email: string | null
  readonly phone: string | null
  readonly website: string | null
  /** First and last day of the small businesses scheme (Wet OB art. 25). */
  readonly korSince: Day | null
  readonly korUntil: Day | null
  readonly settings: CooperativeSettings
}

export type Cooperative = CooperativeFacts & { readonly id: OrganisationId }

export type Municipality = {
  readonly id: OrganisationId
  readonly code: string
  readonly name: string
  readonly department: string
  readonly street: string
  readonly postCode: string
  readonly city: string
  readonly email: string | null
}

export type CustomerFacts = {
  /** The member whose customer it is; null for a customer of the cooperative itself. */
  readonly member: MemberId | null
  readonly kind: 'person' | 'organisation'
  readonly name: string
  readonly attention: string | null
  readonly street: string | null
  readonly postCode: string | null
  readonly city: string | null
  /** Two letters, "NL". */
  readonly country: string
  readonly email: string | null
  readonly kvk: string | null
  readonly vatId: string | null
  readonly peppol: string | null
  /** In which language the customer gets mail; not known is Dutch. */
  readonly language?: Language | null
}

export type Customer = CustomerFacts & { readonly id: CustomerId }
