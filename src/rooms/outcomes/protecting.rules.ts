/** Below so many persons a figure tells of a person (domain 2.12). */
export const SMALLEST = 5

/** A count of persons as it may be told: itself, or that it is small, or nothing because another would follow from it. */
export type Told = { readonly kind: 'count'; readonly count: number } | { readonly kind: 'small' } | { readonly kind: 'hidden' }

/** A figure and the persons it is made of; persons without a part in it are not among them. */
export type Part<K extends string> = { readonly key: K; readonly value: bigint; readonly people: ReadonlySet<string> }

/** Parts that may be told apart, and what is left together; null together when nothing is left. */
export type Folded<K extends string> = { readonly parts: readonly Part<K>[]; readonly together: bigint | null }

/** Nobody and five or more are told; one to four are small. */
export function told(count: number): Told {
  return count > 0 && count < SMALLEST ? { kind: 'small' } : { kind: 'count', count }
}

/** A count of some of a known number: told only when the others are not small either, for subtracting tells them. */
export function toldOf(count: number, all: number): Told {
  const own = told(count)
  return own.kind === 'count' && told(all - count).kind === 'small' ? { kind: 'hidden' } : own
}

/**
 * How many came and how many went, where the difference between the years is known: one that is small hides the other. Where the two labels and the
 * difference would leave one possibility, neither is called small.
 */
export function comingAndGoing(joined: number, left: number): { readonly joined: Told; readonly left: Told } {
  const [a, b] = [told(joined), told(left)]
  if (a.kind === 'count' && b.kind === 'count') return { joined: a, left: b }
  const difference = joined - left
  const possible = [1, 2, 3, 4].filter((each) =>
    a.kind === 'small' && b.kind === 'small'
      ? told(each - difference).kind === 'small'
      : told(each - (a.kind === 'small' ? difference : -difference)).kind === 'count',
  )
  const hidden: Told = { kind: 'hidden' }
  // Said as small, one alone would be known by the difference as soon as few pairs fit it.
  if (a.kind === 'small' && b.kind === 'small') return possible.length > 1 ? { joined: a, left: b } : { joined: hidden, left: hidden }
  return { joined: hidden, left: hidden }
}

/**
 * Parts of a known total, each told only when at least five persons have a part in it. The others go together, at least two of them and of at least
 * five persons: while they are fewer, the smallest part that could be told joins them. Null when nothing can be told apart.
 */
export function fold<K extends string>(all: readonly Part<K>[]): Folded<K> | null {
  const filled = all.filter(({ people }) => people.size > 0)
  const hidden = filled.filter(({ people }) => people.size < SMALLEST)
  const shown = filled.filter(({ people }) => people.size >= SMALLEST).toSorted((a, b) => b.people.size - a.people.size)
  while (hidden.length > 0 && !safeTogether(hidden, all.length - shown.length)) {
    const smallest = shown.pop()
    if (!smallest) return null
    hidden.push(smallest)
  }
  const keys = new Set(shown.map(({ key }) => key))
  const together = hidden.length > 0 ? hidden.reduce((sum, { value }) => sum + value, 0n) : null
  return { parts: all.filter(({ key }) => keys.has(key)), together }
}

/** Two or more, of five persons or more, and not so many that each must be as large as a small one can be. */
function safeTogether(hidden: readonly Part<string>[], unnamed: number): boolean {
  const people = new Set(hidden.flatMap((part) => [...part.people]))
  return hidden.length > 1 && people.size >= SMALLEST && people.size !== unnamed * (SMALLEST - 1)
}

/** An amount of the cooperative itself: told when at least five brought it in and none of them more than four fifths. */
export function mayTellTotal(perPerson: Iterable<bigint>): boolean {
  const amounts = [...perPerson].filter((each) => each !== 0n).map((each) => (each < 0n ? -each : each))
  const total = amounts.reduce((sum, each) => sum + each, 0n)
  return amounts.length >= SMALLEST && amounts.every((each) => each * 5n <= total * 4n)
}
