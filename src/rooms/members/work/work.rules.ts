import type { Day, Instant } from '#kit/day.ts'
import type { MemberId } from '#rooms/access'

declare const workPhoto_: unique symbol
export type WorkPhotoId = string & { readonly [workPhoto_]: true }

/** What a member says of a photo of own work. */
export type WorkPhotoFacts = {
  readonly madeOn: Day
  /** What is to be seen, for who does not see it. */
  readonly seen: string
  /** What the member tells of it, for the own memory. */
  readonly words: string | null
}

/** A photo of own work, as it is kept; width and height in pixels. */
export type WorkPhoto = WorkPhotoFacts & {
  readonly id: WorkPhotoId
  readonly member: MemberId
  readonly file: string
  readonly bytes: number
  readonly width: number
  readonly height: number
  readonly addedAt: Instant
}

/** What one photo may weigh and measure, and what a member may keep. A photo that a browser made smaller is some 0.2 MB. */
export const WORK_LIMITS = { photoBytes: 2 * 1024 * 1024, side: 6000, photos: 60, bytes: 60 * 1024 * 1024 } as const

/** Why a photo cannot be kept beside what there is; null when it can. */
export function tooMuch(
  kept: { readonly photos: number; readonly bytes: number },
  photo: { readonly bytes: number; readonly width: number; readonly height: number },
): 'heavy' | 'large' | 'full' | null {
  if (photo.bytes > WORK_LIMITS.photoBytes) return 'heavy'
  if (Math.max(photo.width, photo.height) > WORK_LIMITS.side) return 'large'
  return kept.photos + 1 > WORK_LIMITS.photos || kept.bytes + photo.bytes > WORK_LIMITS.bytes ? 'full' : null
}
