import type { Context } from 'hono'
import type { Problems } from '#kit/form.ts'
import { refuse } from '#kit/refusal.ts'
import { type Env, formKeys, show } from '#rooms/access'
import { houseOf, metaOf, publicly, sealedMoment, sealedNow, townFor } from '../public.ts'
import { texts } from './offerings.en.ts'
import { photoPath, structuredOf } from './offerings.rules.ts'
import { shownOffering } from './offerings.ts'
import { OfferingPage } from './offerings-pages.tsx'

type C = Context<Env>

/** The page of one thing that is shown, with what machines are told of it; again with what is wrong with a question about it. */
export async function offeringPage(c: C, problems: Problems | null, kept: { readonly id: string; readonly shown: string } | null) {
  const { language } = c.var
  const offering = await oneShown(c)
  const keys = formKeys(c)
  const home = houseOf(c)
  const [lead] = offering.photos
  return show(c, {
    title: offering.title,
    face: 'public',
    status: problems ? 422 : 200,
    meta: metaOf(c, offering.about, {
      structured: [structuredOf({ ...offering, town: townFor(c, offering.town) }, `${home}${c.req.path}`, home)],
      ...(lead ? { image: `${home}${photoPath(lead)}`, picture: lead } : {}),
    }),
    body: (
      <OfferingPage
        offering={offering}
        language={language}
        shown={kept && sealedMoment(c, kept.shown) ? kept.shown : sealedNow(c)}
        keys={kept ? { ...keys, key: kept.id } : keys}
        problems={problems}
        sent={problems === null && c.req.query('gevraagd') === 'ja'}
      />
    ),
  })
}

/** The thing that the address names. Refuses (missing) what is not shown. */
export async function oneShown(c: C) {
  const id = c.req.param('offering') ?? ''
  return (await publicly(c, (tx) => shownOffering(tx, id))) ?? refuse(texts(c.var.language).refusals.missing, {}, { kind: 'missing' })
}
