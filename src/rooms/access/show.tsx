import type { Context } from 'hono'
import type { ComponentChildren } from 'preact'
import { render } from 'preact-render-to-string'
import { newId } from '#kit/ids.ts'
import { Page } from '#ui/layout.tsx'
import type { PageMeta } from '#ui/page-meta.tsx'
import { accessTextsOf } from './access.en.ts'
import { takeDone } from './done/done.ts'
import type { Env } from './env.ts'
import { askedOf, isList } from './filters/filters.rules.ts'
import { KeptContext, type KeptHere } from './filters/kept-bar.tsx'
import { MessagesLine } from './messages/pages/messages-page.tsx'

export type Show = {
  readonly title: string
  readonly body: ComponentChildren
  /** Which face the page wears; the role decides when it is left out. */
  readonly face?: 'public' | 'member' | 'office'
  /** For pages that anybody may find. */
  readonly meta?: PageMeta
  readonly status?: 200 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 503
}

/** Answers with a whole page: header with the role one acts in, navigation, the body. */
export function show(c: Context<Env>, page: Show): Response | Promise<Response> {
  const { person, seat, seats, language, kind, embedded, csrf, nav, foot } = c.var
  const links = nav(seat?.role ?? null, language, seat?.provisional)
  // Of a page that stands below two links the nearer one is where one is.
  const [here] = links
    .map(({ href }) => href)
    .filter((href) => href === c.req.path || (href !== '/' && c.req.path.startsWith(`${href}/`)))
    .toSorted((a, b) => b.length - a.length)
  const home = seat !== null && links[0]?.href === c.req.path
  const face = page.face ?? (seat === null ? 'public' : seat.role === 'member' ? 'member' : 'office')
  const kept = page.status === undefined ? keptHere(c) : null
  const html = render(
    <Page
      title={page.title}
      face={face}
      meta={page.meta}
      foot={face === 'public' ? foot(language) : []}
      as={
        person && seat
          ? {
              name: person.name,
              role: accessTextsOf(language).roles[seat.role],
              organisation: seat.organisationName,
              seat: seat.id,
              unread: person.unread,
              seats: seats.map((each) => ({ id: each.id, label: `${accessTextsOf(language).roles[each.role]} · ${each.organisationName}` })),
            }
          : null
      }
      notice={home && person && person.unread > 0 ? <MessagesLine language={language} unread={person.unread} /> : undefined}
      nav={links.map((link) => ({ ...link, current: link.href === here }))}
      language={language}
      demo={kind === 'demo'}
      trial={embedded}
      csrf={csrf}
      path={c.req.path}
      done={c.req.method === 'GET' ? takeDone(c) : null}
    >
      <KeptContext.Provider value={kept}>{page.body}</KeptContext.Provider>
    </Page>,
  )
  const drawn = `<!doctype html>${html}`
  c.set('drawn', drawn)
  return c.html(drawn, page.status ?? 200)
}

/** What somebody keeps of the list on this page in the role of now; it came along with the session. Null on a page that is no list. */
function keptHere(c: Context<Env>): KeptHere | null {
  const { seat, language } = c.var
  const list = c.req.path
  if (!seat || !isList(list) || c.req.method !== 'GET') return null
  const kept = seat.kept.filter((each) => each.list === list)
  return { list, asked: askedOf(list, new URL(c.req.url).search), kept, keys: formKeys(c), language }
}

/** The two hidden fields of every form: whose browser it is, and a key so that sending twice has one effect. */
export function formKeys(c: Context<Env>): { csrf: string; key: string } {
  const key = newId()
  c.var.keys.push(key)
  return { csrf: c.var.csrf, key }
}
