import { type Day, day } from '#kit/day.ts'
import { AUDIENCES, type Audience, KNOWLEDGE_KINDS, type KnowledgeText, TOPICS, type Topic } from '../knowledge.rules.ts'

/** An item that came with the program. */
export type KnowledgeSeed = KnowledgeText & { readonly slug: string; readonly reviewOn: Day }

const LINE = /^(adres|soort|voor|over|bron|nakijken|twijfel): (.+)$/

/**
 * Reads a file of items. Each begins with "# question"; then lines with address, kind, audiences, topics, source, day of review and perhaps a doubt; after a white line
 * the answer in short, and after another the rest. Throws on anything else: what came with the program is right or does not start.
 */
export function seedsFrom(file: string): KnowledgeSeed[] {
  return file
    .split(/^# /m)
    .slice(1)
    .map((part) => {
      const [head = '', intro = '', ...rest] = part.trim().split(/\n{2,}/)
      const [title = '', ...lines] = head.split('\n')
      const facts = new Map(lines.map((line) => LINE.exec(line)?.slice(1) as [string, string]))
      const fact = (name: string) => facts.get(name) ?? missing(title, name)
      const body = rest.join('\n\n')
      if (body === '') missing(title, 'body')
      return {
        slug: fact('adres'),
        kind: oneOf(KNOWLEDGE_KINDS, fact('soort'), title),
        title,
        intro: intro.replaceAll('\n', ' '),
        body,
        audiences: fact('voor')
          .split(', ')
          .map((each): Audience => oneOf(AUDIENCES, each, title)),
        topics: fact('over')
          .split(', ')
          .map((each): Topic => oneOf(TOPICS, each, title)),
        source: fact('bron'),
        doubt: facts.get('twijfel') ?? null,
        reviewOn: day(fact('nakijken')),
      }
    })
}

function oneOf<const T extends string>(known: readonly T[], word: string, title: string): T {
  return known.find((each) => each === word) ?? missing(title, word)
}

function missing(title: string, what: string): never {
  throw new Error(`"${title}" came with the program without ${what}`)
}
