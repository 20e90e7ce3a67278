import { type Context, Hono } from 'hono'
import type { Env } from '#rooms/access'
import { sendCase, showCase } from '#rooms/outcomes'
import { inLanguage, languageIn, metaOf } from '../public.ts'

/** The sum for a municipality, on the public site in both languages. */
export const reckoningRoutes = new Hono<Env>()

type C = Context<Env>

reckoningRoutes.get('/voor-gemeenten/rekenhulp', showSum)
reckoningRoutes.get('/en/voor-gemeenten/rekenhulp', showSum)
reckoningRoutes.get('/voor-gemeenten/rekenhulp/pdf', sendSum)
reckoningRoutes.get('/en/voor-gemeenten/rekenhulp/pdf', sendSum)

async function showSum(c: C) {
  const { pathname, searchParams } = new URL(c.req.url)
  // Links from before the page had an address of its own in English.
  if (searchParams.get('taal') === 'en' && languageIn(pathname) === 'nl') {
    searchParams.delete('taal')
    const query = searchParams.toString()
    return c.redirect(`/en${pathname}${query === '' ? '' : `?${query}`}`, 301)
  }
  return inLanguage(c) ?? showCase(c, (description) => metaOf(c, description))
}

async function sendSum(c: C) {
  c.set('language', c.req.query('taal') === 'en' ? 'en' : languageIn(c.req.path))
  return sendCase(c)
}
