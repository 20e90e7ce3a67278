import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './case.nl.ts'

const en: SameTexts<typeof nl> = {
  title: 'What does a social cooperative cost and bring?',
  lead: 'A calculation aid for municipalities. Fill in your own figures. You get no promise but a range: from unfavourable to favourable.',
  honest: {
    title: 'This is no promise',
    text: 'Nobody measured this well for social cooperatives. Each figure tells where it comes from. What a member gains in confidence does not count here.',
  },
  noNorm: 'How high the benefit is now is not here yet. Fill in an amount yourself at “Benefit per person a year”.',
  standing: { measured: 'Measured', assumed: 'Assumption', own: 'Own figure' },
  standingSays: {
    measured: 'It stands in the law, or somebody measured it.',
    assumed: 'Nobody measured this. It is an estimate.',
    own: 'You filled in another figure.',
  },
  legend: 'What the colours tell',
  form: {
    about: 'About which group?',
    people: 'How many people take part?',
    years: 'Over how many years do you reckon?',
    low: 'From',
    high: 'To',
    button: 'Work it out',
    again: 'Begin again with the figures of Opbloei',
    figures: 'The figures',
    figuresHint: 'Each figure has a low and a high end. Change what is different in your town.',
  },
  names: {
    benefit: 'Benefit per person a year',
    execution: 'Running the benefit, per person a year',
    exit: 'Share that leaves the benefit in these years',
    anyway: 'Share that would leave without a cooperative too',
    stays: 'Share of them that stays out',
    share: 'Share of the earnings for the municipality, per participant a year',
    care: 'Less cost of care, per participant a year',
    costs: 'Cost of the cooperative per participant a year',
    start: 'Cost of beginning, once',
  },
  sources: {
    benefit: 'Norm of a single person on {day} (Participatiewet art. 21), times twelve. Net, without wage tax.',
    execution: '€ 2,883 a year (Berenschot 2018, 30 municipalities, read in a blog). A part of that stays: hence from nothing.',
    exit: 'Delft tells: a quarter of about twenty people, since 2017. LaNSCO names more than 20%. Not measured independently.',
    anyway: 'Of all people on social assistance 23.4% left in 2023 (Divosa Benchmark). For this group it is much less; how much nobody knows.',
    stays: 'How many people are still without benefit after a year nobody kept. An estimate of ours.',
    share: 'Fill in what your agreement says. Without one it is nothing.',
    care: 'Delft tells of less cost of care, without an amount. Fill in only what you can show yourself.',
    costs: 'A track towards work costs about € 3,000. Pangea asks about double for a year.',
    start: 'Fill in what you pay at the beginning, for example for the notary or a coach.',
  },
  result: {
    title: 'The outcome over {years} years',
    against: 'Unfavourable',
    favour: 'Favourable',
    line: 'What',
    rests: 'Rests on',
    lines: {
      benefit: 'Less benefit',
      execution: 'Less running cost',
      share: 'Share of the earnings',
      care: 'Less care',
      costs: 'Cost of the cooperative',
      start: 'Cost of beginning',
    },
    all: 'Together',
    year: 'Per year on average',
    between: 'Between {low} and {high} over {years} years',
    bar: 'The outcome lies between {low} and {high}. Zero is the line in the bar.',
    leavers: 'Because of the cooperative {low} to {high} of {people} people stay out of the benefit.',
    leaversOne: 'Because of the cooperative {low} of {people} people stay out of the benefit.',
    needed: 'The costs come back when {low} to {high} people stay out.',
    neededOne: 'The costs come back when {low} people stay out.',
    neededNone: 'There are no costs that must come back.',
    neededNever: 'With these figures the costs do not come back by people leaving.',
    weighs: 'Most depends on: {name}. Between its low and high end lies about {by}.',
    half: 'Who leaves the benefit does so spread over the years. So half of the time counts on average. Who comes back does not count.',
    rounded: 'Amounts are rounded to hundreds of euros.',
  },
  paper: {
    made: 'Made on',
    button: 'Keep as a pdf of two pages',
    pages: 'Page {page} of {pages}',
    foot: 'Opbloei: calculation aid for municipalities. No promise.',
    figure: 'Figure',
    from: 'From',
    to: 'To',
    source: 'Where it comes from',
    kind: 'Kind',
  },
  /** What is wrong with one field. */
  fields: {
    turned: 'The high end is below the low end.',
    people: 'Fill in a number from 1 to 5,000.',
    years: 'Fill in a number from 1 to 10.',
    share: 'A share is at most 100%.',
    amount: 'This amount is too large to reckon with.',
  },
  refusals: {
    wrong: { what: 'Something is not right in the figures.', next: 'Look at the fields below.' },
  },
}

/** The words of the business case in the language of the reader. */
export function caseTexts(language: Language): typeof nl {
  return language === 'en' ? (en as typeof nl) : nl
}
