import { Hono } from 'hono'
import { choice, dayField, optional, type Problems, prose, text, z } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { act, change, type Env, formKeys, show } from '#rooms/access'
import { addressOf, type C, idIn, open } from '../file/opening.ts'
import { adviceTexts } from './advice.en.ts'
import { askAdvice, closeReview, noteAdvice, openReview } from './advice.ts'
import { AskAdvicePage, CloseReviewPage, NoteAdvicePage, OpenReviewPage } from './advice-pages.tsx'
import { adviceOffice } from './office.nl.ts'

/** Advice before a decision, and looking at a decision again. */
export const routes = new Hono<Env>()

routes.get('/toestemmingen/:request/advies', (c) => showAsk(c, null))

routes.post('/toestemmingen/:request/advies', (c) =>
  change(c, 'consent.advice', {
    form: z.object({ adviser: prose(120), question: prose(4000), answerBefore: optional(dayField()) }),
    run: (tx, permit, form) => askAdvice(tx, permit, idIn(c), form),
    done: 'adviceAsked',
    to: () => addressOf(idIn(c)),
    again: (problems) => showAsk(c, problems),
  }),
)

routes.get('/toestemmingen/:request/advies/antwoord', (c) => showNote(c, null))

routes.post('/toestemmingen/:request/advies/antwoord', (c) =>
  change(c, 'consent.advice', {
    form: z.object({ adviser: text(120), answer: prose(4000), on: dayField() }),
    run: (tx, permit, form) => noteAdvice(tx, permit, idIn(c), form),
    done: 'adviceGiven',
    to: () => addressOf(idIn(c)),
    again: (problems) => showNote(c, problems),
  }),
)

routes.get('/toestemmingen/:request/herziening', (c) => showOpen(c, null))

routes.post('/toestemmingen/:request/herziening', (c) => {
  const own = c.var.seat?.role === 'member'
  return change(c, 'consent.review', {
    form: z.object({
      by: own
        ? z
            .unknown()
            .optional()
            .transform(() => 'request' as const)
        : choice(['request', 'ownMotion']),
      reason: prose(4000),
    }),
    run: (tx, permit, form) => openReview(tx, permit, idIn(c), form),
    done: 'reviewOpened',
    to: () => addressOf(idIn(c)),
    again: (problems) => showOpen(c, problems),
  })
})

routes.get('/toestemmingen/:request/herziening/afronden', (c) => showClose(c, null))

routes.post('/toestemmingen/:request/herziening/afronden', (c) =>
  change(c, 'consent.correct', {
    form: z.object({ reason: prose(4000) }),
    run: (tx, permit, { reason }) => closeReview(tx, permit, idIn(c), reason),
    done: 'reviewClosed',
    to: () => addressOf(idIn(c)),
    again: (problems) => showClose(c, problems),
  }),
)

async function showAsk(c: C, problems: Problems | null) {
  const file = await act(c, 'consent.advice', async () => {}).then(() => open(c))
  return show(c, {
    title: fill(adviceOffice.ask.title, { member: file.memberName }),
    body: <AskAdvicePage file={file} keys={formKeys(c)} problems={problems} />,
  })
}

async function showNote(c: C, problems: Problems | null) {
  const file = await act(c, 'consent.advice', async () => {}).then(() => open(c))
  return show(c, {
    title: fill(adviceOffice.note.title, { member: file.memberName }),
    body: <NoteAdvicePage file={file} keys={formKeys(c)} problems={problems} />,
  })
}

async function showOpen(c: C, problems: Problems | null) {
  const file = await act(c, 'consent.review', async () => {}).then(() => open(c))
  const { language } = c.var
  const municipal = c.var.seat?.role === 'caseManager'
  return show(c, {
    title: adviceTexts[language].open.title,
    body: <OpenReviewPage file={file} language={language} municipal={municipal} keys={formKeys(c)} problems={problems} />,
  })
}

async function showClose(c: C, problems: Problems | null) {
  const file = await act(c, 'consent.correct', async () => {}).then(() => open(c))
  return show(c, { title: adviceOffice.close.title, body: <CloseReviewPage file={file} keys={formKeys(c)} problems={problems} /> })
}
