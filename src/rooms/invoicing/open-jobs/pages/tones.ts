import type { Tone } from '#ui/parts.tsx'
import type { OpenJobStanding } from '../open-jobs.rules.ts'

export const JOB_TONES: Readonly<Record<OpenJobStanding, Tone>> = { open: 'ok', toChoose: 'wait', chosen: 'info', withdrawn: 'plain' }
