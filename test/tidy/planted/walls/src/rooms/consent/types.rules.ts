import type { Egg } from '#ui/knows.tsx'
export type { Egg }
