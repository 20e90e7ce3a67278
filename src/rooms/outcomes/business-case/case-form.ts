import { z } from 'zod'
import { amountFromZero, checkForm, optional, type Problems, percentage, type Typed, wholeNumber } from '#kit/form.ts'
import { cents, percent, plainEuro, WHOLE } from '#kit/money.ts'
import type { Language } from '#kit/text.ts'
import { caseTexts } from './case.en.ts'
import { ASSUMPTIONS, type Assumption, type CaseFacts, type Span, UNITS, upsideDown } from './case.rules.ts'

/** How the figures are called in the address, so that a colleague opens the same sum by its link. */
const PARAMS = {
  benefit: 'uitkering',
  execution: 'uitvoering',
  exit: 'uitstroom',
  anyway: 'vanzelf',
  stays: 'blijft',
  share: 'deel',
  care: 'zorg',
  costs: 'kosten',
  start: 'begin',
} as const satisfies Record<Assumption, string>

export const PEOPLE = 'deelnemers'
export const YEARS = 'jaren'
/** More euros than this is no figure of a municipality but a slip of the hand. */
const MOST_CENTS = 100_000_000_00n

export function nameOf(assumption: Assumption, end: keyof Span): string {
  return `${PARAMS[assumption]}-${end === 'low' ? 'van' : 'tot'}`
}

/** The fields as they stand for these figures. */
export function typedFacts(facts: CaseFacts): Record<string, string> {
  const shown = (name: Assumption, value: bigint) => (UNITS[name] === 'share' ? percent(value).replace('%', '') : plainEuro(cents(value)))
  const ends = ASSUMPTIONS.flatMap((name) => (['low', 'high'] as const).map((end): [string, string] => [nameOf(name, end), shown(name, facts[name][end])]))
  return { [PEOPLE]: String(facts.people), [YEARS]: String(facts.years), ...Object.fromEntries(ends) }
}

const FIELDS = z.object({
  [PEOPLE]: optional(wholeNumber()),
  [YEARS]: optional(wholeNumber()),
  ...Object.fromEntries(
    ASSUMPTIONS.flatMap((name) =>
      (['low', 'high'] as const).map((end) => [nameOf(name, end), optional<bigint>(UNITS[name] === 'share' ? percentage() : amountFromZero())]),
    ),
  ),
})

export type CaseAsked = { readonly facts: CaseFacts; readonly problems: null } | { readonly facts: null; readonly problems: Problems }

/** What was filled in, over what the page begins with: an empty field keeps the usual figure. Tells what is not right at each field. */
export function askedFacts(query: Readonly<Record<string, string>>, usual: CaseFacts, language: Language): CaseAsked {
  const { fields: words, refusals } = caseTexts(language)
  const parsed = checkForm(FIELDS as unknown as z.ZodType<Readonly<Record<string, bigint | number | null>>>, query, language)
  if (!parsed.ok) return { facts: null, problems: parsed.problems }
  const given = (name: string) => parsed.value[name] ?? null
  const span = (name: Assumption): Span => ({
    low: BigInt(given(nameOf(name, 'low')) ?? usual[name].low),
    high: BigInt(given(nameOf(name, 'high')) ?? usual[name].high),
  })
  const spans = Object.fromEntries(ASSUMPTIONS.map((name) => [name, span(name)])) as Record<Assumption, Span>
  const facts: CaseFacts = { people: Number(given(PEOPLE) ?? usual.people), years: Number(given(YEARS) ?? usual.years), ...spans }
  const wrong: Record<string, string> = {}
  if (facts.people < 1 || facts.people > 5_000) wrong[PEOPLE] = words.people
  if (facts.years < 1 || facts.years > 10) wrong[YEARS] = words.years
  for (const name of ASSUMPTIONS)
    for (const end of ['low', 'high'] as const) {
      if (UNITS[name] === 'share' ? facts[name][end] > WHOLE : facts[name][end] > MOST_CENTS)
        wrong[nameOf(name, end)] = UNITS[name] === 'share' ? words.share : words.amount
    }
  for (const name of upsideDown(facts)) wrong[nameOf(name, 'high')] ??= words.turned
  if (Object.keys(wrong).length === 0) return { facts, problems: null }
  return { facts: null, problems: { sentence: refusals.wrong, fields: wrong, typed: query as Typed } }
}
