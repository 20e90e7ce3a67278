import { type BasisPoints, WHOLE } from '#kit/money.ts'
import { centsOf, type Fields, FileError, fieldsOf, listOf, oneOf, type Read, textOf, truthOf, wholeOf } from '#kit/reading.ts'
import { type Article, CHANGEABLE, EXIT_RECEIVERS, POT_EXIT_RECEIVERS, type PotExitReceiver } from '../articles/articles.rules.ts'
import type { Bound } from '../bounds/bounds.rules.ts'
import { BASES, LOSS_BEARERS, PERIODS, RECEIVERS, type Threshold } from '../dividing/language.rules.ts'

const KINDS = ['trade', 'earmarked', 'basis', 'costs', 'weights', 'fixed', 'fill', 'cap', 'loss', 'cents', 'exit', 'change', 'free'] as const

/** The articles of a member agreement from parsed JSON (a file, or the column in which they are stored). Throws a `FileError` that names the place. */
export const readArticles: Read<readonly Article[]> = listOf(readArticle)

/** The bounds of a cooperation agreement from parsed JSON. */
export const readBounds: Read<readonly Bound[]> = listOf(readBound)

function readArticle(value: unknown, path: string): Article {
  const fields = fieldsOf(value, path)
  const article = articleFrom(fields, fields.get('kind', oneOf(KINDS)))
  fields.done()
  return article
}

function articleFrom(fields: Fields, kind: (typeof KINDS)[number]): Article {
  const { get, maybe } = fields
  switch (kind) {
    case 'trade':
    case 'earmarked':
    case 'cents':
      return { kind }
    case 'basis':
      return { kind, basis: get('basis', oneOf(['received', 'invoiced'])) }
    case 'costs':
      return { kind, costs: get('costs', (value, path) => (value === 'all' ? 'all' : listOf(textOf)(value, path))) }
    case 'weights':
      return {
        kind,
        ...stepFrom(fields),
        whole: maybe('whole', readWeight, WHOLE),
        shares: get('shares', listOf(readShare)),
        short: maybe('short', oneOf(['lapses', 'carried']), 'lapses'),
      }
    case 'fixed':
      return {
        kind,
        ...stepFrom(fields),
        receiver: get('receiver', oneOf(RECEIVERS)),
        cents: get('cents', centsOf),
        short: maybe('short', oneOf(['lapses', 'carried']), 'lapses'),
      }
    case 'fill':
      return { kind, ...stepFrom(fields), receiver: get('receiver', oneOf(RECEIVERS)), level: get('level', centsOf) }
    case 'cap':
      return {
        kind,
        receiver: get('receiver', oneOf(RECEIVERS)),
        step: maybe<string | null>('step', textOf, null),
        per: get('per', oneOf(PERIODS)),
        cents: get('cents', centsOf),
        surplusTo: get('surplusTo', oneOf([...RECEIVERS, 'nextStep'])),
      }
    case 'loss':
      return {
        kind,
        carried: get('carried', truthOf),
        turnoverSteps: maybe('turnoverSteps', truthOf, false),
        inTheEnd: maybe('inTheEnd', oneOf(LOSS_BEARERS), 'cooperative'),
      }
    case 'exit':
      return {
        kind,
        lateMoneyTo: get('lateMoneyTo', oneOf(EXIT_RECEIVERS)),
        ...potTo('businessTo', fields),
        ...potTo('developmentTo', fields),
        ...exitMore(fields),
      }
    case 'change':
      return { kind, reserved: maybe('reserved', listOf(oneOf(CHANGEABLE)), []), noticeDays: maybe('noticeDays', wholeOf, 30) }
    case 'free':
      return { kind, title: get('title', textOf), text: get('text', textOf) }
  }
}

function potTo(pot: 'businessTo' | 'developmentTo', { maybe }: Fields): Partial<Record<typeof pot, PotExitReceiver>> {
  const receiver = maybe<PotExitReceiver | null>(pot, oneOf(POT_EXIT_RECEIVERS), null)
  return receiver ? { [pot]: receiver } : {}
}

function exitMore({ maybe }: Fields): { readonly fundOf?: string; readonly setsOff?: true } {
  const fundOf = maybe<string | null>('fundOf', textOf, null)
  return { ...(fundOf ? { fundOf } : {}), ...(maybe('setsOff', truthOf, false) ? { setsOff: true as const } : {}) }
}

function stepFrom({ get, maybe }: Fields) {
  return { id: get('id', textOf), base: get('base', oneOf(BASES)), threshold: maybe<Threshold | null>('threshold', readThreshold, null) }
}

function readThreshold(value: unknown, path: string): Threshold {
  const fields = fieldsOf(value, path)
  const threshold = { kind: fields.get('kind', oneOf(['gate', 'excess'])), over: fields.get('over', centsOf) }
  fields.done()
  return threshold
}

function readShare(value: unknown, path: string) {
  const fields = fieldsOf(value, path)
  const share = { receiver: fields.get('receiver', oneOf(RECEIVERS)), weight: fields.get('weight', readWeight) }
  fields.done()
  return share
}

function readWeight(value: unknown, path: string): BasisPoints {
  const weight = wholeOf(value, path)
  if (weight < 0) throw new FileError(path, `expected a weight of zero or more (60% is 6000), found ${weight}`)
  return BigInt(weight)
}

function readBound(value: unknown, path: string): Bound {
  const fields = fieldsOf(value, path)
  const { get, maybe } = fields
  const kind = get('kind', oneOf(['atLeast', 'atMost', 'forbidden', 'costs', 'potLevel', 'loss']))
  const bound = ((): Bound => {
    switch (kind) {
      case 'atLeast':
      case 'atMost':
        return {
          kind,
          receiver: get('receiver', oneOf(RECEIVERS)),
          base: get('base', oneOf(['turnover', 'result'])),
          share: get('share', readWeight),
          threshold: maybe<Threshold | null>('threshold', readThreshold, null),
        }
      case 'forbidden':
        return { kind, receiver: get('receiver', oneOf(RECEIVERS)) }
      case 'costs':
        return { kind, kinds: get('kinds', listOf(textOf)) }
      case 'potLevel':
        return { kind, receiver: get('receiver', oneOf(['business', 'development'])), level: get('level', centsOf) }
      case 'loss':
        return { kind, carried: get('carried', truthOf) }
    }
  })()
  fields.done()
  return bound
}
