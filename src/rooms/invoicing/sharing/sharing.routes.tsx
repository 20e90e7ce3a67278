import { type Context, Hono } from 'hono'
import type { Problems } from '#kit/form.ts'
import { ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { act, change, type Env, formKeys, personNames, personOf, show } from '#rooms/access'
import { idOf, ReasonForm } from '../forms.ts'
import { texts } from '../invoicing.en.ts'
import { price } from '../pricing/pricing.rules.ts'
import { SharePage } from './pages/share-page.tsx'
import { sharingTexts } from './sharing.en.ts'
import { answerOwnShare, draftNaming, sharesIn } from './sharing.ts'

/** A member answers whether the own share of a job is right. */
export const sharing = new Hono<Env>()

async function sharePage(c: Context<Env>, problems: Problems | null) {
  const id = idOf(c)
  const facts = await act(c, 'invoice.agreeShare', async (tx, permit) => {
    const draft = await draftNaming(tx, permit, id)
    const me = personOf(permit)
    const share = draft?.shares.find((each) => each.member === me)
    if (!draft || !share) return refuse(texts[permit.language].refusals.noDraft, {}, { kind: 'missing' })
    const priced = price(draft.lines, draft.basis, permit.today)
    const mine = sharesIn(permit, priced, draft).find((part) => part.member === me)?.net ?? ZERO
    return { draft, share, asker: (await personNames(tx, [draft.member])).get(draft.member) ?? '', whole: priced.net, mine }
  })
  return show(c, {
    title: sharingTexts[c.var.language].title,
    body: <SharePage facts={facts} keys={formKeys(c)} problems={problems} language={c.var.language} />,
  })
}

sharing.get('/facturen/:id/deel', (c) => sharePage(c, null))

sharing.post('/facturen/:id/deel/akkoord', (c) =>
  change(c, 'invoice.agreeShare', {
    run: (tx, permit) => answerOwnShare(tx, permit, idOf(c), null),
    done: 'shareAgreed',
    to: () => `/facturen/${idOf(c)}/deel`,
  }),
)

sharing.post('/facturen/:id/deel/bezwaar', (c) =>
  change(c, 'invoice.agreeShare', {
    form: ReasonForm,
    run: (tx, permit, form) => answerOwnShare(tx, permit, idOf(c), form.reason),
    done: 'shareRefused',
    to: () => `/facturen/${idOf(c)}/deel`,
    again: (problems) => sharePage(c, problems),
  }),
)
