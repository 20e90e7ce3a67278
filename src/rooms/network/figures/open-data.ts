import { csvOf } from '#kit/csv.ts'
import { dayOf } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import { CELLS, type Cell, FIGURES, type Figure, type ToldYear } from '#rooms/outcomes'
import { nl } from './figures.nl.ts'

/** Where and of what world the data are: an invented one says so in every row. */
export type Publication = { readonly address: string; readonly invented: boolean }

const LICENCE = { name: 'CC-BY-4.0', title: 'Creative Commons Naamsvermelding 4.0 Internationaal', path: 'https://creativecommons.org/licenses/by/4.0/deed.nl' }
const COLUMNS = ['year', 'version', 'figure', 'cell', 'label', 'count', 'cooperatives', 'invented'] as const
const wordOf = (column: (typeof COLUMNS)[number]) => nl.columns[column][0] ?? column

/** A told year as rows of a file: one for each part of each figure, also where nothing is shown. */
export function csvOfYear({ year, version, figures }: ToldYear, { invented }: Publication): string {
  const rows = partsOf(figures).map(({ figure, cell, count, taking }) => [
    String(year),
    String(version),
    figure,
    cell,
    nl.cells[cell],
    count === null ? '' : String(count),
    taking === null ? '' : String(taking),
    invented ? 'ja' : 'nee',
  ])
  return csvOf([COLUMNS.map(wordOf), ...rows])
}

/** The same for programs, each figure with its definition. */
export function jsonOfYear({ year, version, toldAt, figures }: ToldYear, { address, invented }: Publication) {
  return {
    titel: titleOf(year, invented),
    beschrijving: `${address}/datapackage.json`,
    jaar: year,
    versie: version,
    verteldOp: dayOf(toldAt),
    verzonnen: invented,
    licentie: LICENCE.path,
    afgerondOp: 5,
    cijfers: FIGURES.map((figure) => {
      const { name, what, how, source, unknown } = nl.figures[figure]
      return {
        cijfer: figure,
        naam: name,
        wat: what,
        hoeGeteld: how,
        bron: source,
        watWeNietWeten: unknown,
        cooperaties: figures[figure].taking,
        groepen: CELLS[figure].map((cell) => {
          const count = figures[figure].cells[cell] ?? null
          return { groep: cell, omschrijving: nl.cells[cell], aantal: count, getoond: count !== null }
        }),
      }
    }),
  }
}

/** What stands in the files, for programs: a Data Package with a Table Schema (specs.frictionlessdata.io, version 1). */
export function packageOfYear({ year, version, toldAt }: ToldYear, { address, invented }: Publication) {
  const field = (column: (typeof COLUMNS)[number], type: string, constraints: object = {}) => ({
    name: wordOf(column),
    type,
    title: wordOf(column),
    description: nl.columns[column][1] ?? '',
    ...(type === 'boolean' ? { trueValues: ['ja'], falseValues: ['nee'] } : {}),
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  })
  const required = { required: true }
  return {
    profile: 'tabular-data-package',
    name: `sociale-cooperaties-${year}`,
    id: address,
    title: titleOf(year, invented),
    description: [invented ? nl.invented : '', nl.lead, nl.toldOf, nl.hiddenWhy, ...nl.rules, nl.not].filter((each) => each !== '').join(' '),
    version: String(version),
    created: toldAt.toString(),
    homepage: address,
    keywords: [...(invented ? [nl.mark] : []), 'sociale coöperatie', String(year)],
    licenses: [LICENCE],
    sources: FIGURES.map((figure) => ({ title: nl.figures[figure].source })),
    resources: [
      {
        profile: 'tabular-data-resource',
        name: 'cijfers',
        path: 'cijfers.csv',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        dialect: { delimiter: ';', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
        schema: {
          fields: [
            field('year', 'integer', required),
            field('version', 'integer', { ...required, minimum: 1 }),
            field('figure', 'string', { ...required, enum: FIGURES }),
            field('cell', 'string', { ...required, enum: Object.values(CELLS).flat() }),
            field('label', 'string', required),
            field('count', 'integer', { minimum: 0 }),
            field('cooperatives', 'integer', { minimum: 5 }),
            field('invented', 'boolean', required),
          ],
          missingValues: [''],
          primaryKey: [wordOf('year'), wordOf('version'), wordOf('figure'), wordOf('cell')],
        },
      },
    ],
  }
}

function titleOf(year: number, invented: boolean): string {
  return `${fill(nl.paper.title, { year })}${invented ? ` (${nl.mark})` : ''}`
}

function partsOf(figures: ToldYear['figures']): { figure: Figure; cell: Cell; count: number | null; taking: number | null }[] {
  return FIGURES.flatMap((figure) =>
    CELLS[figure].map((cell: Cell) => ({ figure, cell, count: figures[figure].cells[cell] ?? null, taking: figures[figure].taking })),
  )
}
