import type { Language } from '#kit/text.ts'
import type { NavLink, Role } from '#rooms/access'

type Link = { readonly href: string; readonly nl: string; readonly en: string; readonly icon: string; readonly roles: readonly Role[] }

const LINKS: readonly Link[] = [
  { href: '/mijn', nl: 'Thuis', en: 'Home', icon: 'home', roles: ['member'] },
  { href: '/coach', nl: 'Mijn mensen', en: 'My people', icon: 'home', roles: ['coach'] },
  { href: '/penningmeester', nl: 'Vandaag', en: 'Today', icon: 'home', roles: ['treasurer'] },
  { href: '/bestuur', nl: 'Vandaag', en: 'Today', icon: 'home', roles: ['board', 'administrator'] },
  { href: '/klantmanager', nl: 'Mijn bureau', en: 'My desk', icon: 'home', roles: ['caseManager'] },
  { href: '/beleid', nl: 'Vandaag', en: 'Today', icon: 'home', roles: ['policyAdviser'] },
  { href: '/netwerk', nl: 'Netwerk', en: 'Network', icon: 'home', roles: ['network'] },
  { href: '/geld', nl: 'Geld', en: 'Money', icon: 'pot', roles: ['member'] },
  { href: '/vragen-van-klanten', nl: 'Vragen', en: 'Questions', icon: 'letter', roles: ['coach'] },
  { href: '/facturen', nl: 'Facturen', en: 'Invoices', icon: 'paper', roles: ['member', 'coach', 'treasurer'] },
  { href: '/bank', nl: 'Bank', en: 'Bank', icon: 'bank', roles: ['treasurer'] },
  { href: '/bonnen', nl: 'Bonnetjes', en: 'Receipts', icon: 'receipt', roles: ['member', 'coach', 'treasurer', 'board'] },
  { href: '/bestedingen', nl: 'Budgetten', en: 'Budgets', icon: 'pot', roles: ['coach', 'treasurer', 'board'] },
  { href: '/maand', nl: 'Maand', en: 'Month', icon: 'calendar', roles: ['treasurer'] },
  { href: '/opgaven', nl: 'Opgaven', en: 'Statements', icon: 'letter', roles: ['member', 'caseManager'] },
  // A phone shows five: what has a last day comes before what has none.
  { href: '/mijn-aanbod', nl: 'Aanbod', en: 'Offer', icon: 'shop', roles: ['member'] },
  { href: '/steekproeven', nl: 'Steekproeven', en: 'Samples', icon: 'eye', roles: ['caseManager'] },
  { href: '/toestemmingen', nl: 'Toestemming', en: 'Consent', icon: 'townhall', roles: ['coach', 'caseManager'] },
  { href: '/aanmeldingen', nl: 'Aanmeldingen', en: 'Applications', icon: 'sprout', roles: ['coach', 'board', 'administrator'] },
  { href: '/trajecten', nl: 'Trajecten', en: 'Tracks', icon: 'sprout', roles: ['coach', 'board'] },
  { href: '/leden', nl: 'Leden', en: 'Members', icon: 'people', roles: ['coach', 'treasurer', 'board', 'administrator'] },
  { href: '/afspraken', nl: 'Afspraken', en: 'Agreements', icon: 'percent', roles: ['board', 'policyAdviser'] },
  { href: '/bibliotheek', nl: 'Bibliotheek', en: 'Library', icon: 'book', roles: ['board', 'policyAdviser'] },
  { href: '/netwerk/afspraken', nl: 'Afspraken', en: 'Agreements', icon: 'percent', roles: ['network'] },
  { href: '/voorwaarden', nl: 'Voorwaarden', en: 'Conditions', icon: 'paper', roles: ['policyAdviser'] },
  { href: '/organisatie', nl: 'Organisatie', en: 'Organisation', icon: 'shop', roles: ['treasurer', 'board', 'administrator', 'policyAdviser'] },
  { href: '/medewerkers', nl: 'Medewerkers', en: 'Staff', icon: 'user', roles: ['administrator', 'policyAdviser'] },
  { href: '/teams', nl: 'Teams', en: 'Teams', icon: 'people', roles: ['policyAdviser'] },
  { href: '/eigen-regels', nl: 'Eigen regels', en: 'Own rules', icon: 'paper', roles: ['policyAdviser', 'caseManager'] },
  { href: '/netwerk/bureau', nl: 'Bureau', en: 'Desk', icon: 'flag', roles: ['network'] },
  { href: '/netwerk/aanvragen', nl: 'Aanvragen', en: 'Inquiries', icon: 'letter', roles: ['network'] },
  { href: '/netwerk/teksten', nl: 'Teksten', en: 'Texts', icon: 'pencil', roles: ['network'] },
  { href: '/netwerk/kennis', nl: 'Kennis', en: 'Knowledge', icon: 'book', roles: ['network'] },
  { href: '/netwerk/vermeldingen', nl: 'Vermeldingen', en: 'Entries', icon: 'people', roles: ['network'] },
  { href: '/netwerk/flyers', nl: 'Flyers', en: 'Flyers', icon: 'paper', roles: ['network'] },
  { href: '/startpad', nl: 'Startpad', en: 'Start path', icon: 'sprout', roles: ['board', 'administrator', 'policyAdviser'] },
  { href: '/netwerk/initiatieven', nl: 'Wie begint', en: 'Who begins', icon: 'sprout', roles: ['network'] },
  { href: '/stukken', nl: 'Stukken', en: 'Papers', icon: 'paper', roles: ['board', 'administrator', 'policyAdviser'] },
  { href: '/netwerk/stukken', nl: 'Stukken', en: 'Papers', icon: 'paper', roles: ['network'] },
  { href: '/netwerk/kennismaken', nl: 'Kennismaken', en: 'Introductions', icon: 'people', roles: ['network'] },
  { href: '/kennismaken', nl: 'Kennismaken', en: 'Meet others', icon: 'people', roles: ['board', 'policyAdviser', 'treasurer', 'coach', 'caseManager'] },
  { href: '/kennis', nl: 'Kennis', en: 'Knowledge', icon: 'book', roles: ['board', 'policyAdviser', 'treasurer', 'coach', 'caseManager'] },
  { href: '/vermelding', nl: 'Vermelding', en: 'Entry', icon: 'flag', roles: ['board'] },
  { href: '/wat-het-netwerk-ziet', nl: 'Wat het netwerk ziet', en: 'What the network sees', icon: 'eye', roles: ['board'] },
  { href: '/landelijke-cijfers', nl: 'Landelijke cijfers', en: 'National figures', icon: 'percent', roles: ['board'] },
  { href: '/wet', nl: 'Wet', en: 'Law', icon: 'book', roles: ['policyAdviser', 'network'] },
  { href: '/grootboek', nl: 'Grootboek', en: 'Ledger', icon: 'book', roles: ['treasurer', 'board'] },
]

