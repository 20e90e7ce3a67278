export type Params = Readonly<Record<string, string | number>>

/** Languages a page can be read in; Dutch is the source and always complete. */
export type Language = 'nl' | 'en'

/**
 * Puts values in the {names} of a sentence; throws on a name without a value, for half a sentence is worse than none. A name that ends with a full stop
 * (U.A.) ends the sentence as well.
 */
export function fill(sentence: string, params: Params): string {
  return sentence.replace(/\{(\w+)\}(\.(?!\.))?/g, (_, name: string, stop = '') => {
    const value = params[name]
    if (value === undefined) throw new Error(`no value for {${name}} in "${sentence}"`)
    const words = String(value)
    return words.endsWith('.') ? words : `${words}${stop}`
  })
}

/** The shape of a text file in another language: the same keys, other words. */
export type SameTexts<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : T[K] extends (...args: infer A) => string ? (...args: A) => string : SameTexts<T[K]>
}

/** "2 facturen", "1 factuur". */
export function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`
}

/** "Samira, Joost en Ans". */
export function list(parts: readonly string[], and = 'en'): string {
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`
}
