import { Hono } from 'hono'
import { choice, dayField, many, type Problems, text, z } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { act, change, type Env, formKeys, show } from '#rooms/access'
import { grantTyped, proposal } from '../exceptions/proposal.ts'
import { addressOf, type C, idIn, open } from '../file/opening.ts'
import { preparing, typedIn } from '../outgoing/outgoing.routes.tsx'
import { ToPostPage } from './many-page.tsx'
import { postingOffice } from './office.nl.ts'
import { postingTexts } from './posting.en.ts'
import { allToPost, choosePosting, postLetter, postLetters } from './posting.ts'
import { PaperDecisionPage, PostingChoicePage } from './posting-pages.tsx'

/** How the municipality writes to a member, and decisions that were posted on paper. */
export const routes = new Hono<Env>()

routes.get('/toestemmingen/:request/post', (c) => showChoice(c, null))

routes.post('/toestemmingen/:request/post', (c) =>
  change(c, 'consent.choosePosting', {
    form: z.object({ way: choice(['post', 'mail']) }),
    run: (tx, permit, { way }) => choosePosting(tx, permit, idIn(c), way === 'mail'),
    done: 'postChosen',
    to: () => addressOf(idIn(c)),
    again: (problems) => showChoice(c, problems),
  }),
)

routes.get('/toestemmingen/:request/besluit-op-papier', (c) => showPaper(c, null))

routes.post('/toestemmingen/:request/besluit-op-papier', (c) =>
  change(
    c,
    'consent.decide',
    preparing(c, 'paperDecision', (problems) => showPaper(c, problems)),
  ),
)

routes.post('/toestemmingen/:request/gepost', (c) =>
  change(c, 'consent.decide', {
    form: z.object({ letter: text(80), on: dayField() }),
    run: (tx, permit, { letter, on }) => postLetter(tx, permit, idIn(c), letter, on),
    done: 'letterPosted',
    to: () => addressOf(idIn(c)),
  }),
)

routes.get('/nog-te-posten', (c) => showToPost(c, null))

routes.post('/nog-te-posten', (c) =>
  change(c, 'consent.decide', {
    form: z.object({ letters: many(text(120)), on: dayField() }),
    run: (tx, permit, { letters, on }) => postLetters(tx, permit, letters, on),
    done: 'lettersPosted',
    to: () => '/nog-te-posten',
    again: (problems) => showToPost(c, problems),
  }),
)

async function showToPost(c: C, problems: Problems | null) {
  const found = await act(c, 'consent.decide', async (tx, permit) => ({ letters: await allToPost(tx, permit), today: permit.today }))
  return show(c, { title: postingOffice.toPost.title, body: <ToPostPage {...found} keys={formKeys(c)} problems={problems} /> })
}

async function showChoice(c: C, problems: Problems | null) {
  const file = await act(c, 'consent.choosePosting', async () => {}).then(() => open(c))
  const { language } = c.var
  return show(c, { title: postingTexts[language].title, body: <PostingChoicePage file={file} language={language} keys={formKeys(c)} problems={problems} /> })
}

async function showPaper(c: C, problems: Problems | null) {
  const file = await act(c, 'consent.decide', async () => {}).then(() => open(c))
  const { wantedFrom: from, wantedUntil: until } = file.request
  const typed = await typedIn(c, 'paperDecision')
  const meaning = await proposal(c, () => grantTyped(file, problems?.typed ?? typed, { from, until }))
  return show(c, {
    title: fill(postingOffice.title, { member: file.memberName }),
    body: <PaperDecisionPage file={file} meaning={meaning} typed={typed} keys={formKeys(c)} problems={problems} />,
  })
}
