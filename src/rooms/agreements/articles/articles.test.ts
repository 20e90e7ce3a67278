import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { month } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import type { Bound } from '../bounds/bounds.rules.ts'
import { boundText, outsideBounds } from '../bounds/bounds.rules.ts'
import { problemsOf } from '../bounds/validate.rules.ts'
import { NOTHING_YET } from '../dividing/totals.rules.ts'
import { readArticles } from '../simulation/read-articles.rules.ts'
import { split } from '../split.rules.ts'
import { templatesNl } from './articles.nl.ts'
import { type Article, articlesOf, potAtExit, rulesOf, setsOffAtExit } from './articles.rules.ts'
import { TEMPLATES, type TemplateCode } from './templates.rules.ts'
import { agreementText, plainText } from './text.rules.ts'

describe('templates', () => {
  test('each has a name and can be signed as it is', () => {
    expect(TEMPLATES.map((template) => template.code)).toEqual(Object.keys(templatesNl))
    for (const template of TEMPLATES) expect([template.code, problemsOf(template.articles)]).toEqual([template.code, []])
  })
})

describe('articles', () => {
  test('are the rules: rules made into articles divide the same', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TEMPLATES),
        fc.integer({ min: -10_000, max: 400_000 }),
        fc.integer({ min: 0, max: 200_000 }),
        (template, turnover, costs) => {
          const rules = rulesOf(template.articles)
          const facts = { month: month('2026-11'), turnover: cents(turnover), costs: { material: cents(costs) } }
          expect(split(facts, rulesOf(articlesOf(rules)), NOTHING_YET)).toEqual(split(facts, rules, NOTHING_YET))
        },
      ),
    )
  })
  test('read as sentences with the same figures as the rules', () => {
    const texts = agreementText(articles('thermometer'))
    expect(texts[4]).toEqual({
      number: '5',
      title: 'Zo verdelen we het resultaat',
      sentences: [
        { mark: 'a', text: '10% van het resultaat gaat naar de scholingspot van alle leden samen.', receiver: 'trainingPool' },
        { mark: 'b', text: '15% van het resultaat gaat naar de coöperatie.', receiver: 'cooperative' },
      ],
    })
    expect(plainText(articles('thermometer'))).toContain('De pot is vol bij €\u00a01.500,00.')
    expect(plainText(articles('thermometer'))).toContain('Wat daarna komt, gaat naar de gemeente.')
  })
  test('no sentence of any template is longer than 25 words or keeps an empty place', () => {
    for (const template of TEMPLATES) {
      for (const sentence of plainText(template.articles).split(/[.?!]\s/)) expect([sentence.split(/\s+/).length <= 25, sentence]).toEqual([true, sentence])
      expect(plainText(template.articles)).not.toMatch(/[{}]/)
    }
  })
})

describe('an agreement cannot be signed', () => {
  const A = articles('resultaat-60-15-25')
  test.each<[string, (list: readonly Article[]) => readonly Article[], RegExp]>([
    ['without a division', (list) => list.filter((article) => article.kind !== 'weights'), /nog niet in wie het geld krijgt/],
    ['without an exit article', (list) => list.filter((article) => article.kind !== 'exit'), /ontbreekt een artikel: Als het lid stopt/],
    [
      'when a step divides more than the whole',
      (list) => shares(list, 'business', 7_000n),
      /Stap 1 verdeelt meer dan er over is: 110% van het resultaat, terwijl er 100% over is/,
    ],
    ['when the last step leaves something', (list) => shares(list, 'business', 5_000n), /Nu blijft er 10% liggen/],
    ['when nothing is left for a step', (list) => [...list.slice(0, 5), { ...step(list), id: 'nog' }, ...list.slice(5)], /Stap 2 krijgt nooit iets/],
    ['when the last step has a threshold', (list) => put(list, { ...step(list), threshold: { kind: 'excess', over: cents(1) } }), /mag geen drempel/],
    [
      'when a step works on the result after something was taken from it',
      (list) => [
        ...list.slice(0, 4),
        { kind: 'fixed', id: 'vast', base: 'result', threshold: null, receiver: 'reserve', cents: cents(1), short: 'lapses' },
        ...list.slice(4),
      ],
      /een eerdere stap nam er al iets van/,
    ],
    [
      'with surplus in a circle',
      (list) => [...list, cap('business', 'development'), cap('development', 'business')],
      /in een kring rond: Eigen bedrijf, Ontwikkeling en dan weer Eigen bedrijf/,
    ],
    ['with surplus for a step after the last one', (list) => [...list, cap('business', 'nextStep')], /Na de laatste stap komt geen stap meer/],
    [
      'with a level for a shared pot',
      (list) => [...list, { ...cap('cooperative', 'business'), per: 'level' }],
      /alleen bij een budget van het lid zelf \(artikel 10\)/,
    ],
    ['with a cap for somebody who gets nothing', (list) => [...list, cap('municipality', 'business')], /begrenst iemand die nooit iets krijgt/],
  ])('%s', (_, broken, sentence) => {
    expect(problemsOf(broken(A)).map((problem) => problem.sentence)).toContainEqual(expect.stringMatching(sentence))
  })
})

