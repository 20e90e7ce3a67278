import { day, yearOf } from '#kit/day.ts'
import { addExisting } from '#rooms/members'
import { shareSignals } from '#rooms/network'
import { chooseFigures, countOwnFigures, FIGURES, lastToldYear, tellFigures } from '#rooms/outcomes'
import { bySystem, type Player, play, type Stage } from './stage.ts'

/** A cooperative that is asked what of it may count; `seed` says how many of the register of a year ago are brought in, none for who has members of its own. */
export type Asked = { readonly board: Player; readonly coach: Player | null; readonly seed: number }

const SHARED = ['entry', 'treasurer', 'agreement', 'questions'] as const

const FIRST = ['Adem', 'Berit', 'Corné', 'Dunya', 'Evert', 'Femke', 'Gijs', 'Hatice', 'Idris', 'Jolien'] as const
const LAST = ['Akkerboom', 'Beekvliet', 'Duinveld', 'Esdoorn', 'Fluitenkruid', 'Hazelhorst', 'Kwikstaart'] as const

/** Each cooperative agrees to something else, for the year that is told and for this one; then the year is counted and told, with whatever is safe to show. */
export async function playNational(stage: Stage, asked: readonly Asked[], network: Player): Promise<void> {
  const year = lastToldYear(stage.today)
  let nr = 0
  for (const [place, { board, coach, seed }] of asked.entries()) {
    const figures = FIGURES.filter((_, figure) => (place + figure) % 7 !== 6 && !(figure > 1 && place % 5 === 4))
    if (coach && seed > 0) {
      await bySystem(stage, board.organisation, 'member.add', async (tx, permit) => {
        for (let each = 0; each < seed; each++, nr++) {
          const firstName = FIRST[nr % FIRST.length] ?? FIRST[0]
          const since = day(`${year - (each % 2)}-0${2 + (each % 7)}-01`)
          await addExisting(tx, permit, {
            firstName,
            name: `${firstName} ${LAST[nr % LAST.length]}`,
            ...{ email: null, phone: null, language: 'nl', number: null, trade: null, trialUntil: null },
            trialFrom: day(`${yearOf(since)}-01-10`),
            memberSince: since,
            benefit: { source: 'none', municipality: null },
            coach: coach.person,
          })
        }
      })
    }
    for (const about of [year, yearOf(stage.today)]) await play(stage, board, 'figures.agree', (tx, permit) => chooseFigures(tx, permit, about, figures))
    await bySystem(stage, board.organisation, 'figures.count', countOwnFigures)
    // Every third shares nothing with the network.
    if (place % 3 < 2) await play(stage, board, 'signal.share', (tx, permit) => shareSignals(tx, permit, place % 3 === 0 ? SHARED : SHARED.slice(0, 2)))
  }
  await bySystem(stage, network.organisation, 'figures.tell', tellFigures)
}
