import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { linksIn } from '../knowledge.rules.ts'
import { plainBody } from '../plain.ts'
import { type KnowledgeSeed, seedsFrom } from './seeds.rules.ts'

const FILES = ['toestemming', 'bijstand', 'verdelen', 'facturen', 'cooperatie', 'begeleiding', 'vertrek', 'gemeente', 'ervaringen'] as const

/** Every item that came with the program. */
export function knowledgeSeeds(): KnowledgeSeed[] {
  return FILES.flatMap((name) => seedsFrom(readFileSync(new URL(`./${name}.markdown`, import.meta.url), 'utf8')))
}

/** The same as rows for the database, each with a digest that tells whether it was taken up before. */
export function seedRows() {
  return knowledgeSeeds().map((seed) => ({
    ...seed,
    plain: plainBody(seed.body),
    links: linksIn(seed.body),
    seed: createHash('sha256').update(JSON.stringify(seed)).digest('hex'),
  }))
}
