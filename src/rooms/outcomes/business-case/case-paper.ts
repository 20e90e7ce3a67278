import { type Day, longDay } from '#kit/day.ts'
import { cents, euro, percent } from '#kit/money.ts'
import { fill, type Language } from '#kit/text.ts'
import { caseTexts } from './case.en.ts'
import {
  ASSUMPTIONS,
  type Assumption,
  businessCase,
  type CaseFacts,
  LINES,
  type Outcome,
  perYear,
  roughly,
  standingsOf,
  UNITS,
  weightiest,
} from './case.rules.ts'

/** What the page and the paper both say of an outcome. */
export function outcomeWords(facts: CaseFacts, language: Language) {
  const words = caseTexts(language).result
  const found = businessCase(facts)
  const about = (amount: bigint) => euro(roughly(cents(amount))).replace(/,00$/, '')
  // Hundredths of a person are written as hundredths of a percent are.
  const people = (hundredths: bigint) => percent(hundredths).replace('%', '')
  const [fewest, most] = [people(found.leavers.low), people(found.leavers.high)]
  const { against, inFavour } = found.needed
  const weighs = weightiest(facts)
  const needed =
    against === null || inFavour === null
      ? words.neededNever
      : against === 0n
        ? words.neededNone
        : fill(against === inFavour ? words.neededOne : words.needed, { low: String(inFavour), high: String(against) })
  return {
    found,
    about,
    span: ({ low, high }: Outcome) => [about(low), about(high)] as const,
    between: fill(words.between, { low: about(found.result.low), high: about(found.result.high), years: facts.years }),
    sentences: [
      fill(fewest === most ? words.leaversOne : words.leavers, { low: fewest, high: most, people: facts.people }),
      needed,
      fill(words.weighs, { name: caseTexts(language).names[weighs.name].toLowerCase(), by: about(weighs.by) }),
      words.half,
      words.rounded,
    ],
  }
}

export function shownFigure(name: Assumption, value: bigint): string {
  return UNITS[name] === 'share' ? percent(value) : euro(cents(value))
}

/** What the template of the paper takes: two pages, the outcome and then each figure with its source and what it is. */
export function casePaper(facts: CaseFacts, usual: CaseFacts, on: Day, language: Language) {
  const words = caseTexts(language)
  const said = outcomeWords(facts, language)
  const standing = standingsOf(facts, usual)
  const outcome = (label: string, found: Outcome, total = false) => ({ label, values: said.span(found), total })
  return {
    language,
    title: words.title,
    author: 'Opbloei',
    pages: words.paper.pages,
    foot: [words.paper.foot],
    made: `${words.paper.made} ${longDay(on, language)}`,
    honest: words.honest,
    between: said.between,
    group: [`${words.form.people} ${facts.people}`, `${words.form.years} ${facts.years}`],
    resultTitle: fill(words.result.title, { years: facts.years }),
    columns: [words.result.line, words.result.against, words.result.favour],
    lines: [
      ...LINES.map((line) => outcome(words.result.lines[line], said.found.lines[line])),
      outcome(words.result.all, said.found.result, true),
      outcome(words.result.year, perYear(said.found.result, facts.years)),
    ],
    sentences: said.sentences,
    legend: (['measured', 'assumed', 'own'] as const).map((kind) => ({ kind, label: words.standing[kind], says: words.standingSays[kind] })),
    figuresTitle: words.form.figures,
    figureColumns: [words.paper.figure, words.paper.from, words.paper.to, words.paper.kind],
    figures: ASSUMPTIONS.map((name) => ({
      name: words.names[name],
      low: shownFigure(name, facts[name].low),
      high: shownFigure(name, facts[name].high),
      kind: standing[name],
      label: words.standing[standing[name]],
      source: fill(words.sources[name], { day: longDay(on, language) }),
    })),
  }
}
