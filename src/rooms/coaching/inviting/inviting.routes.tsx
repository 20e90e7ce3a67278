import { type Context, Hono } from 'hono'
import { type Problems, prose, ticked, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { act, change, type Env, formKeys, show } from '#rooms/access'
import { invitingTexts } from './inviting.en.ts'
import { invitationsWaiting, inviteCaseManager, invitingView, takeInvitation, withdrawInvitation } from './inviting.ts'
import { InvitationsPage, InvitingPage } from './inviting-pages.tsx'

export const inviting = new Hono<Env>()

const InviteForm = z.object({ words: prose(500), agreed: ticked() })

async function invitePage(c: Context<Env>, problems: Problems | null) {
  const view = await act(c, 'caseInvitation.read', invitingView)
  const { language } = c.var
  return show(c, {
    title: invitingTexts(language).title,
    body: <InvitingPage view={view} language={language} keys={() => formKeys(c)} problems={problems} />,
  })
}

inviting.get('/klantmanager-uitnodigen', (c) => invitePage(c, null))

inviting.post('/klantmanager-uitnodigen', (c) =>
  change(c, 'caseInvitation.send', {
    form: InviteForm,
    run: (tx, permit, { words, agreed }) => inviteCaseManager(tx, permit, words, agreed),
    done: 'caseInvitationSent',
    to: () => '/klantmanager-uitnodigen',
    again: (problems) => invitePage(c, problems),
  }),
)

inviting.post('/klantmanager-uitnodigen/:invitation/intrekken', (c) =>
  change(c, 'caseInvitation.withdraw', {
    run: (tx, permit) => withdrawInvitation(tx, permit, idIn(c)),
    done: 'caseInvitationWithdrawn',
    to: () => '/klantmanager-uitnodigen',
  }),
)

inviting.get('/uitnodigingen', async (c) => {
  const invitations = await act(c, 'caseInvitation.take', invitationsWaiting)
  return show(c, { title: invitingTexts('nl').office.title, body: <InvitationsPage invitations={invitations} keys={() => formKeys(c)} /> })
})

inviting.post('/uitnodigingen/:invitation/oppakken', (c) =>
  change(c, 'caseInvitation.take', {
    run: (tx, permit) => takeInvitation(tx, permit, idIn(c)),
    done: 'caseInvitationTaken',
    to: () => '/uitnodigingen',
  }),
)

function idIn(c: Context<Env>): string {
  const id = c.req.param('invitation') ?? ''
  return isId(id) ? id : refuse(invitingTexts(c.var.language).refusals.missing, {}, { kind: 'missing' })
}
