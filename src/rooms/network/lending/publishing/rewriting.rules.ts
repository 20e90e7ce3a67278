import type { Article } from '#rooms/agreements'

/** An article that a cooperative wrote itself, as it stands in the library and in the agreement that was signed. */
export type OwnArticle = {
  /** Its place in the agreement, from 1. */
  readonly nr: number
  readonly lent: FreeWords
  readonly signed: FreeWords
  readonly rewritten: boolean
}
export type FreeWords = { readonly title: string; readonly text: string }

/** The articles of an edition that somebody wrote by hand, each with what was signed; none where they were left at home. */
export function ownArticles(lent: readonly Article[], rewritten: readonly number[], signed: readonly Article[]): OwnArticle[] {
  return lent.flatMap((article, index) => {
    const own = signed[index]
    return article.kind === 'free' && own?.kind === 'free'
      ? [{ nr: index + 1, lent: wordsOf(article), signed: wordsOf(own), rewritten: rewritten.includes(index + 1) }]
      : []
  })
}

/** A newer agreement as it goes to the library: an article that still says what it said keeps what was written for the library. */
export function keptRewritten(
  articles: readonly Article[],
  before: readonly OwnArticle[],
): { readonly articles: readonly Article[]; readonly rewritten: readonly number[] } {
  const kept = articles.map((article) =>
    article.kind === 'free' ? before.find(({ rewritten, signed }) => rewritten && signed.title === article.title && signed.text === article.text) : undefined,
  )
  return {
    articles: articles.map((article, index): Article => (kept[index] ? { kind: 'free', ...kept[index].lent } : article)),
    rewritten: kept.flatMap((own, index) => (own ? [index + 1] : [])),
  }
}

/** An edition with one article in other words, or as it was signed where there are none. */
export function inOtherWords(
  edition: { readonly articles: readonly Article[]; readonly rewritten: readonly number[] },
  own: OwnArticle,
  words: FreeWords | null,
): { readonly articles: readonly Article[]; readonly rewritten: readonly number[] } {
  const others = edition.rewritten.filter((nr) => nr !== own.nr)
  return {
    articles: edition.articles.map((article, index): Article => (index === own.nr - 1 ? { kind: 'free', ...(words ?? own.signed) } : article)),
    rewritten: words ? [...others, own.nr].toSorted((a, b) => a - b) : others,
  }
}

function wordsOf({ title, text }: FreeWords): FreeWords {
  return { title, text }
}
