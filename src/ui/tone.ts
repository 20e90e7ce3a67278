/** What something asks of a reader: colour, icon and word say it together. */
export type Tone = 'ok' | 'wait' | 'warn' | 'wrong' | 'info' | 'plain'

export const TAGS: Readonly<Record<Tone, string>> = { ok: 'ok', wait: 'let', warn: 'let', wrong: 'fout', info: 'blue', plain: 'art' }
