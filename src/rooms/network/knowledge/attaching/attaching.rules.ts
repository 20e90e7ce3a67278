import type { FileType } from '#kit/files.ts'
import { refuse } from '#kit/refusal.ts'
import type { ItemVersion } from '../writing/writing.rules.ts'
import { nl } from './attaching.nl.ts'

/** So many files one version has at most. */
export const MOST_ATTACHMENTS = 8

/** A file that is with a version of an item. */
export type Attachment = {
  readonly id: string
  /** The organisation of whoever added it, and its file there. */
  readonly organisation: string
  readonly file: string
  readonly name: string
  readonly type: FileType
  readonly size: number
}

/** Refuses files with a version that somebody else wrote, and with one about which was decided: the second pair of eyes sees what others will. */
export function checkMayAttach(version: Pick<ItemVersion, 'writtenBy' | 'verdict'>, person: string): void {
  if (version.verdict) refuse(nl.refusals.decided, {}, { kind: 'conflict' })
  if (version.writtenBy !== person) refuse(nl.refusals.notYours, {}, { kind: 'forbidden' })
}

/** What tells whether somebody saw these files and no others: the last part of each id, which is by chance. */
export function seenOf(attachments: readonly Pick<Attachment, 'id'>[]): string {
  return attachments
    .map(({ id }) => id.slice(-8))
    .toSorted()
    .join(' ')
}

/** A size as people read it: in kB, and in MB with one figure from a million bytes. */
export function sizeOf(bytes: number, language: 'nl' | 'en'): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`
  return `${(bytes / 1_000_000).toLocaleString(language === 'en' ? 'en-GB' : 'nl-NL', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} MB`
}
