/** A condition of the list that was chosen for a decision; `adjusted` is what was typed in its place, null where the list counts. */
export type Chosen = { readonly condition: string; readonly adjusted: string | null }

/**
 * What is chosen for a decision: what was ticked, as it was ticked, and with `customary` after it each other condition of the list that is customary, with
 * the bound of the list.
 */
export function chosenWith(
  ticked: readonly Chosen[],
  customary: boolean,
  list: readonly { readonly id: string; readonly customary: boolean }[],
): readonly Chosen[] {
  if (!customary) return ticked
  const known = new Set(ticked.map(({ condition }) => condition))
  return [...ticked, ...list.filter((each) => each.customary && !known.has(each.id)).map(({ id }) => ({ condition: id, adjusted: null }))]
}
