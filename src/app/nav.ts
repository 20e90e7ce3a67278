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

const PUBLIC: readonly Omit<Link, 'roles'>[] = [
  { href: '/aanmelden', nl: 'Is dit iets voor mij?', en: 'Is this for me?', icon: 'sprout' },
  { href: '/#zo-werkt-het', nl: 'Zo werkt het', en: 'How it works', icon: 'info' },
  { href: '/gemeenten', nl: 'Voor gemeenten', en: 'For municipalities', icon: 'townhall' },
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
  const links = role === null ? PUBLIC : LINKS.filter((link) => link.roles.includes(role))
  return links.map((link) => ({ href: link.href, label: link[language], icon: link.icon }))
}

/** Where a role begins. */
export function homeOf(role: Role): string {
  return HOMES[role]
}
