import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cents, euro } from '#kit/money.ts'
import { articlesNl } from '../articles/articles.nl.ts'
import type { Article } from '../articles/articles.rules.ts'
import { TEMPLATES } from '../articles/templates.rules.ts'
import { ruleChanges } from './compare.rules.ts'
import { textChanges, wordChanges } from './text-diff.rules.ts'

const articles = (code: string): readonly Article[] => TEMPLATES.find((each) => each.code === code)?.articles ?? []
const three = articles('resultaat-60-15-25')
const four = articles('resultaat-50-20-20-10')

describe('as rules', () => {
  test('a version beside itself changes nothing', () => {
    for (const { articles } of TEMPLATES) for (const language of ['nl', 'en'] as const) expect(ruleChanges(articles, articles, language)).toEqual([])
  })
  test('other parts, and a receiver more', () => {
    expect(ruleChanges(three, four, 'nl')).toEqual([
      'Van het resultaat naar het budget voor het eigen bedrijf van het lid: 50%. Eerst: 60%.',
      'Van het resultaat naar het budget voor ontwikkeling van het lid: 20%. Eerst: 15%.',
      'Van het resultaat naar de coöperatie: 20%. Eerst: 25%.',
      'Nieuw. Van het resultaat naar de gemeente: 10%.',
    ])
  })
  test('a cap, and the order of steps', () => {
    const changes = ruleChanges(three, articles('thermometer'), 'nl')
    expect(changes).toContain(`Nieuw. De pot is vol: het budget voor het eigen bedrijf van het lid: ${euro(cents(150_000))}, daarna naar de gemeente.`)
    expect(changes.some((sentence) => sentence.startsWith('Nieuw. De volgorde van verdelen: de scholingspot'))).toBe(true)
    expect(changes).toContain('Vervalt. Van het resultaat naar het budget voor ontwikkeling van het lid: 15%.')
  })
  test('the other way round what was new ends', () => {
    for (const a of TEMPLATES)
      for (const b of TEMPLATES) {
        const count = (changes: readonly string[], word: string) => changes.filter((sentence) => sentence.startsWith(word)).length
        expect(count(ruleChanges(a.articles, b.articles, 'nl'), 'Nieuw')).toBe(count(ruleChanges(b.articles, a.articles, 'nl'), 'Vervalt'))
      }
  })
  test('costs and losses', () => {
    const other = three.map((article): Article => {
      if (article.kind === 'costs') return { kind: 'costs', costs: ['material', 'travel'] }
      return article.kind === 'loss' ? { ...article, carried: !article.carried } : article
    })
    expect(ruleChanges(three, other, 'nl')).toEqual([
      'Kosten die er eerst af gaan: materiaal en reizen. Eerst: alle goedgekeurde kosten.',
      'Een maand met verlies: de coöperatie draagt het verlies. Eerst: het verlies gaat mee naar de volgende maand.',
    ])
  })
})

describe('as text', () => {
  test('words that went and came stand in runs', () => {
    expect(wordChanges('60% van het resultaat gaat naar jou.', '50% van het hele resultaat gaat naar jou.')).toEqual([
      { kind: 'del', text: '60%' },
      { kind: 'ins', text: '50%' },
      { kind: 'same', text: 'van het' },
      { kind: 'ins', text: 'hele' },
      { kind: 'same', text: 'resultaat gaat naar jou.' },
    ])
  })
  test('without what came it is the old text, without what went the new one', () => {
    const text = fc.array(fc.constantFrom('geld', 'gaat', 'naar', 'de', 'pot', '10%', '20%')).map((words) => words.join(' '))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = wordChanges(before, after)
        const without = (kind: string) =>
          pieces
            .filter((piece) => piece.kind !== kind)
            .map((piece) => piece.text)
            .join(' ')
        expect(without('ins')).toBe(before)
        expect(without('del')).toBe(after)
      }),
    )
  })
  test('an article that moved is the same article; one that was renamed changed', () => {
    const more: Article = { kind: 'free', title: 'Vergaderen', text: 'We vergaderen elke maand.' }
    const changes = textChanges(three, [more, ...four], articlesNl)
    expect(changes.filter(({ kind }) => kind === 'added')).toEqual([
      { kind: 'added', number: '1', title: 'Vergaderen', sentences: ['We vergaderen elke maand.'] },
    ])
    expect(changes.filter(({ kind }) => kind === 'changed')).toMatchObject([{ number: '6', was: '5' }])
    expect(textChanges([more, ...three], three, articlesNl).filter(({ kind }) => kind !== 'same')).toMatchObject([{ kind: 'removed', title: 'Vergaderen' }])
  })
  test('a share is laid beside the share of the same receiver, and what has no like came or went whole', () => {
    const [change] = textChanges(four, articles('gemeente-boven-drempel'), articlesNl).filter(({ kind }) => kind === 'changed')
    const sentences = change?.kind === 'changed' ? change.pieces.map((pieces) => pieces.map(({ kind }) => kind).join(' ')) : []
    expect(sentences).toEqual(['same', 'ins', 'del', 'del', 'del'])
  })
  test('beside itself everything is the same', () => {
    for (const { articles } of TEMPLATES) expect(textChanges(articles, articles, articlesNl).every(({ kind }) => kind === 'same')).toBe(true)
  })
})
