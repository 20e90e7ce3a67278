import { type Context, Hono } from 'hono'
import { longInstant } from '#kit/day.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { act, change, type Env, looked, type MemberId, makePaperCode, paperCodeOf, show } from '#rooms/access'
import { nl } from '../members.nl.ts'
import { findMember } from '../members.ts'
import { paperTexts } from './paper.en.ts'
import { PaperCodePage } from './paper-page.tsx'

/** A code on paper for an own member without e-mail: made by the coach, printed, handed over (decisions 9). */
export const routes = new Hono<Env>()

routes.post('/leden/:member/inlogcode', (c) => {
  const id = known(c.req.param('member'))
  return change(c, 'signInCode.print', {
    run: async (tx, permit) => {
      const member = (await findMember(tx, permit, id)) ?? refuse(nl.refusals.missing, {}, { kind: 'missing' })
      const names = [member.name, ...(member.number === null ? [] : [String(member.number)])]
      return makePaperCode(tx, permit, id, names, c.var.settings.secret)
    },
    to: (seal) => `/leden/${id}?blad=${seal}`,
  })
})

/** The paper to print, at the address of the file; without a seal that is still good it leads to the file itself. */
export async function showPaper(c: Context<Env>): Promise<Response> {
  const id = known(c.req.param('member') ?? '')
  const found = await act(c, 'signInCode.print', async (tx, permit) => {
    const member = (await findMember(tx, permit, id)) ?? refuse(nl.refusals.missing, {}, { kind: 'missing' })
    const paper = paperCodeOf(permit, id, c.req.query('blad') ?? '', c.var.settings.secret)
    if (paper) await looked(tx, permit, [id])
    return paper && { member, ...paper }
  })
  if (!found) return c.redirect(`/leden/${id}`, 303)
  const { language, settings } = c.var
  const until = longInstant(found.goodUntil, found.member.language)
  return show(c, {
    title: fill(paperTexts(language).title, { name: found.member.firstName }),
    body: <PaperCodePage {...found} until={until} address={`${settings.baseUrl}/inloggen/papier`} language={language} />,
  })
}

function known(id: string): MemberId {
  return isId(id) ? (id as MemberId) : refuse(nl.refusals.missing, {}, { kind: 'missing' })
}
