import type { Article } from '#rooms/agreements'
import { isStep } from '#rules/agreements'
import { isCostKind } from '#rules/organisations'
import { type KnownName, type Removed, type Warning, warningsIn, withoutNames } from './names.rules.ts'

/** Words of an agreement that somebody wrote by hand. */
export type OwnWords = { readonly title: string; readonly why: string; readonly differently: string }

/** What others will see, with what was taken out and what a reader must judge. */
export type Cleaned = OwnWords & { readonly articles: readonly Article[]; readonly removed: readonly Removed[]; readonly warnings: readonly Warning[] }

/**
 * An agreement as others may see it: what somebody wrote by hand without names, names of steps and of own kinds of costs replaced by plain ones. The rules divide the
 * same as before.
 */
export function cleaned(words: OwnWords, articles: readonly Article[], known: readonly KnownName[]): Cleaned {
  const removed: Removed[] = []
  const clean = (text: string): string => {
    const found = withoutNames(text, known)
    removed.push(...found.removed)
    return found.text
  }
  const own = { title: clean(words.title), why: clean(words.why), differently: clean(words.differently) }
  const plain = plainSteps(articles).map((article): Article => {
    if (article.kind === 'free') return { kind: 'free', title: clean(article.title), text: clean(article.text) }
    if (article.kind === 'costs' && article.costs !== 'all')
      return { kind: 'costs', costs: [...new Set(article.costs.map((kind) => (isCostKind(kind) ? kind : 'other')))] }
    if (article.kind === 'exit') {
      // Which other cooperative a pot goes to is a name.
      const { fundOf: _, ...rest } = article
      return rest
    }
    return article
  })
  const texts = [own.title, own.why, own.differently, ...plain.flatMap((article) => (article.kind === 'free' ? [article.title, article.text] : []))]
  const warnings = texts.flatMap((text) => warningsIn(text, known))
  return { ...own, articles: plain, removed: once(removed), warnings: once(warnings) }
}

/** Steps called by their place: what a cooperative called them may tell whose they are. */
export function plainSteps(articles: readonly Article[]): readonly Article[] {
  const names = new Map(articles.filter(isStep).map(({ id }, nr) => [id, `stap-${nr + 1}`]))
  return articles.map((article): Article => {
    if (isStep(article)) return { ...article, id: names.get(article.id) ?? article.id }
    if (article.kind === 'cap' && article.step !== null) return { ...article, step: names.get(article.step) ?? article.step }
    return article
  })
}

function once<T extends { readonly words: string; readonly kind: string }>(found: readonly T[]): T[] {
  return [...new Map(found.map((each) => [`${each.kind} ${each.words}`, each])).values()]
}
