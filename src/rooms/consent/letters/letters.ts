import type { Tx } from '#kit/db.ts'
import { refuse } from '#kit/refusal.ts'
import type { Permit } from '#rooms/access'
import { texts } from '../consent.en.ts'
import type { RequestId } from '../consent.types.ts'
import { type RequestFile, requestFile } from '../file/request-file.ts'
import { type KeptLetter, lettersOf } from './letters.sql.ts'

export type LetterFile = { readonly file: RequestFile; readonly letters: readonly KeptLetter[]; readonly letter: KeptLetter | null }

/** The letters of a request, and the one that was asked for or else the newest; the look is written down. Refuses (missing) what is out of reach. */
export async function letterFile(tx: Tx, permit: Permit<'consent.file'>, id: RequestId, event: string | undefined): Promise<LetterFile> {
  const file = await requestFile(tx, permit, id)
  const letters = await lettersOf(tx, id)
  const letter = event ? letters.find((each) => each.event === event) : (letters[0] ?? null)
  return { file, letters, letter: letter === undefined ? refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' }) : letter }
}
