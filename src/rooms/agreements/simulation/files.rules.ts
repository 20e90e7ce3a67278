import type { Month } from '#kit/day.ts'
import type { Cents } from '#kit/money.ts'
import { centsOf, type Fields, FileError, fieldsOf, listOf, mapOf, monthOfText, oneOf, positiveCentsOf, type Read, textOf, wholeOf } from '#kit/reading.ts'
import { type Article, rulesOf } from '../articles/articles.rules.ts'
import { type Bound, outsideBounds } from '../bounds/bounds.rules.ts'
import { problemsOf } from '../bounds/validate.rules.ts'
import { OWN_POTS, RECEIVERS, type Receiver, type RunningTotals, type SplitRules } from '../dividing/language.rules.ts'
import { NOTHING_YET } from '../dividing/totals.rules.ts'
import { readArticles, readBounds } from './read-articles.rules.ts'

/** A version in force from a month on, for everyone or only for who signed it (BW2 59). */
export type FileVersion = { readonly from: Month; readonly signedBy: readonly string[] | null; readonly rules: SplitRules }
export type AgreementFile = { readonly name: string; readonly versions: readonly FileVersion[] }

/** Whose it is: one member, or several by weight. */
export type Part = { readonly member: string; readonly weight: bigint }

export type FileEvent = { readonly path: string; readonly month: Month } & (
  | { readonly kind: 'receipt'; readonly id: string; readonly net: Cents; readonly parts: readonly Part[] }
  | { readonly kind: 'cost'; readonly costKind: string; readonly cents: Cents; readonly parts: readonly Part[] }
  | { readonly kind: 'credit'; readonly receipt: string; readonly net: Cents }
  | { readonly kind: 'spend'; readonly member: string; readonly pot: Receiver; readonly cents: Cents }
)

export type EventsFile = { readonly opening: ReadonlyMap<string, RunningTotals>; readonly events: readonly FileEvent[]; readonly until: Month | null }

/** Reads an agreement file; throws a `FileError` when it is no agreement that could be signed. */
export function readAgreementFile(value: unknown): AgreementFile {
  const fields = fieldsOf(value, 'agreement')
  const bounds = fields.maybe('bounds', readBounds, [])
  const file = {
    name: fields.get('name', textOf),
    versions: fields.get(
      'versions',
      listOf((one, path) => readVersion(one, path, bounds)),
    ),
  }
  fields.done()
  if (file.versions.length === 0) throw new FileError('agreement.versions', 'expected at least one version')
  return { ...file, versions: file.versions.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)) }
}

/** Reads an events file; throws a `FileError` that names the place. */
export function readEventsFile(value: unknown): EventsFile {
  const fields = fieldsOf(value, 'events')
  const opening = fields.maybe('opening', listOf(readOpening), [])
  const file = { opening: new Map(opening), events: fields.get('events', listOf(readEvent)), until: fields.maybe<Month | null>('until', monthOfText, null) }
  fields.done()
  return file
}

function readVersion(value: unknown, path: string, bounds: readonly Bound[]): FileVersion {
  const fields = fieldsOf(value, path)
  const articles: readonly Article[] = fields.get('articles', readArticles)
  const version = {
    from: fields.get('from', monthOfText),
    signedBy: fields.maybe<readonly string[] | null>('signedBy', listOf(textOf), null),
    rules: rulesOf(articles),
  }
  fields.done()
  const problems = problemsOf(articles)
  const found = problems.length > 0 ? problems : outsideBounds(version.rules, bounds)
  if (found.length > 0) {
    const sentences = found.map((problem) => (problem.article === null ? problem.sentence : `(artikel ${problem.article}) ${problem.sentence}`))
    throw new FileError(`${path}.articles`, `cannot be signed: ${sentences.join(' ')}`)
  }
  return version
}

function readOpening(value: unknown, path: string): [string, RunningTotals] {
  const fields = fieldsOf(value, path)
  const byReceiver: Read<Readonly<Record<string, Cents>>> = (part, at) => {
    const found = mapOf(centsOf)(part, at)
    for (const name of Object.keys(found)) oneOf(RECEIVERS)(name.split('@')[0], at)
    return found
  }
  const member = fields.get('member', textOf)
  const totals: RunningTotals = {
    openLoss: fields.maybe('openLoss', centsOf, NOTHING_YET.openLoss),
    pots: fields.maybe('pots', byReceiver, {}),
    taken: fields.maybe('taken', mapOf(byReceiver), {}),
    arrears: fields.maybe('arrears', mapOf(centsOf), {}),
  }
  fields.done()
  if (totals.openLoss < 0n) throw new FileError(`${path}.openLoss`, 'a loss is written above zero')
  return [member, totals]
}

function readEvent(value: unknown, path: string): FileEvent {
  const fields = fieldsOf(value, path)
  const { get } = fields
  const common = { path, month: get('month', monthOfText) }
  const kind = get('kind', oneOf(['receipt', 'cost', 'credit', 'spend']))
  const event = ((): FileEvent => {
    switch (kind) {
      case 'receipt':
        return { ...common, kind, id: get('id', textOf), net: get('net', positiveCentsOf), parts: readParts(fields) }
      case 'cost':
        return { ...common, kind, costKind: fields.maybe('costKind', textOf, 'other'), cents: get('cents', centsOf), parts: readParts(fields) }
      case 'credit':
        return { ...common, kind, receipt: get('receipt', textOf), net: get('net', positiveCentsOf) }
      case 'spend':
        return { ...common, kind, member: get('member', textOf), pot: get('pot', oneOf(OWN_POTS)), cents: get('cents', positiveCentsOf) }
    }
  })()
  fields.done()
  return event
}

function readParts(fields: Fields): readonly Part[] {
  if (fields.has('member') === fields.has('shares')) throw new FileError(fields.path, 'expected either "member" or, for a shared job, "shares"')
  if (fields.has('member')) return [{ member: fields.get('member', textOf), weight: 1n }]
  const parts = fields.get(
    'shares',
    listOf((value, path) => {
      const part = fieldsOf(value, path)
      const read = { member: part.get('member', textOf), weight: BigInt(part.get('weight', wholeOf)) }
      part.done()
      if (read.weight <= 0n) throw new FileError(path, 'expected a weight above zero')
      return read
    }),
  )
  if (parts.length === 0) throw new FileError(`${fields.path}.shares`, 'expected at least one member')
  return parts
}
