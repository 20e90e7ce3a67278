declare const day_: unique symbol
declare const month_: unique symbol

/** A calendar day in Amsterdam, `YYYY-MM-DD`. */
export type Day = string & { readonly [day_]: true }
/** A calendar month, `YYYY-MM`. */
export type Month = string & { readonly [month_]: true }
/** A moment on the time line. */
export type Instant = Temporal.Instant

const ZONE = 'Europe/Amsterdam'

/** A day from text; throws when there is no such day. */
export function day(text: string): Day {
  const found = findDay(text)
  if (!found) throw new RangeError(`no such day: ${text}`)
  return found
}

/** A day from `YYYY-MM-DD`, or null. */
export function findDay(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as Day
  } catch {
    return null
  }
}

/** A day as a Dutch person types it, "10-11-2026" or "2026-11-10"; null when it is no day. */
export function parseDay(typed: string): Day | null {
  const text = typed.trim()
  const dutch = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text)
  if (!dutch) return findDay(text)
  const [, d = '', m = '', y = ''] = dutch
  return findDay(`${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`)
}

export function month(text: string): Month {
  const found = findMonth(text)
  if (!found) throw new RangeError(`no such month: ${text}`)
  return found
}

export function findMonth(text: string): Month | null {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? (text as Month) : null
}

/** A day begins with a minute: within one it is the same day, and every request asks for it. */
let newest: { readonly minute: number; readonly day: Day } | null = null

/** The day it is in Amsterdam at this moment. */
export function dayOf(at: Instant): Day {
  const minute = Math.floor(at.epochMilliseconds / 60_000)
  if (newest?.minute !== minute) newest = { minute, day: at.toZonedDateTimeISO(ZONE).toPlainDate().toString() as Day }
  return newest.day
}

export function monthOf(on: Day): Month {
  return on.slice(0, 7) as Month
}

export function yearOf(on: Day | Month): number {
  return Number(on.slice(0, 4))
}

export function firstDay(of: Month): Day {
  return `${of}-01` as Day
}

export function lastDay(of: Month): Day {
  return Temporal.PlainYearMonth.from(of).toPlainDate({ day: 31 }).toString() as Day
}

// Terms and lists reckon thousands of days: counting them as whole numbers takes a tenth of what a calendar object per step does.
const DAY_MS = 86_400_000

function numberOf(on: Day): number {
  return Math.floor(Date.parse(on) / DAY_MS)
}

export function addDays(on: Day, days: number): Day {
  return new Date((numberOf(on) + days) * DAY_MS).toISOString().slice(0, 10) as Day
}

/** The same day of a later month, or its last day where that month is shorter. */
export function addMonths(on: Day, months: number): Day {
  return Temporal.PlainDate.from(on).add({ months }).toString() as Day
}

export function monthAfter(of: Month, months = 1): Month {
  return Temporal.PlainYearMonth.from(of).add({ months }).toString() as Month
}

/** Days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from)
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(on: Day): number {
  // The first day of 1970 was a Thursday.
  return ((((numberOf(on) + 3) % 7) + 7) % 7) + 1
}

/** The Monday of the week of a day. */
export function mondayOf(on: Day): Day {
  return addDays(on, 1 - weekday(on))
}

export function laterDay(a: Day, b: Day): Day {
  return a > b ? a : b
}

export function earlierDay(a: Day, b: Day): Day {
  return a < b ? a : b
}

/** Whether `on` lies in a validity with both ends included; an open end is null. */
export function within(on: Day, from: Day, until: Day | null): boolean {
  return on >= from && (until === null || on <= until)
}

/** The moment a day begins in Amsterdam. */
export function startOf(on: Day): Instant {
  return Temporal.PlainDate.from(on).toZonedDateTime(ZONE).toInstant()
}

const formats = new Map<string, Intl.DateTimeFormat>()

function written(on: Day, language: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${language} ${JSON.stringify(options)}`
  let format = formats.get(key)
  if (!format) {
    // British English has the day before the month, as everywhere in Europe.
    format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...options, timeZone: 'UTC' })
    formats.set(key, format)
  }
  return format.format(new Date(`${on}T12:00:00Z`))
}

/** "10 november 2026". */
export function longDay(on: Day, language = 'nl'): string {
  return written(on, language, { day: 'numeric', month: 'long', year: 'numeric' })
}

/** "dinsdag 10 november". */
export function weekdayDay(on: Day, language = 'nl'): string {
  return written(on, language, { weekday: 'long', day: 'numeric', month: 'long' })
}

/** "10 nov". */
export function shortDay(on: Day, language = 'nl'): string {
  return written(on, language, { day: 'numeric', month: 'short' })
}

/** "november 2026". */
export function longMonth(of: Month, language = 'nl'): string {
  return written(firstDay(of), language, { month: 'long', year: 'numeric' })
}

/** "november": where the year is said beside it. */
export function nameOfMonth(of: Month, language = 'nl'): string {
  return written(firstDay(of), language, { month: 'long' })
}

/** "10 november 2026, 14:05" in Amsterdam. */
export function longInstant(at: Instant, language = 'nl'): string {
  return `${longDay(dayOf(at), language)}, ${clockTime(at)}`
}

/** "14:05", in Amsterdam. */
export function clockTime(at: Instant): string {
  const time = at.toZonedDateTimeISO(ZONE)
  return `${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`
}
