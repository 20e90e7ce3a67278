/** Up to how many lines a file is brought in while the page waits. */
export const LINES_AT_ONCE = 300

/** Whether a file of a bank is brought in in the background: by the lines it seems to have, counted without reading it as what it is. */
export function isLongFile(bytes: Uint8Array, atOnce: number): boolean {
  const lines = Buffer.from(bytes)
    .toString('latin1')
    .match(/<(?:\w+:)?Ntry[\s>]/g)
  return (lines?.length ?? 0) > atOnce
}
