import { beforeAll, expect, test } from 'vitest'
import { type Day, day, month } from '#kit/day.ts'
import { type MemberId, personOf } from '#rooms/access'
import { askSample, type SampleId } from '#rooms/oversight'
import { draftStatement, releaseStatement } from '#rooms/settlement'
import { agreementWith, askedOf, closeIt, findRest, viewOf } from '../sampling.ts'
import { signedAgreement, template } from '../trade.ts'
import { asCaseManager, asMember, newMember, type Village, village, withConsent } from '../village.ts'
import { as, itIs, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let place: Village
let samira: MemberId

const drawn = async (from: Day, until: Day): Promise<SampleId> => {
  const asked = askedOf(place, { kind: 'statement', from, until })
  const id = await as(world, asCaseManager(place), 'sample.ask', (tx, permit) => askSample(tx, permit, asked))
  await world.runJobs()
  return id
}
const months = async (id: SampleId) => (await viewOf(place, id)).drawn.map(({ content }) => (content.kind === 'statement' ? content.month : '')).sort()

beforeAll(async () => {
  world = await testWorld()
  place = await village(world, '2026-09-01')
  samira = await newMember(place, 'Samira el Amrani', 'participatiewetOwn')
  await withConsent(place, samira, '2026-09-10')
  await signedAgreement(place, [samira], template('resultaat-50-20-20-10'), '2026-10-01')
  await agreementWith(place)
  itIs(world, '2026-11-26')
  for (const of of [month('2026-09'), month('2026-10')])
    await as(world, asMember(place, samira), 'statement.release', async (tx, permit) =>
      releaseStatement(tx, permit, of, (await draftStatement(tx, permit, personOf(permit), of))?.hash ?? ''),
    )
})

test('takes whole months of the period alone', async () => {
  const partly = await drawn(day('2026-09-02'), day('2026-10-31'))
  expect(await months(partly)).toEqual(['2026-10'])
  await findRest(place, partly)
  await closeIt(place, partly)
  const both = await drawn(day('2026-09-01'), day('2026-10-31'))
  expect(await months(both)).toEqual(['2026-09', '2026-10'])
})

test('a period with nothing in it gives an empty sample that can be closed', async () => {
  const none = await drawn(day('2026-11-01'), day('2026-11-26'))
  expect((await viewOf(place, none)).sample.draw?.checks).toEqual([])
  await closeIt(place, none)
})
