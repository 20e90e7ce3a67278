/** What a case manager can look at: to decide, what nobody took yet, statements, questions, what ends. The rest is green, and only counted. */
export const DESK_TABS = ['beslissen', 'team', 'opgaven', 'vragen', 'af'] as const
export type DeskTab = (typeof DESK_TABS)[number]

/** To what the desk is narrowed: one cooperative, and of what is nobody's the queue of one team, of none (`geen`) or of all (`alle`). */
export type Narrowed = { readonly cooperative: string | null; readonly team: string | null }

/** Where a tab of the desk stands, as it is narrowed and on a page. */
export function addressOfTab(tab: DeskTab, { cooperative, team }: Narrowed, page = 1): string {
  const asked = new URLSearchParams({
    ...(tab === 'beslissen' ? {} : { toon: tab }),
    ...(cooperative ? { bij: cooperative } : {}),
    ...(team ? { team } : {}),
    ...(page > 1 ? { pagina: String(page) } : {}),
  }).toString()
  return asked === '' ? '/klantmanager' : `/klantmanager?${asked}`
}
