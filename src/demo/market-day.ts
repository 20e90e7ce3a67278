import { addDays } from '#kit/day.ts'
import { storeFile } from '#kit/files.ts'
import { cents } from '#kit/money.ts'
import { recordDaySheet, sendInvoice } from '#rooms/invoicing'
import type { MemberPlayer } from './founding.ts'
import { receiptPhoto } from './photo.ts'
import { daysAgo, play } from './stage.ts'
import type { Shop } from './trade.ts'

/** A market day of this week with change, a tip and half a euro too little; the provider has paid its cards, less a fee. Another waits to be booked. */
export function planMarketDay(shop: Shop, member: MemberPlayer): void {
  const { stage, agenda, house, facts } = shop
  agenda.plan(
    daysAgo(stage, 2),
    async () => {
      const sheet = await counted(shop, member, { sold: 34, byCard: 98_50, counted: 80_00, tips: 6_00, reason: 'Te veel teruggegeven, denk ik.' })
      await play(stage, house.treasurer, 'invoice.send', (tx, permit) => sendInvoice(tx, permit, sheet))
    },
    10,
  )
  facts.push({ on: daysAgo(stage, 1), cents: cents(97_22), name: 'BetaalGemak', iban: null, text: 'afrekening pin', reference: 'NOTPROVIDED' })
  agenda.plan(daysAgo(stage, 1), () => counted(shop, member, { sold: 20, byCard: 54_00, counted: 56_00, tips: 0, reason: null }).then(() => {}), 17)
}

type Box = { readonly sold: number; readonly byCard: number; readonly counted: number; readonly tips: number; readonly reason: string | null }

/** Soup at € 4,50 with twenty euros of change in the box. */
function counted(shop: Shop, member: MemberPlayer, box: Box) {
  return play(shop.stage, member, 'invoice.request', async (tx, permit) =>
    recordDaySheet(tx, permit, {
      member: member.person,
      performedOn: addDays(permit.today, -1),
      note: null,
      byCard: cents(box.byCard),
      lines: [{ description: 'Soep', quantity: BigInt(box.sold) * 1000n, unit: 'piece', price: cents(4_50), vat: 'reduced' }],
      till: {
        changeBegin: cents(20_00),
        counted: cents(box.counted),
        changeEnd: cents(20_00),
        tips: cents(box.tips),
        reason: box.reason,
        photo: await storeFile(tx, permit, receiptPhoto(box.sold)),
      },
    }),
  )
}
