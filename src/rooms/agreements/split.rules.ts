import { allocate, type Cents, largest, minus, negate, plus, smallest, sum, ZERO } from '#kit/money.ts'
import type {
  Cap,
  CostKind,
  EarlierPart,
  MonthFacts,
  Receiver,
  RunningTotals,
  ShareLine,
  Shares,
  Shortfall,
  SplitRules,
  Step,
} from './dividing/language.rules.ts'
import { arrearsOf, type Book, closeBook, note, noteArrears, openBook, roomUnder } from './dividing/totals.rules.ts'

/**
 * Divides a member's month by the rules of the agreement, to the cent; each line names its article.
 * Pure: the same facts, rules and totals give the same shares, for the month close, the live view and the what-if alike.
 * `earlier` are the parts of the same month that went by another version: what counts per month counts over all of them.
 */
export function split(month: MonthFacts, rules: SplitRules, before: RunningTotals, earlier: readonly EarlierPart[] = []): Shares {
  const costs = countedCosts(month.costs, rules.costs)
  const result = minus(month.turnover, costs)
  const divisible = minus(result, before.openLoss)
  const run: Run = {
    month,
    rules,
    divisible,
    inLoss: divisible < 0n,
    left: divisible < 0n ? (rules.loss.turnoverSteps ? largest(month.turnover, ZERO) : ZERO) : divisible,
    book: openBook(before),
    earlier,
    bases: {},
    lines: [],
    shortfalls: [],
  }
  for (const step of rules.steps) runStep(run, step)
  const divided = sum(run.lines.map((line) => line.cents))
  if (!run.inLoss && divided !== divisible) throw new Error(`the last step left ${divisible - divided} cents; such rules cannot be signed`)
  const loss = lossAfter(minus(result, divided), before.openLoss, rules.loss.carried)
  return {
    month: month.month,
    turnover: month.turnover,
    costs,
    costsNotCounted: minus(sum(Object.values(month.costs)), costs),
    result,
    openLossBefore: before.openLoss,
    lines: run.lines,
    shortfalls: run.shortfalls,
    bases: run.bases,
    lossCarried: loss.open,
    lossBorne: loss.borne,
    totals: closeBook(run.book, loss.open),
  }
}

/** The part of a shared job for each member: turnover and costs divided by the same weights, each to the cent. */
export function shareJob(job: { turnover: Cents; costs: Cents }, weights: readonly bigint[]): { turnover: Cents; costs: Cents }[] {
  const costs = allocate(job.costs, weights)
  return allocate(job.turnover, weights).map((turnover, i) => ({ turnover, costs: costs[i] ?? ZERO }))
}

/** The costs that lower the result under this agreement. */
export function countedCosts(costs: Readonly<Record<CostKind, Cents>>, counted: SplitRules['costs']): Cents {
  return sum(Object.entries(costs).flatMap(([kind, cents]) => (counted === 'all' || counted.includes(kind) ? [cents] : [])))
}

type Run = {
  readonly month: MonthFacts
  readonly rules: SplitRules
  readonly divisible: Cents
  readonly inLoss: boolean
  left: Cents
  readonly book: Book
  readonly earlier: readonly EarlierPart[]
  readonly bases: Record<string, Cents>
  readonly lines: ShareLine[]
  readonly shortfalls: Shortfall[]
}

/** An old loss shrinks by what is left of this month; a new one is carried, or else the cooperative bears it. */
function lossAfter(notDivided: Cents, before: Cents, carried: boolean): { open: Cents; borne: Cents } {
  if (notDivided >= 0n) return { open: minus(before, notDivided), borne: ZERO }
  return carried ? { open: minus(before, notDivided), borne: ZERO } : { open: before, borne: negate(notDivided) }
}

type Wanted = Pick<ShareLine, 'receiver' | 'article' | 'weight' | 'whole'> & { readonly cents: Cents }

function runStep(run: Run, step: Step): void {
  if (run.inLoss && step.base === 'turnover' && !run.rules.loss.turnoverSteps) return
  const base = baseOf(run, step)
  const part = partOf(step, base, sum(run.earlier.map((each) => each.bases[step.id] ?? ZERO)))
  run.bases[step.id] = base
  const wanted = wantedOf(run, step, part)
  const due = sum(wanted.map((share) => share.cents))
  const available = leftFor(run, step)
  const bounded =
    due <= available
      ? wanted.map((share) => share.cents)
      : allocate(
          available,
          wanted.map((share) => share.cents),
        )
  wanted.forEach((share, i) => {
    const cents = bounded[i] ?? ZERO
    run.left = minus(run.left, place(run, { ...share, cents, step: step.id, kind: 'share', from: null, base: step.base, of: part }, []))
  })
  // Arrears come after all shares of this month, or the first receiver would drink from the second one's cup.
  wanted.forEach((share, i) => {
    payArrears(run, step, share, minus(share.cents, bounded[i] ?? ZERO), part)
  })
}

