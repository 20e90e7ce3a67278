import type { Tone } from '#ui/parts.tsx'
import type { MemberWorkStanding } from '../between.rules.ts'

export const WORK_TONES: Readonly<Record<MemberWorkStanding, Tone>> = {
  asked: 'wait',
  accepted: 'ok',
  declined: 'warn',
  withdrawn: 'plain',
  undone: 'plain',
}
