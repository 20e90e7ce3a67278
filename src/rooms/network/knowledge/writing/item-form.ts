import { choice, many, optionalProse, optionalText, prose, text, z } from '#kit/form.ts'
import { AUDIENCES, KNOWLEDGE_KINDS, TOPICS } from '../knowledge.rules.ts'

/** What the form of an item holds, whoever writes it; `question` is the one whose answer it is made of. */
export const ItemForm = z.object({
  title: text(140),
  intro: prose(400),
  body: prose(12_000),
  source: prose(300),
  doubt: optionalProse(400),
  kind: choice(KNOWLEDGE_KINDS),
  topics: many(choice(TOPICS)),
  audiences: many(choice(AUDIENCES)),
  question: optionalText(36),
})