describe('bounds of the cooperation agreement', () => {
  const municipality: Bound = { kind: 'atLeast', receiver: 'municipality', base: 'result', share: 1_000n, threshold: { kind: 'excess', over: cents(20_000) } }
  const outside = (code: TemplateCode, ...bounds: Bound[]) => outsideBounds(rulesOf(articles(code)), bounds).map((problem) => problem.sentence)
  test('a member agreement that gives the municipality its share is inside', () => {
    expect(outside('gemeente-boven-drempel', municipality)).toEqual([])
    expect(outside('resultaat-50-20-20-10', municipality)).toEqual([])
  })
  test('one that does not is outside, with an example', () => {
    expect(outside('resultaat-60-15-25', municipality)[0]).toMatch(
      /^Bij een maand met €\u00a0\d.* omzet en .* krijgt de gemeente €\u00a00,00\. Afgesproken is minstens .* \(artikel 1 van/,
    )
  })
  test('the day of the breach is found beside the cap that causes it', () => {
    const capped: readonly Article[] = [...articles('resultaat-50-20-20-10'), { ...cap('municipality', 'cooperative'), cents: cents(3_333) }]
    expect(outsideBounds(rulesOf(capped), [{ ...municipality, threshold: null }])).toHaveLength(1)
  })
  test('the other bounds speak for themselves', () => {
    expect(outside('resultaat-50-20-20-10', { kind: 'forbidden', receiver: 'municipality' })[0]).toContain('Dat mag niet')
    expect(outside('resultaat-60-15-25', { kind: 'atMost', receiver: 'cooperative', base: 'result', share: 2_000n, threshold: null })[0]).toContain('hoogstens')
    expect(outside('resultaat-60-15-25', { kind: 'costs', kinds: ['material'] })[0]).toContain('materiaal')
    expect(outside('thermometer', { kind: 'potLevel', receiver: 'business', level: cents(100_000) })[0]).toContain('1.000,00')
    expect(outside('thermometer', { kind: 'potLevel', receiver: 'business', level: cents(150_000) })).toEqual([])
    expect(outside('resultaat-60-15-25', { kind: 'loss', carried: false })[0]).toContain('mag niet mee')
    expect(boundText(municipality)).toBe('Naar de gemeente gaat minstens 10% van het resultaat per maand, gerekend over het deel boven €\u00a0200,00.')
  })
})

function articles(code: TemplateCode): readonly Article[] {
  return TEMPLATES.find((template) => template.code === code)?.articles ?? []
}

type Weights = Extract<Article, { kind: 'weights' }>

function step(list: readonly Article[]): Weights {
  const found = list.find((article): article is Weights => article.kind === 'weights')
  if (!found) throw new Error('no step in the test')
  return found
}

function put(list: readonly Article[], changed: Weights): readonly Article[] {
  return list.map((article) => (article === step(list) ? changed : article))
}

function shares(list: readonly Article[], receiver: string, weight: bigint): readonly Article[] {
  const found = step(list)
  return put(list, { ...found, shares: found.shares.map((share) => (share.receiver === receiver ? { ...share, weight } : share)) })
}

type CapArticle = Extract<Article, { kind: 'cap' }>

function cap(receiver: CapArticle['receiver'], surplusTo: CapArticle['surplusTo']): CapArticle {
  return { kind: 'cap', receiver, step: null, per: 'month', cents: cents(10_000), surplusTo }
}

describe('where pots go after leaving', () => {
  const exit = { kind: 'exit', lateMoneyTo: 'cooperative', businessTo: 'payout' } as const
  test('is said of the pots that the article names, with what the municipality has to say', () => {
    const [said] = agreementText([exit])
    const sentences = said?.sentences.map(({ text }) => text).join(' ') ?? ''
    expect(sentences).toContain('Wat dan staat in het budget voor het eigen bedrijf van het lid, gaat naar het lid zelf')
    expect(sentences).toContain('als de gemeente op papier antwoord geeft')
    expect(sentences).not.toContain('het budget voor ontwikkeling')
    expect([potAtExit([{ kind: 'trade' }, exit], 'business'), potAtExit([exit], 'development')]).toEqual([{ receiver: 'payout', article: '2' }, null])
  })
  test('is read from a file as it was written, and an agreement of before says nothing of it', () => {
    expect(readArticles([exit], '$')).toEqual([exit])
    expect(readArticles([{ kind: 'exit', lateMoneyTo: 'reserve' }], '$')).toEqual([{ kind: 'exit', lateMoneyTo: 'reserve' }])
    expect(() => readArticles([{ ...exit, developmentTo: 'development' }], '$')).toThrow('developmentTo')
  })
  test('can be the fund of another cooperative, named or not, and a bill goes off only what goes to the member', () => {
    const named = { kind: 'exit', lateMoneyTo: 'cooperative', developmentTo: 'otherFund', fundOf: 'De Overkant U.A.' } as const
    const words = (article: Article) => (agreementText([article])[0]?.sentences ?? []).map(({ text }) => text).join(' ')
    expect(words(named)).toContain('gaat naar het fonds van De Overkant U.A.')
    expect(words(named)).toContain('als de gemeente op papier antwoord geeft')
    const { fundOf: _, ...unnamed } = named
    expect(words(unnamed)).toContain('gaat naar het fonds van de coöperatie waar het lid verder gaat')
    expect(potAtExit([named], 'development')).toEqual({ receiver: 'otherFund', article: '1', fundOf: 'De Overkant U.A.' })
    const paying = { ...exit, developmentTo: 'otherFund', setsOff: true } as const
    expect([setsOffAtExit([paying], 'business'), setsOffAtExit([paying], 'development'), setsOffAtExit([exit], 'business')]).toEqual(['1', null, null])
    expect(words(paying)).toContain('mag van dat budget af')
    expect(words({ ...named, setsOff: true })).not.toContain('mag van dat budget af')
    expect(readArticles([{ ...named, setsOff: true }], '$')).toEqual([{ ...named, setsOff: true }])
    expect(() => readArticles([{ ...exit, lateMoneyTo: 'otherFund' }], '$')).toThrow('lateMoneyTo')
  })
})
