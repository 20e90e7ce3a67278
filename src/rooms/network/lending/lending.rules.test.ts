import { expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { TEMPLATES } from '#rooms/agreements'
import { isOverdue, traitsOf, traitsSought, usedAsShown } from './lending.rules.ts'

const articles = (code: string) => TEMPLATES.find((each) => each.code === code)?.articles ?? []

test('what can be looked for follows from the articles, also from what does not fit under a cap', () => {
  expect(traitsOf(articles('resultaat-60-15-25'), ['food'])).toEqual(['noMunicipality', 'pot-business', 'pot-development', 'exit-unsaid', 'craft-food'])
  expect(traitsOf(articles('thermometer'), [])).toEqual(['municipality', 'pot-business', 'pot-trainingPool', 'exit-unsaid'])
  expect(
    traitsOf([...articles('dertig-procent').filter(({ kind }) => kind !== 'exit'), { kind: 'exit', lateMoneyTo: 'cooperative', businessTo: 'payout' }], []),
  ).toContain('exit-payout')
})

test('all that is sought must be there', () => {
  expect(traitsSought({ craft: 'food', municipality: 'municipality', pot: 'reserve', exit: 'unsaid', source: 'invented', model: true })).toEqual([
    'craft-food',
    'municipality',
    'pot-reserve',
    'exit-unsaid',
  ])
  expect(traitsSought({ craft: null, municipality: null, pot: null, exit: null, source: null, model: false })).toEqual([])
})

test('nobody reads a small number, and one cooperative more is not seen', () => {
  expect([0, 1, 4, 5, 6, 9, 10].map(usedAsShown)).toEqual([null, null, null, 5, 5, 5, 10])
})

test('on its day an agreement still counts, and the day after it must be looked at', () => {
  expect([isOverdue(day('2027-01-01'), day('2027-01-01')), isOverdue(day('2027-01-01'), day('2027-01-02'))]).toEqual([false, true])
})
