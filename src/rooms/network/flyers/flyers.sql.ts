import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { AnyPermit } from '#rooms/access'
import type { Flyer, FlyerDay } from './flyers.rules.ts'

export async function addDownload(tx: Tx, permit: AnyPermit, flyer: Flyer): Promise<void> {
  await tx
    .insertInto('network.flyer_download')
    .values({ tenant: permit.organisation, flyer, on_day: permit.today, times: 1 })
    .onConflict((conflict) => conflict.columns(['tenant', 'flyer', 'on_day']).doUpdateSet((eb) => ({ times: eb('network.flyer_download.times', '+', 1) })))
    .execute()
}

export async function downloadRows(tx: Tx, permit: AnyPermit): Promise<FlyerDay[]> {
  const rows = await tx
    .selectFrom('network.flyer_download')
    .select(['flyer', 'on_day', 'times'])
    .where('tenant', '=', permit.organisation)
    .orderBy('on_day')
    .orderBy('flyer')
    .execute()
  return rows.map((row) => ({ flyer: row.flyer as Flyer, on: row.on_day as Day, times: row.times }))
}
