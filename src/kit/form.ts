import { z } from 'zod'
import { bsnTexts, containsBsn } from './bsn.ts'
import { type Day, type Month, parseDay } from './day.ts'
import { en } from './form.en.ts'
import { nl } from './form.nl.ts'
import { type BasisPoints, type Cents, parseEuro } from './money.ts'
import type { Sentence } from './refusal.ts'
import { fill, type Language, type Params, type SameTexts } from './text.ts'

/** What came with a form, as typed: several values under one name become a list, files stay files. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

/** What is wrong with a form, to show it again with everything that was typed. */
export type Problems = { readonly sentence: Sentence; readonly fields: Readonly<Record<string, string>>; readonly typed: Typed }

export type Parsed<T> = { readonly ok: true; readonly value: T; readonly typed: Typed } | { readonly ok: false; readonly problems: Problems }

const texts: Readonly<Record<Language, SameTexts<typeof nl>>> = { nl, en }

const MARK = '\u0001'

/** A message for a field in every language: a form is made once and read by people of any language; \`checkForm\` picks the words. */
export function said(words: Readonly<Record<Language, string>>): string {
  return MARK + JSON.stringify(words)
}

const told = (key: keyof typeof nl, params: Params = {}) => said({ nl: fill(nl[key], params), en: fill(en[key], params) })

/** The messages that every form uses, ready for a field of another kind. */
export const formTexts: Readonly<Record<'required' | 'choose' | 'amount' | 'day', string>> = {
  required: told('required'),
  choose: told('choose'),
  amount: told('amount'),
  day: told('day'),
}

function inLanguage(message: string, language: Language): string {
  if (message.startsWith(MARK)) return (JSON.parse(message.slice(MARK.length)) as Readonly<Record<Language, string>>)[language]
  return /[a-z]/.test(message) && !message.startsWith('Invalid') ? message : texts[language].required
}

const empty = (value: unknown) => value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

/** A line of text; longer than `max` is refused, never cut. */
export function text(max = 200) {
  return z.preprocess(
    (value) => (typeof value === 'string' ? value.trim().replace(/\r\n/g, '\n') : value),
    z.string(told('required')).min(1, told('required')).max(max, told('tooLong', { max })),
  )
}

export function optionalText(max = 200) {
  return z.preprocess(
    (value) => (empty(value) ? null : typeof value === 'string' ? value.trim().replace(/\r\n/g, '\n') : value),
    z.string().max(max, told('tooLong', { max })).nullable(),
  )
}

const noBsn = said({ nl: `${bsnTexts.nl.found.what} ${bsnTexts.nl.found.next}`, en: `${bsnTexts.en.found.what} ${bsnTexts.en.found.next}` })

/** Words about people, at most \`max\` signs; refuses what can be a BSN (UAVG art. 46). Numbers with a field of their own are \`text\`. */
export function prose(max: number) {
  return text(max).refine((words) => !containsBsn(words), noBsn)
}

export function optionalProse(max: number) {
  return optionalText(max).refine((words) => words === null || !containsBsn(words), noBsn)
}

function read<T>(parse: (typed: string) => T | null, message: string) {
  return z
    .unknown()
    .optional()
    .transform((value, context): T => {
      if (empty(value)) {
        context.addIssue({ code: 'custom', message: told('required') })
        return z.NEVER
      }
      const found = parse(String(value))
      if (found === null) {
        context.addIssue({ code: 'custom', message })
        return z.NEVER
      }
      return found
    })
}

/** An amount above zero, in cents. */
export function amount() {
  return read<Cents>(parseEuro, told('amount')).refine((cents) => cents > 0n, told('amountPositive'))
}

/** An amount of zero or more. */
export function amountFromZero() {
  return read<Cents>(parseEuro, told('amount')).refine((cents) => cents >= 0n, told('amountFromZero'))
}

/** An amount of zero, more or less. */
export function anyAmount() {
  return read<Cents>(parseEuro, told('amount'))
}

export function optional<T>(field: z.ZodType<T>) {
  return z
    .unknown()
    .optional()
    .transform((value, context): T | null => {
      if (empty(value)) return null
      const found = field.safeParse(value)
      if (found.success) return found.data
      // What is wrong is said by the field itself; a union would only say that nothing fitted.
      for (const issue of found.error.issues) context.addIssue({ code: 'custom', message: issue.message })
      return z.NEVER
    })
}

export function dayField() {
  return read<Day>(parseDay, told('day'))
}

/** A quantity in thousandths: "1,5" is 1500n. */
export function quantity() {
  return read<bigint>((typed) => {
    const match = /^(\d{1,7})(?:[.,](\d{1,3}))?$/.exec(typed.trim())
    if (!match) return null
    const thousandths = BigInt(match[1] ?? '0') * 1000n + BigInt((match[2] ?? '').padEnd(3, '0') || '0')
    return thousandths > 0n ? thousandths : null
  }, told('number'))
}

/** A percentage in basis points: "12,5" is 1250n. */
export function percentage() {
  return read<BasisPoints>((typed) => {
    const match = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(typed.trim())
    return match ? BigInt(match[1] ?? '0') * 100n + BigInt((match[2] ?? '').padEnd(2, '0') || '0') : null
  }, told('percent'))
}

export function wholeNumber() {
  return read<number>((typed) => (/^\d{1,9}$/.test(typed.trim()) ? Number(typed) : null), told('number'))
}

export function choice<const V extends readonly [string, ...string[]]>(values: V) {
  return z.enum(values, told('choose'))
}

export function email() {
  return z.preprocess((value) => (typeof value === 'string' ? value.trim().toLowerCase() : value), z.email(told('email')).max(254, told('email')))
}

export function ticked() {
  return z
    .unknown()
    .optional()
    .transform((value) => value === 'ja' || value === 'on' || value === 'true')
}

/** All values under one name, also when there is one or none. */
export function many<T extends z.ZodType>(field: T) {
  return z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(field))
}

export function file() {
  return z.preprocess((value) => (value instanceof File && value.size > 0 ? value : null), z.instanceof(File).nullable())
}

/** Checks what was sent against the form; on failure every field keeps what was typed and gets its own sentence, in the reader's language. */
export function checkForm<T>(schema: z.ZodType<T>, body: Readonly<Record<string, unknown>>, language: Language = 'nl'): Parsed<T> {
  const typed = typedOf(body)
  const result = schema.safeParse(body)
  if (result.success) return { ok: true, value: result.data, typed }
  const fields: Record<string, string> = {}
  for (const issue of result.error.issues) {
    const name = issue.path.join('.')
    fields[name] ??= inLanguage(issue.message, language)
  }
  return { ok: false, problems: { sentence: { what: texts[language].check, next: texts[language].checkNext }, fields, typed } }
}

/** What was typed, by field; of a file only its name, for a browser gives no file back to a page. */
export function typedOf(body: Readonly<Record<string, unknown>>): Typed {
  const typed: Record<string, string | readonly string[]> = {}
  for (const [name, value] of Object.entries(body)) {
    if (name.startsWith('_')) continue
    const words = [value].flat().flatMap((part) => (typeof part === 'string' ? [part] : part instanceof File && part.size > 0 ? [part.name] : []))
    if (Array.isArray(value)) typed[name] = words
    else if (words[0] !== undefined) typed[name] = words[0]
  }
  return typed
}

/** What was typed under a name, for a field's value. */
export function typedValue(problems: Problems | null | undefined, name: string, otherwise = ''): string {
  const value = problems?.typed[name]
  if (value === undefined) return otherwise
  return typeof value === 'string' ? value : (value[0] ?? '')
}

export type { Month }
export { z }
