import { type Article, isStep } from '../articles/articles.rules.ts'
import { type ArticleText, type ArticleTexts, agreementText } from '../articles/text.rules.ts'

/** A run of words that stayed, came or went. */
export type Piece = { readonly kind: 'same' | 'ins' | 'del'; readonly text: string }

/** An article of either version beside its like in the other. */
export type ArticleChange =
  | { readonly kind: 'added' | 'removed' | 'same'; readonly number: string; readonly title: string; readonly sentences: readonly string[] }
  | {
      readonly kind: 'changed'
      readonly number: string
      readonly was: string
      readonly title: readonly Piece[]
      readonly pieces: readonly (readonly Piece[])[]
    }

/**
 * The articles of the newer version beside those of the older, in the order of the newer, then what fell away. Articles are alike by their
 * kind and, for steps and caps, by what they are about; another number alone is no change. Words are compared, not letters.
 */
export function textChanges(before: readonly Article[], after: readonly Article[], texts: ArticleTexts): ArticleChange[] {
  const [old, fresh] = [agreementText(before, texts), agreementText(after, texts)]
  const left = new Map(before.map((article, i) => [i, keysOf(article)]))
  const likes = new Map<number, number>()
  // First those of the same name, then whatever is of the same kind: a step that was renamed still changed, it did not end.
  for (const place of [0, 1]) {
    for (const [i, article] of after.entries()) {
      const key = keysOf(article)[place]
      const like = likes.has(i) || key === undefined ? undefined : [...left].find(([, keys]) => keys[place] === key)
      if (like) {
        likes.set(i, like[0])
        left.delete(like[0])
      }
    }
  }
  return [
    ...fresh.map((article, i): ArticleChange => {
      const was = old[likes.get(i) ?? -1]
      return was ? beside(was, article) : { kind: 'added', ...plain(article) }
    }),
    ...[...left.keys()].flatMap((i): ArticleChange[] => (old[i] ? [{ kind: 'removed', ...plain(old[i]) }] : [])),
  ]
}

/** Words of two texts as runs that stayed, went and came, by their longest common row. */
export function wordChanges(before: string, after: string): Piece[] {
  const [old, fresh] = [before.split(/\s+/).filter(Boolean), after.split(/\s+/).filter(Boolean)]
  const width = fresh.length + 1
  const common = new Uint16Array((old.length + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = fresh.length - 1; j >= 0; j--) common[i * width + j] = old[i] === fresh[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const words: Piece[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < fresh.length) {
    if (i < old.length && old[i] === fresh[j]) {
      words.push({ kind: 'same', text: old[i++] ?? '' })
      j++
    } else if (i < old.length && (j >= fresh.length || at(i + 1, j) >= at(i, j + 1))) words.push({ kind: 'del', text: old[i++] ?? '' })
    else words.push({ kind: 'ins', text: fresh[j++] ?? '' })
  }
  return joined(words)
}

function joined(words: readonly Piece[]): Piece[] {
  const runs: Piece[] = []
  for (const word of words) {
    const last = runs.at(-1)
    if (last?.kind === word.kind) runs[runs.length - 1] = { ...last, text: `${last.text} ${word.text}` }
    else runs.push(word)
  }
  return runs
}

function beside(was: ArticleText, now: ArticleText): ArticleChange {
  const [old, fresh] = [plain(was), plain(now)]
  if (old.title === fresh.title && old.sentences.join('\n') === fresh.sentences.join('\n')) return { kind: 'same', ...fresh }
  return {
    kind: 'changed',
    number: fresh.number,
    was: old.number,
    title: wordChanges(old.title, fresh.title),
    pieces: sentencesBeside(was.sentences, now.sentences),
  }
}

/** Sentences for the same receiver are alike, and of the others those that share most of their words; a letter alone is no change. */
function sentencesBeside(old: ArticleText['sentences'], fresh: ArticleText['sentences']): Piece[][] {
  const left = new Set(old)
  const pairs = fresh.map((sentence) => {
    const like = [...left].find((each) => (sentence.receiver ? each.receiver === sentence.receiver : !each.receiver && isLike(each.text, sentence.text)))
    if (like) left.delete(like)
    return wordChanges(like?.text ?? '', sentence.text)
  })
  return [...pairs, ...[...left].map((sentence) => wordChanges(sentence.text, ''))]
}

function isLike(before: string, after: string): boolean {
  const same = wordChanges(before, after).flatMap((piece) => (piece.kind === 'same' ? piece.text.split(' ') : []))
  return same.length * 2 >= Math.min(before.split(' ').length, after.split(' ').length)
}

function plain({ number, title, sentences }: ArticleText) {
  return { number, title, sentences: sentences.map(({ mark, text }) => (mark ? `${mark}. ${text}` : text)) }
}

/** What an article is called over versions: exactly, and roughly. */
function keysOf(article: Article): readonly string[] {
  if (isStep(article)) return [`step ${article.id}`, `${article.kind} ${article.base}`]
  if (article.kind === 'cap') return [`cap ${article.receiver} ${article.per} ${article.step ?? ''}`, `cap ${article.receiver}`]
  if (article.kind === 'free') return [`free ${article.title}`]
  return [article.kind]
}
