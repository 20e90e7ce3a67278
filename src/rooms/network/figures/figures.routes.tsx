import { type Context, Hono } from 'hono'
import { renderPdf } from '#kit/pdf.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { type Env, limited, show } from '#rooms/access'
import { type ToldYear, toldYears } from '#rooms/outcomes'
import { houseOf, inLanguage, languageIn, metaOf, publicly } from '../public.ts'
import { texts } from './figures.en.ts'
import { type FiguresOf, NationalFiguresPage, NoFiguresPage } from './figures-page.tsx'
import { csvOfYear, jsonOfYear, type Publication, packageOfYear } from './open-data.ts'
import { reportPaper } from './report-paper.ts'

/** The national figures, for everybody, with their definitions; as a report and as open data too. */
export const figureRoutes = new Hono<Env>()

type C = Context<Env>

figureRoutes.get('/cijfers', showFigures)
figureRoutes.get('/en/cijfers', showFigures)
figureRoutes.get('/cijfers/:year', showFigures)
figureRoutes.get('/en/cijfers/:year', showFigures)
figureRoutes.get('/cijfers/:year/rapport.pdf', sendReport)
figureRoutes.get('/en/cijfers/:year/rapport.pdf', sendReport)

figureRoutes.get('/cijfers/:year/cijfers.csv', async (c) => {
  const { shown } = await yearOf(c)
  const name = `cijfers-${shown.year}-versie-${shown.version}${published(c, shown).invented ? '-verzonnen' : ''}.csv`
  return c.body(csvOfYear(shown, published(c, shown)), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}"`,
  })
})

figureRoutes.get('/cijfers/:year/cijfers.json', async (c) => {
  const { shown } = await yearOf(c)
  return c.json(jsonOfYear(shown, published(c, shown)))
})

figureRoutes.get('/cijfers/:year/datapackage.json', async (c) => {
  const { shown } = await yearOf(c)
  return c.json(packageOfYear(shown, published(c, shown)))
})

async function showFigures(c: C) {
  const elsewhere = inLanguage(c)
  if (elsewhere) return elsewhere
  const { language, kind } = c.var
  const words = texts(language)
  const front = c.req.param('year') === undefined
  const found = await figuresIn(c)
  if (!found) {
    if (!front) refuse(words.missing, {}, { kind: 'missing' })
    return show(c, { title: words.title, face: 'public', meta: metaOf(c, words.lead), body: <NoFiguresPage language={language} /> })
  }
  const invented = kind === 'demo'
  const { shown } = found
  const place = published(c, shown)
  return show(c, {
    title: front ? words.title : fill(words.titleOf, { year: shown.year }),
    face: 'public',
    meta: metaOf(c, words.lead, {
      structured: [
        {
          '@context': 'https://schema.org',
          '@type': 'Dataset',
          name: `${fill(words.paper.title, { year: shown.year })}${invented ? ` (${words.mark})` : ''}`,
          description: words.lead,
          temporalCoverage: String(shown.year),
          license: 'https://creativecommons.org/licenses/by/4.0/',
          distribution: [
            { '@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl: `${place.address}/cijfers.csv` },
            { '@type': 'DataDownload', encodingFormat: 'application/json', contentUrl: `${place.address}/cijfers.json` },
          ],
        },
      ],
    }),
    body: <NationalFiguresPage found={found} language={language} invented={invented} front={front} />,
  })
}

async function sendReport(c: C) {
  c.set('language', languageIn(c.req.path))
  await limited(c, 'openPaper', 'cijfers')
  const { language, kind } = c.var
  const { shown, years } = await yearOf(c)
  const invented = kind === 'demo'
  const pdf = await renderPdf({
    template: 'rooms/network/figures/report.typ',
    data: reportPaper(shown, invented, years[0]?.year ?? shown.year, language),
    standard: 'ua-1',
    madeAt: Math.floor(shown.toldAt.epochMilliseconds / 1000),
  })
  const name = `cijfers-${shown.year}-versie-${shown.version}${invented ? '-verzonnen' : ''}.pdf`
  return c.body(pdf as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="${name}"` })
}

async function yearOf(c: C): Promise<FiguresOf> {
  return (await figuresIn(c)) ?? refuse(texts(c.var.language).missing, {}, { kind: 'missing' })
}

/** The year that the address names, or the newest; of it the version asked for, or the newest. Null where nothing was told. */
async function figuresIn(c: C): Promise<FiguresOf | null> {
  const all = await publicly(c, toldYears)
  const asked = c.req.param('year')
  const found = asked === undefined ? all[0] : all.find(({ now }) => String(now.year) === asked)
  if (!found) return null
  const version = c.req.query('versie')
  const shown = version === undefined ? found.now : [found.now, ...found.earlier].find((each) => String(each.version) === version)
  if (!shown) return null
  return { shown, earlier: shown === found.now ? found.earlier : [], years: all.map(({ now }) => now).toReversed() }
}

function published(c: C, { year }: ToldYear): Publication {
  return { address: `${houseOf(c)}/cijfers/${year}`, invented: c.var.kind === 'demo' }
}