/** What a visitor finds above every public page; in English the same address below /en. */
const PUBLIC: readonly Omit<Link, 'roles'>[] = [
  { href: '/wat-is-het', nl: 'Wat is het?', en: 'What is it?', icon: 'info' },
  { href: '/iets-voor-mij', nl: 'Iets voor mij?', en: 'For me?', icon: 'sprout' },
  { href: '/cooperaties', nl: 'Coöperaties', en: 'Cooperatives', icon: 'people' },
  { href: '/voor-gemeenten', nl: 'Voor gemeenten', en: 'Municipalities', icon: 'townhall' },
  { href: '/kennis', nl: 'Kennis', en: 'Knowledge', icon: 'book' },
]

/** What a visitor finds at the foot of it. */
const FOOT: readonly Omit<Link, 'roles' | 'icon'>[] = [
  { href: '/aanbod', nl: 'Aanbod', en: 'Catalogue' },
  { href: '/voor-klanten', nl: 'Voor klanten', en: 'For customers' },
  { href: '/starten', nl: 'Zelf een coöperatie starten', en: 'Start a cooperative' },
  { href: '/verhalen', nl: 'Verhalen', en: 'Stories' },
  { href: '/cijfers', nl: 'Cijfers', en: 'Figures' },
  { href: '/flyers', nl: 'Flyers', en: 'Flyers' },
  { href: '/verwijzen', nl: 'Iemand verwijzen', en: 'Refer somebody' },
  { href: '/contact', nl: 'Contact', en: 'Contact' },
]

const HOMES: Readonly<Record<Role, string>> = {
  member: '/mijn',
  coach: '/coach',
  treasurer: '/penningmeester',
  board: '/bestuur',
  administrator: '/bestuur',
  caseManager: '/klantmanager',
  policyAdviser: '/beleid',
  network: '/netwerk',
  system: '/',
}

/** What whoever has a long list uses each day, in their order; the rest stands under one word beside it. A role that is not here has a short list. */
const FIRST: Partial<Readonly<Record<Role, readonly string[]>>> = {
  coach: ['/coach', '/leden', '/aanmeldingen', '/toestemmingen', '/facturen', '/bonnen', '/vragen-van-klanten'],
  treasurer: ['/penningmeester', '/facturen', '/bank', '/bonnen', '/bestedingen', '/maand', '/grootboek'],
  board: ['/bestuur', '/leden', '/aanmeldingen', '/bestedingen', '/afspraken', '/stukken', '/kennismaken'],
  policyAdviser: ['/beleid', '/afspraken', '/voorwaarden', '/eigen-regels', '/medewerkers', '/stukken', '/kennis'],
  network: ['/netwerk', '/netwerk/aanvragen', '/netwerk/bureau', '/netwerk/initiatieven', '/netwerk/kennis', '/netwerk/teksten', '/netwerk/kennismaken'],
}

/** Where an organisation works that the network has yet to confirm. */
const EARLY = ['/startpad', '/stukken', '/afspraken', '/medewerkers']

/** The links in the header for a role. */
export function navOf(role: Role | null, language: Language, provisional = false): NavLink[] {
  if (role === null) return PUBLIC.map((link) => ({ href: addressIn(language, link.href), label: link[language], icon: link.icon }))
  const links = provisional ? EARLY.flatMap((href) => LINKS.filter((link) => link.href === href)) : LINKS
  const own = links.filter((link) => link.roles.includes(role)).map((link) => ({ href: link.href, label: link[language], icon: link.icon }))
  const first = provisional ? undefined : FIRST[role]
  if (!first) return own
  const rest = own.filter(({ href }) => !first.includes(href)).map((link) => ({ ...link, more: true }))
  return [...first.flatMap((href) => own.filter((link) => link.href === href)), ...rest]
}

/** The links at the foot of a public page. */
export function footOf(language: Language): NavLink[] {
  return FOOT.map((link) => ({ href: addressIn(language, link.href), label: link[language] }))
}

// Referring somebody is a form in Dutch, for who works with people: it has no address in English.
function addressIn(language: Language, href: string): string {
  return language === 'en' && href !== '/verwijzen' ? `/en${href}` : href
}

/** Where a role begins. */
export function homeOf(role: Role, provisional = false): string {
  return provisional ? '/startpad' : HOMES[role]
}
