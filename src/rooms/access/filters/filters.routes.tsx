import { type Context, Hono } from 'hono'
import { type Problems, prose, text, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { act, change } from '../act.ts'
import type { Env } from '../env.ts'
import { formKeys, show } from '../show.tsx'
import { filterTexts } from './filters.en.ts'
import { keepFilter, keptFilters, removeFilter, renameFilter } from './filters.ts'
import { FiltersPage } from './filters-page.tsx'

/** Filters that somebody keeps. */
export const routes = new Hono<Env>()

routes.get('/filters', (c) => showFilters(c, null))

routes.post('/filters', (c) =>
  change(c, 'filter.keep', {
    form: z.object({ lijst: text(40), vraag: prose(400), naam: prose(40) }),
    run: (tx, permit, { lijst, vraag, naam }) => keepFilter(tx, permit, lijst, vraag, naam),
    done: 'filterKept',
    to: (address) => address,
    again: (problems) => showFilters(c, problems),
  }),
)

routes.post('/filters/naam', (c) =>
  change(c, 'filter.keep', {
    form: z.object({ filter: text(40), naam: prose(40) }),
    run: (tx, permit, { filter, naam }) => renameFilter(tx, permit, known(c, filter), naam),
    done: 'filterRenamed',
    to: () => '/filters',
    again: (problems) => showFilters(c, problems),
  }),
)

routes.post('/filters/weg', (c) =>
  change(c, 'filter.keep', {
    form: z.object({ filter: text(40) }),
    run: (tx, permit, { filter }) => removeFilter(tx, permit, known(c, filter)),
    done: 'filterRemoved',
    to: () => '/filters',
  }),
)

async function showFilters(c: Context<Env>, problems: Problems | null): Promise<Response> {
  const { language } = c.var
  const kept = await act(c, 'filter.keep', keptFilters)
  return show(c, { title: filterTexts(language).title, body: <FiltersPage kept={kept} language={language} keys={() => formKeys(c)} problems={problems} /> })
}

function known(c: Context<Env>, id: string): string {
  return isId(id) ? id : refuse(filterTexts(c.var.language).refusals.missing, {}, { kind: 'missing' })
}
