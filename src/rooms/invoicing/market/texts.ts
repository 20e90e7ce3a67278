import type { Language, SameTexts } from '#kit/text.ts'
import { en } from './market.en.ts'
import { nl } from './market.nl.ts'

export const marketTexts: Readonly<Record<Language, SameTexts<typeof nl>>> = { nl, en }
