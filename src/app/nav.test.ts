import { expect, test } from 'vitest'
import { homeOf, navOf } from './nav.ts'

const ROLES = ['member', 'coach', 'treasurer', 'board', 'administrator', 'caseManager', 'policyAdviser', 'network'] as const

test.each(ROLES)('the links of a %s fit in one row: at most seven beside the rest, each once, the home first', (role) => {
  const links = navOf(role, 'nl')
  expect(links.filter(({ more }) => !more).length).toBeLessThanOrEqual(7)
  expect(new Set(links.map(({ href }) => href)).size).toBe(links.length)
  expect(links[0]?.href).toBe(homeOf(role))
})

test('a member finds the monthly statement among the five that a phone shows', () => {
  expect(
    navOf('member', 'nl')
      .slice(0, 5)
      .map(({ href }) => href),
  ).toEqual(['/mijn', '/geld', '/facturen', '/bonnen', '/opgaven'])
})

test('who begins sees where to begin, and nothing under another word', () => {
  expect(navOf('board', 'nl', true).map(({ href }) => href)).toEqual(['/startpad', '/stukken', '/afspraken'])
  expect(navOf('board', 'nl', true).some(({ more }) => more)).toBe(false)
})
