import { describe, expect, test } from 'vitest'
import { personalIn } from './personal.rules.ts'

describe('what may be about one person', () => {
  test.each([
    ['Mail mij op jan.de.boer@voorbeeld.example.', ['jan.de.boer@voorbeeld.example']],
    ['Bel 06-12345678 of 010 123 45 67.', ['06-12345678', '010 123 45 67']],
    ['Het kwam binnen op NL91 ABNA 0417 1643 00.', ['NL91 ABNA 0417 1643 00']],
    ['Een klant, mevrouw El Amrani, betaalt niet.', ['mevrouw El Amrani']],
    ['dhr. de Vries wil stoppen', ['dhr. de Vries']],
    ['Wat doe ik met Samira Haddad?', ['Samira Haddad']],
    ['Pieter van den Berg verhuist.', ['Pieter van den Berg']],
  ])('%s', (text, words) => {
    expect(personalIn(text)).toEqual(words)
  })

  test.each([
    'Mag een lid van De Bloesem ook in Wilgendam verkopen?',
    'Coöperatie De Kade rekent 21 procent btw.',
    'De Belastingdienst vroeg om een brief van € 1.150,00 op 12-03-2026.',
    'Factuur 2026-0042 is van juni. Het KvK-nummer is 12345678.',
    'Wat zegt de Participatiewet in artikel 31?',
    '',
  ])('nothing in: %s', (text) => {
    expect(personalIn(text)).toEqual([])
  })

  test('a first name that the own organisation knows is seen, and only as a whole word', () => {
    expect(personalIn('Karel wil eerder uitbetaald worden. Karelsweg 3.', ['Karel'])).toEqual(['Karel'])
  })

  test('a name is told once, however it was found', () => {
    expect(personalIn('Samira Haddad, zei Samira Haddad', ['Samira', 'Samira Haddad'])).toEqual(['Samira Haddad'])
  })
})
