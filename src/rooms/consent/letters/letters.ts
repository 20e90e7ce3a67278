import type { Tx } from '#kit/db.ts'
import { docx } from '#kit/docx.ts'
import { renderPdf } from '#kit/pdf.ts'
import { refuse } from '#kit/refusal.ts'
import { sealOf } from '#kit/seal.ts'
import type { MemberId, Permit } from '#rooms/access'
import { logoWithDigest } from '#rooms/organisations'
import { texts } from '../consent.en.ts'
import { requests } from '../consent.sql.ts'
import type { RequestId } from '../consent.types.ts'
import { type RequestFile, requestFile } from '../file/request-file.ts'
import { letterDocx, letterPaper } from './letter.rules.ts'
import type { LetterMarks } from './letter-shape.rules.ts'
import { type KeptLetter, lettersOf } from './letters.sql.ts'

export type LetterFile = { readonly file: RequestFile; readonly letters: readonly KeptLetter[]; readonly letter: KeptLetter | null }

/** The letters of a request, and the one that was asked for or else the newest; the look is written down. Refuses (missing) what is out of reach. */
export async function letterFile(tx: Tx, permit: Permit<'consent.file'>, id: RequestId, event: string | undefined): Promise<LetterFile> {
  const file = await requestFile(tx, permit, id)
  const letters = await lettersOf(tx, id)
  const letter = event ? letters.find((each) => each.event === event) : (letters[0] ?? null)
  return { file, letters, letter: letter === undefined ? refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' }) : letter }
}

/** Whether a kept letter is still what its seal was made of; null for one of before there were seals. */
export function isWhole(kept: KeptLetter): boolean | null {
  const { event: _, madeAt: __, sha256, ...letter } = kept
  return sha256 === null ? null : sealOf(letter) === sha256
}

/** The logo that a letter went out with; null for one without. */
export async function letterLogo(tx: Tx, { logo }: KeptLetter): Promise<Uint8Array | null> {
  return logo ? logoWithDigest(tx, logo) : null
}

/** The PDF of a kept letter with its logo, for reading and for an archive (PDF/UA-1): the same letter is always the same file. */
export function letterPdf(letter: KeptLetter, reference: string | null, logo: Uint8Array | null): Promise<Uint8Array> {
  return renderPdf({
    template: 'kit/pdf/letter.typ',
    data: letterPaper(letter, marksOf(letter, reference)),
    standard: 'ua-1',
    ...(logo ? { pictures: { logo } } : {}),
    madeAt: Math.floor(letter.madeAt.epochMilliseconds / 1000),
  })
}

/** The same letter with its logo as a file for a word processor. */
export function letterFileForWriting(letter: KeptLetter, reference: string | null, logo: Uint8Array | null): Uint8Array {
  return docx(letterDocx(letter, marksOf(letter, reference), logo))
}

function marksOf({ event, sha256 }: KeptLetter, reference: string | null): LetterMarks {
  return { reference, id: event, seal: sha256 ?? '' }
}

/** Every letter that the municipality sent to the member of the permit, the newest request first. */
export async function lettersOfMember(tx: Tx, permit: Permit<'partner.invite'>, member: MemberId): Promise<readonly KeptLetter[]> {
  const letters: KeptLetter[] = []
  for (const { id } of await requests(tx, permit, { member })) letters.push(...(await lettersOf(tx, id)))
  return letters
}
