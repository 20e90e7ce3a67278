import { month } from '#kit/day.ts'
import type { ExperienceFacts } from '#rooms/network'

type Told = ExperienceFacts
type Topic = Told['seeks'][number]

/** What an organisation of the demo tells of its experience, in one line of a table; `since` is a month, or null for who has not begun. */
export function tells(
  [phase, since, band]: readonly [Told['phase'], string | null, Told['band']],
  about: {
    readonly well?: readonly Topic[]
    readonly some?: readonly Topic[]
    readonly seeks?: readonly Topic[]
    readonly helps?: Told['helps']
    readonly wrong?: string
    readonly shownTo?: Told['shownTo']
  },
): Told {
  const known = (level: 'well' | 'some', topics: readonly Topic[] = []) => topics.map((topic) => [topic, level] as const)
  return {
    phase,
    since: since === null ? null : month(since),
    band,
    knows: Object.fromEntries([...known('well', about.well), ...known('some', about.some)]),
    seeks: about.seeks ?? [],
    wentWrong: about.wrong ?? '',
    helps: about.helps ?? [],
    shownTo: about.shownTo ?? 'peers',
  }
}
