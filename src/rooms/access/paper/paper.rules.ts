/** Letters and figures that nobody mistakes for each other, in print or handwriting. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const LENGTH = 12

/** How long a code on paper is good. */
export const PAPER_HOURS = 48

/** A code from random bytes, in three groups of four: about 59 bits. Bytes that would favour some letters are left out. */
export function codeFrom(bytes: Uint8Array): string {
  const fair = [...bytes].filter((byte) => byte < LETTERS.length * Math.floor(256 / LETTERS.length)).slice(0, LENGTH)
  if (fair.length < LENGTH) throw new Error('too few random bytes for a code')
  const code = fair.map((byte) => LETTERS[byte % LETTERS.length]).join('')
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`
}

/** A code as somebody typed it, in capitals and without what stands between the letters. */
export function plainCode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
}

/** A name or number as somebody typed it: letters and figures only, so that accents, dots and spaces do not matter. */
export function plainName(typed: string): string {
  return typed
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^0+(?=\d)/, '')
}
