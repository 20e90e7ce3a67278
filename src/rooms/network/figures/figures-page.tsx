import { dayOf, longDay } from '#kit/day.ts'
import { fill, type Language } from '#kit/text.ts'
import { CELLS, type Cell, FIGURES, type Figure, type ToldYear } from '#rooms/outcomes'
import { BarChart } from '#ui/chart.tsx'
import { ButtonLink } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Empty, Facts, Fold, LinkList, PageHead } from '#ui/parts.tsx'
import { texts } from './figures.en.ts'
import { shownAs } from './report-paper.ts'

export type FiguresOf = {
  readonly shown: ToldYear
  readonly earlier: readonly ToldYear[]
  /** Every year as it is told now, the oldest first. */
  readonly years: readonly ToldYear[]
}

const below = (language: Language, path: string) => (language === 'en' ? `/en${path}` : path)

/** Before anything was told: when there will be something. */
export function NoFiguresPage(props: { readonly language: Language }) {
  const words = texts(props.language)
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} lead={words.lead} read />
      <Empty title={words.empty} what={words.emptyWhat}>
        <ButtonLink href={below(props.language, '/cooperaties')}>{words.emptyGo}</ButtonLink>
      </Empty>
      <Protection language={props.language} />
    </div>
  )
}

/** The figures of a year, each with its definition, and what can be taken along. */
export function NationalFiguresPage(props: { readonly found: FiguresOf; readonly language: Language; readonly invented: boolean; readonly front: boolean }) {
  const { found, language, invented } = props
  const words = texts(language)
  const { year, version, toldAt } = found.shown
  const address = below(language, `/cijfers/${year}`)
  const others = found.years.filter((each) => each.year !== year).toReversed()
  return (
    <div class="narrow stack-l">
      {props.front ? null : <Crumbs items={[{ href: below(language, '/cijfers'), label: words.all }]} />}
      <PageHead title={props.front ? words.title : fill(words.titleOf, { year })} lead={words.lead} read />
      {invented ? <Alert tone="info">{words.invented}</Alert> : null}
      <p class="soft">
        {fill(words.toldOn, { day: longDay(dayOf(toldAt), language), version })} {words.toldOf}
      </p>
      {FIGURES.map((figure) => (
        <FigureCard key={figure} figure={figure} found={found} language={language} mark={invented ? words.mark : null} />
      ))}
      <Protection language={language} />
      <Card title={words.take}>
        <LinkList
          items={[
            { href: `${address}/rapport.pdf`, label: words.report, icon: 'paper' },
            { href: `/cijfers/${year}/cijfers.csv`, label: words.csv },
            { href: `/cijfers/${year}/cijfers.json`, label: words.json },
            { href: `/cijfers/${year}/datapackage.json`, label: words.description },
          ]}
        />
        <p class="soft">{words.licence}</p>
      </Card>
      {others.length > 0 ? (
        <Card title={words.years}>
          <LinkList items={others.map((each) => ({ href: below(language, `/cijfers/${each.year}`), label: String(each.year) }))} />
        </Card>
      ) : null}
      {found.earlier.map((each) => (
        <Fold key={each.version} summary={fill(words.earlierOf, { version: each.version, day: longDay(dayOf(each.toldAt), language) })}>
          <Facts
            items={FIGURES.flatMap((figure) =>
              CELLS[figure].map((cell: Cell) => ({
                label: words.cells[cell],
                value: shownAs(each.figures[figure].taking === null ? null : (each.figures[figure].cells[cell] ?? null), words.hidden),
              })),
            )}
          />
        </Fold>
      ))}
    </div>
  )
}

function FigureCard(props: { readonly figure: Figure; readonly found: FiguresOf; readonly language: Language; readonly mark: string | null }) {
  const { figure, found, language } = props
  const words = texts(language)
  const said = words.figures[figure]
  const { year, figures } = found.shown
  const { taking, cells } = figures[figure]
  const first = found.years.find((each) => each.figures[figure].taking !== null)?.year ?? year
  return (
    <Card title={said.name}>
      <p>{fill(said.about, { year })}</p>
      <p class="soft">{taking === null ? words.takingFew : fill(words.taking, { count: taking })}</p>
      {taking === null ? null : (
        <>
          <Facts items={CELLS[figure].map((cell: Cell) => ({ label: words.cells[cell], value: shownAs(cells[cell] ?? null, words.hidden) }))} />
          {CELLS[figure].some((cell: Cell) => (cells[cell] ?? null) === null) ? <p class="soft">{words.hiddenWhy}</p> : null}
          <Picture {...props} />
        </>
      )}
      <Fold summary={words.definition}>
        <Facts
          items={[
            { label: words.parts.what, value: said.what },
            { label: words.parts.how, value: said.how },
            { label: words.parts.source, value: said.source },
            { label: words.parts.since, value: fill(words.since, { year: first }) },
            { label: words.parts.unknown, value: said.unknown },
          ]}
        />
      </Fold>
    </Card>
  )
}

/** Parts of one year beside each other, or one count through the years; a picture only where there is something to compare. */
function Picture(props: { readonly figure: Figure; readonly found: FiguresOf; readonly language: Language; readonly mark: string | null }) {
  const { figure, found } = props
  const words = texts(props.language)
  const [only, ...parts] = CELLS[figure] as readonly Cell[]
  const bar = (label: string, count: number | null | undefined, now = false) =>
    typeof count === 'number' ? [{ label, value: count, shown: String(count), ...(now ? { now } : {}) }] : []
  const bars =
    parts.length > 0
      ? CELLS[figure].flatMap((cell: Cell) => bar(words.cells[cell], found.shown.figures[figure].cells[cell]))
      : found.years.flatMap((each) => (only ? bar(String(each.year), each.figures[figure].cells[only], each.year === found.shown.year) : []))
  if (bars.length < 2 || bars.every(({ value }) => value === 0)) return null
  const heads = parts.length > 0 ? words.heads : words.yearHeads
  return (
    <BarChart
      title={words.figures[figure].name}
      says={words.figures[figure].says}
      bars={bars}
      heads={[heads[0] ?? '', heads[1] ?? '']}
      {...(props.mark ? { mark: props.mark } : {})}
    />
  )
}

function Protection(props: { readonly language: Language }) {
  const words = texts(props.language)
  return (
    <Fold summary={words.protection}>
      <ul>
        {[...words.rules, words.not].map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </Fold>
  )
}
