import { describe, expect, test } from 'vitest'
import { healthWords } from './health.rules.ts'

describe('words about health', () => {
  test.each([
    ['Hij heeft een depressie gehad en slikt medicijnen.', ['depressie', 'medicijnen']],
    ['Ziek geweest; ZIEK.', ['ziek']],
    ['Burn-out in 2024', ['burn-out']],
    ['Door mijn rugpijn... nee, pijn in mijn rug', ['pijn']],
    ['Ik heb klachten', ['klachten']],
    ['I was ill and have pain.', ['ill', 'pain']],
    ['My disability; anxious in groups', ['disability', 'anxious']],
  ])('%s', (text, words) => {
    expect(healthWords(text)).toEqual(words)
  })

  test.each([
    'Wil taarten bakken, zoekt begeleiding bij de administratie.',
    'Werkt graag in de muziek en de fysica.',
    'Ik lever soep aan het ziekenhuis, met pijnboompitten en alcoholvrije wijn.',
    'Klachten van klanten pak ik snel op. Er is een klachtenregeling.',
    'I paint, I am a painter and an illustrator with skill.',
    'Still willing to sell healthy bread and a chronicle of the town.',
    'Een rustige plek, ’s ochtends beginnen, pauzes, en iemand die naast mij zit.',
    '',
  ])('none in: %s', (text) => {
    expect(healthWords(text)).toEqual([])
  })

  test('a false friend hides nothing that stands beside it', () => {
    expect(healthWords('In het ziekenhuis gelegen, ziek geweest')).toEqual(['ziek'])
  })
})
