/** What a case manager can look at: to decide, what nobody took yet, statements, questions, what ends. The rest is green, and only counted. */
export const DESK_TABS = ['beslissen', 'team', 'opgaven', 'vragen', 'af'] as const
export type DeskTab = (typeof DESK_TABS)[number]

/** Where a tab of the desk stands, narrowed to a cooperative and on a page. */
export function addressOfTab(tab: DeskTab, cooperative: string | null, page = 1): string {
  const asked = new URLSearchParams({
    ...(tab === 'beslissen' ? {} : { toon: tab }),
    ...(cooperative ? { bij: cooperative } : {}),
    ...(page > 1 ? { pagina: String(page) } : {}),
  }).toString()
  return asked === '' ? '/klantmanager' : `/klantmanager?${asked}`
}