/** In a month with a loss nothing is left; only steps on the turnover may run, and they make the loss larger. */
function leftFor(run: Run, step: Step): Cents {
  return run.inLoss && step.base !== 'turnover' ? ZERO : run.left
}

function baseOf(run: Run, step: Step): Cents {
  if (step.base === 'turnover') return largest(run.month.turnover, ZERO)
  if (step.base === 'result') return largest(run.divisible, ZERO)
  return leftFor(run, step)
}

/** `before` is what the step worked on in earlier parts of the same month: a threshold is passed once a month. */
function partOf(step: Step, base: Cents, before: Cents): Cents {
  if (!step.threshold) return base
  const { kind, over } = step.threshold
  if (plus(before, base) <= over) return ZERO
  return kind === 'gate' ? base : minus(base, largest(ZERO, minus(over, before)))
}

/** What a step gave already in earlier parts of the same month, or still owes of them: a fixed amount per month is taken once a month. */
function givenBefore(run: Run, step: Step): Cents {
  return sum(
    run.earlier.flatMap((each) => [
      ...each.lines.filter((line) => line.step === step.id && line.kind !== 'arrears').map((line) => line.cents),
      ...each.shortfalls.filter((short) => short.step === step.id && short.carried).map((short) => short.cents),
    ]),
  )
}

function wantedOf(run: Run, step: Step, part: Cents): Wanted[] {
  const { divide } = step
  if (divide.kind === 'weights') {
    const rest = divide.whole - divide.shares.reduce((total, share) => total + share.weight, 0n)
    // The undivided rest takes part in the rounding as the last line, so that 30% and the other 70% close together.
    const parts = allocate(part, [...divide.shares.map((share) => share.weight), rest])
    return divide.shares.map((share, i) => ({ ...share, cents: parts[i] ?? ZERO, whole: divide.whole }))
  }
  const common = { receiver: divide.receiver, article: divide.article, weight: null, whole: null }
  if (divide.kind === 'fill') return [{ ...common, cents: smallest(part, largest(ZERO, minus(divide.level, run.book.pots.get(divide.receiver) ?? ZERO))) }]
  const left = largest(ZERO, minus(divide.cents, givenBefore(run, step)))
  const due = step.threshold === null ? left : smallest(left, part)
  return [{ ...common, cents: due }]
}

/** What falls short lapses or waits; what waited is paid as soon as there is something left. */
function payArrears(run: Run, step: Step, share: Wanted, short: Cents, of: Cents): void {
  const carried = step.short === 'carried'
  if (short > 0n) run.shortfalls.push({ receiver: share.receiver, step: step.id, cents: short, carried })
  if (!carried) return
  const owed = arrearsOf(run.book, step.id, share.receiver)
  const paid = smallest(owed, leftFor(run, step))
  if (paid > 0n) run.left = minus(run.left, place(run, { ...share, cents: paid, step: step.id, kind: 'arrears', from: null, base: step.base, of }, []))
  noteArrears(run.book, step.id, share.receiver, minus(short, paid))
}

/** Puts a line under the caps of its receiver; what does not fit goes where the cap that holds says. Gives what was taken in all. */
function place(run: Run, line: ShareLine, passed: readonly Receiver[]): Cents {
  if (passed.includes(line.receiver)) throw new Error(`a circle of surpluses at ${line.receiver}; such rules cannot be signed`)
  const holding = smallestRoom(run, line)
  const given = holding ? smallest(line.cents, holding.room) : line.cents
  if (given > 0n || line.kind === 'share') {
    const kept = { ...line, cents: given }
    run.lines.push(kept)
    note(run.book, run.month.month, kept)
  }
  const over = minus(line.cents, given)
  if (!holding || over === 0n || holding.cap.surplusTo === 'nextStep') return given
  const surplus: ShareLine = { ...line, receiver: holding.cap.surplusTo, cents: over, article: holding.cap.article, kind: 'surplus', from: line.receiver }
  return plus(given, place(run, surplus, [...passed, line.receiver]))
}

function smallestRoom(run: Run, line: ShareLine): { cap: Cap; room: Cents } | null {
  let holding: { cap: Cap; room: Cents } | null = null
  for (const cap of run.rules.caps) {
    const about = cap.receiver === line.receiver && (cap.step === null || (cap.step === line.step && line.kind !== 'surplus'))
    if (!about) continue
    const room = roomUnder(cap, run.book, run.month.month)
    if (!holding || room < holding.room) holding = { cap, room }
  }
  return holding
}
