import { type Context, Hono } from 'hono'
import { choice, dayField, optionalProse, type Problems, z } from '#kit/form.ts'
import { act, change, type Env, formKeys, show } from '#rooms/access'
import { ownWords as words } from './own-words.nl.ts'
import { OWN_KINDS, type OwnKind } from './own-words.rules.ts'
import { ownWordsFile, setOwnWords } from './own-words.ts'
import { OwnWordsPage } from './own-words-page.tsx'

/** What a municipality adds to its letters. */
export const routes = new Hono<Env>()

const Words = z.object({
  kind: choice(OWN_KINDS),
  from: dayField(),
  opening: optionalProse(1500),
  closing: optionalProse(1500),
  contact: optionalProse(400),
})

routes.get('/eigen-regels/brieven', (c) => showWords(c, null))

routes.post('/eigen-regels/brieven', (c) =>
  change(c, 'townRules.set', {
    form: Words,
    run: async (tx, permit, { kind, from, opening, closing, contact }) => {
      await setOwnWords(tx, permit, kind, from, { opening: opening ?? '', closing: closing ?? '', contact: contact ?? '' })
      return kind
    },
    done: 'townLetterSet',
    to: (kind) => `/eigen-regels/brieven?soort=${kind}`,
    again: (problems) => showWords(c, problems),
  }),
)

async function showWords(c: Context<Env>, problems: Problems | null) {
  const asked = problems?.typed.kind ?? c.req.query('soort')
  const kind: OwnKind = OWN_KINDS.find((each) => each === asked) ?? 'all'
  const file = await act(c, 'townRules.set', (tx, permit) => ownWordsFile(tx, permit, kind))
  return show(c, { title: words.title, body: <OwnWordsPage file={file} keys={formKeys(c)} problems={problems} /> })
}
