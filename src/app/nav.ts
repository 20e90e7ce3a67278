import type { Language } from '#kit/text.ts'
import type { NavLink, Role } from '#rooms/access'

type Link = { readonly href: string; readonly nl: string; readonly en: string; readonly icon: string; readonly roles: readonly Role[] }

const LINKS: readonly Link[] = [
  { href: '/mijn', nl: 'Thuis', en: 'Home', icon: 'home', roles: ['member'] },
  { href: '/coach', nl: 'Mijn mensen', en: 'My people', icon: 'home', roles: ['coach'] },
  { href: '/penningmeester', nl: 'Vandaag', en: 'Today', icon: 'home', roles: ['treasurer'] },
  { href: '/bestuur', nl: 'Bestuur', en: 'Board', icon: 'home', roles: ['board', 'administrator'] },
  { href: '/klantmanager', nl: 'Mijn bureau', en: 'My desk', icon: 'home', roles: ['caseManager', 'policyAdviser'] },
]

const HOMES: Readonly<Record<Role, string>> = {
  member: '/mijn',
  coach: '/coach',
  treasurer: '/penningmeester',
  board: '/bestuur',
  administrator: '/bestuur',
  caseManager: '/klantmanager',
  policyAdviser: '/klantmanager',
  network: '/',
  system: '/',
}

/** The links in the header for a role. */
export function navOf(role: Role | null, language: Language): NavLink[] {
  return LINKS.filter((link) => role !== null && link.roles.includes(role)).map((link) => ({ href: link.href, label: link[language], icon: link.icon }))
}

/** Where a role begins. */
export function homeOf(role: Role): string {
  return HOMES[role]
}
