import { addDays, type Day, day, weekday, yearOf } from '#kit/day.ts'

/**
 * The holidays of a year by the Algemene termijnenwet art. 3: New Year, Good Friday, Easter Monday, Ascension, Whit Monday,
 * both days of Christmas, King's day and 5 May. Days equated by decree are data, not rules.
 */
export function holidaysOf(year: number): readonly Day[] {
  const found = reckoned.get(year) ?? reckonHolidays(year)
  reckoned.set(year, found)
  return found
}

// A list of terms asks the same few years again for each day of each row.
const reckoned = new Map<number, readonly Day[]>()

function reckonHolidays(year: number): readonly Day[] {
  const easter = easterOf(year)
  const king = day(`${year}-04-27`)
  return [
    day(`${year}-01-01`),
    addDays(easter, -2),
    addDays(easter, 1),
    // King's day moves to the Saturday before when it falls on a Sunday.
    weekday(king) === 7 ? addDays(king, -1) : king,
    day(`${year}-05-05`),
    addDays(easter, 39),
    addDays(easter, 50),
    day(`${year}-12-25`),
    day(`${year}-12-26`),
  ]
}

/** Tells of a day whether a term cannot end on it, given the days equated by decree. */
export function freeDays(equated: readonly Day[]): (on: Day) => boolean {
  const equal = new Set(equated)
  return (on) => equal.has(on) || holidaysOf(yearOf(on)).includes(on)
}

/** Whether decree data is known for the year of a day; where it is not, the page says so. */
export function decreeKnown(equated: readonly Day[], on: Day): boolean {
  return equated.some((known) => yearOf(known) === yearOf(on))
}

// The Gregorian computus in the anonymous form of 1876, valid for every year that matters here.
function easterOf(year: number): Day {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const rest = year % 100
  const epact = (19 * golden + century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const sum = epact + toSunday - 7 * late + 114
  return day(`${year}-${String(Math.floor(sum / 31)).padStart(2, '0')}-${String((sum % 31) + 1).padStart(2, '0')}`)
}
