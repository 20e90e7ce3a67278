import { Hono } from 'hono'
import type { Tx } from '#kit/db.ts'
import { isId } from '#kit/ids.ts'
import { act, type Env, looked, type Permit, personOf, show } from '#rooms/access'
import { recipientsOf, type Version } from '../agreements.sql.ts'
import { splitRulesOfAll } from '../in-force/in-force.ts'
import { may, versionIn } from '../opening.ts'
import { versionToRead } from '../signing/reading.ts'
import { ComparePage } from './compare-page.tsx'
import { comparingTexts } from './comparing.en.ts'
import { otherVersions } from './other-versions.ts'

export const routes = new Hono<Env>()

routes.get('/afspraken/:version/vergelijk', async (c) => {
  const id = versionIn(c)
  const asked = c.req.query('met') ?? ''
  const found = await act(c, 'agreement.read', async (tx, permit) => {
    const version = await versionToRead(tx, permit, id)
    const others = await otherVersions(tx, permit, version)
    await looked(tx, permit, [...new Set((await recipientsOf(tx, permit, id)).map(({ member }) => member))])
    const wanted = others.find((each) => each.id === (isId(asked) ? asked : null))
    return { version, others, other: wanted ?? (await usualOf(tx, permit, version, others)) }
  })
  const { language } = c.var
  return show(c, { title: comparingTexts[language].title, body: <ComparePage {...found} whatIf={may(c, 'whatIf.see')} language={language} /> })
})

/** What binds now: the reader, or else most members; otherwise the version before it. */
async function usualOf(tx: Tx, permit: Permit<'agreement.read'>, version: Version, others: readonly Version[]): Promise<Version | null> {
  const bound = await splitRulesOfAll(tx, permit, permit.today)
  const own = permit.role === 'member' ? bound.get(personOf(permit)) : undefined
  const [most] = [...Map.groupBy(own ? [own] : bound.values(), (each) => each.version)].toSorted(([, a], [, b]) => b.length - a.length)
  return others.find((each) => each.id === most?.[0]) ?? others.find((each) => each.number < version.number) ?? others[0] ?? null
}
