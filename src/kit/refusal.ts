import { fill, type Params } from './text.ts'

/** What is the matter, and what you can do now; both with {names} to fill in. */
export type Sentence = { readonly what: string; readonly next: string }

/** `rule`: the page comes back with the sentence (422). `forbidden`: 403. `missing`: 404. `conflict`: done already, or meanwhile (409). `often`: tried too often (429). */
export type RefusalKind = 'rule' | 'forbidden' | 'missing' | 'conflict' | 'often'

/** The only error that speaks to people; everything else is our mistake. */
export class Refusal extends Error {
  readonly sentence: Sentence
  readonly kind: RefusalKind
  /** The field of the form it is about, if one. */
  readonly field: string | null

  constructor(sentence: Sentence, kind: RefusalKind, field: string | null) {
    super(sentence.what)
    this.name = 'Refusal'
    this.sentence = sentence
    this.kind = kind
    this.field = field
  }
}

export function refuse(sentence: Sentence, params: Params = {}, options: { kind?: RefusalKind; field?: string } = {}): never {
  throw new Refusal({ what: fill(sentence.what, params), next: fill(sentence.next, params) }, options.kind ?? 'rule', options.field ?? null)
}
