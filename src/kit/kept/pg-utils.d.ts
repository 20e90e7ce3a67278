// The package types its front door only.
declare module 'pg/lib/utils.js' {
  export function prepareValue(value: unknown): string | Uint8Array | null
}
