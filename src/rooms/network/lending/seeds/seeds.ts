import { createHash } from 'node:crypto'
import { TEMPLATES } from '#rooms/agreements'
import { traitsOf } from '../lending.rules.ts'
import { seedWords } from './seeds.nl.ts'

/** Until when nobody needs to look again at what came with the program. */
const REVIEW_ON = '2027-11-30'

/** What stands in the library from the start, as rows for the database, each with a digest that tells whether it was taken up before. */
export function lendingSeeds() {
  return TEMPLATES.map(({ code, articles }) => {
    const { source, nl, en } = seedWords[code]
    const row = { slug: code, source, ...nl, english: en, articles: plainNumbers(articles), traits: traitsOf(articles, []), reviewOn: REVIEW_ON }
    return { ...row, seed: createHash('sha256').update(JSON.stringify(row)).digest('hex') }
  })
}

/** Amounts as numbers: JSON knows no others. */
function plainNumbers<T>(value: T): unknown {
  return JSON.parse(JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? Number(part) : part)))
}
