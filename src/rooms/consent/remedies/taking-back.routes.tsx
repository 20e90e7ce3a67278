import { Hono } from 'hono'
import { dayField, type Problems, prose, text, z } from '#kit/form.ts'
import { act, change, type Env, formKeys, show } from '#rooms/access'
import { addressOf, type C, idIn, open } from '../file/opening.ts'
import { foreseenMeanings } from './foreseeing.ts'
import { foreseen } from './foreseen.ts'
import { TakeBackObjectionPage } from './pages/taking-back-page.tsx'
import { remedyTexts } from './remedies.en.ts'
import { takeBackObjection } from './taking-back.ts'

export const routes = new Hono<Env>()

const OwnForm = z.object({ against: text(60), note: prose(2000) })

routes.get('/toestemmingen/:request/bezwaar-intrekken', (c) => showPage(c, null))

routes.post('/toestemmingen/:request/bezwaar-intrekken', (c) => {
  const rest = { done: 'objectionTakenBack', to: () => addressOf(idIn(c)), again: (problems: Problems) => showPage(c, problems) } as const
  if (c.var.seat?.role === 'member')
    return change(c, 'consent.object', { form: OwnForm, run: (tx, permit, form) => takeBackObjection(tx, permit, idIn(c), form), ...rest })
  return change(c, 'consent.note', {
    form: OwnForm.extend({ on: dayField() }),
    run: (tx, permit, form) => takeBackObjection(tx, permit, idIn(c), form),
    ...rest,
  })
})

async function showPage(c: C, problems: Problems | null) {
  const municipal = c.var.seat?.role === 'caseManager'
  const file = await act(c, municipal ? 'consent.note' : 'consent.object', async () => {}).then(() => open(c))
  const { language } = c.var
  const meanings = await foreseenMeanings(c, foreseen(file, 'takeBackObjection', problems, null))
  return show(c, {
    title: remedyTexts[language].takeBack.title,
    body: <TakeBackObjectionPage file={file} language={language} municipal={municipal} keys={formKeys(c)} problems={problems} foreseen={meanings} />,
  })
}
