import { dayOf, longDay } from '#kit/day.ts'
import { fill, type Language } from '#kit/text.ts'
import { CELLS, type Cell, FIGURES, type ToldYear } from '#rooms/outcomes'
import { texts } from './figures.en.ts'

/** What the template of the yearly report takes: every figure with its parts, its definition and what is not known. */
export function reportPaper({ year, version, toldAt, figures }: ToldYear, invented: boolean, firstYear: number, language: Language) {
  const words = texts(language)
  return {
    language,
    title: fill(words.paper.title, { year }),
    author: 'Opbloei',
    pages: words.paper.pages,
    foot: [invented ? `${words.paper.foot} (${words.mark})` : words.paper.foot],
    invented: invented ? words.invented : '',
    told: `${fill(words.toldOn, { day: longDay(dayOf(toldAt), language), version })} ${words.toldOf}`,
    lead: words.lead,
    heads: words.heads,
    figures: FIGURES.map((figure) => {
      const { taking, cells } = figures[figure]
      const said = words.figures[figure]
      return {
        name: said.name,
        about: fill(said.about, { year }),
        taking: taking === null ? words.takingFew : fill(words.taking, { count: taking }),
        rows: taking === null ? [] : CELLS[figure].map((cell: Cell) => [words.cells[cell], shownAs(cells[cell] ?? null, words.hidden)]),
        terms: [
          [words.parts.what, said.what],
          [words.parts.how, said.how],
          [words.parts.source, said.source],
          [words.parts.since, fill(words.since, { year: firstYear })],
          [words.parts.unknown, said.unknown],
        ],
      }
    }),
    hiddenWhy: words.hiddenWhy,
    protection: words.protection,
    rules: [...words.rules, words.not],
    licence: words.licence,
  }
}

export function shownAs(count: number | null, hidden: string): string {
  return count === null ? hidden : String(count)
}
