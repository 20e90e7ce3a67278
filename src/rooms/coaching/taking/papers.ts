import { dayOf, type Instant, longDay, longInstant, shortDay } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import type { PersonId } from '#rooms/access'
import { nl as money } from '../bewind/bewind.nl.ts'
import type { Bewind } from '../bewind/bewind.rules.ts'
import { nl as hourWords } from '../hours/hours.nl.ts'
import { clockOf, type HoursLine } from '../hours/hours.rules.ts'
import type { Learning } from '../hours/hours.sql.ts'
import { nl as tracks } from '../journeys/journeys.nl.ts'
import type { FollowedTrack } from '../journeys/journeys.ts'
import type { Need } from '../needs/needs.sql.ts'
import type { Paper, PaperPart } from '../paper.ts'
import { partnerTexts } from '../partners/partners.en.ts'
import type { PartnerView } from '../partners/partners.ts'
import { nl } from './taking.nl.ts'

/** Whose papers they are, and when they were made. */
export type Taker = { readonly name: string; readonly cooperative: string; readonly madeAt: Instant }

/** Every track that was followed, with the day on which each step was done. */
export function trackPaper(taker: Taker, followed: readonly FollowedTrack[]): Paper {
  const words = nl.track
  return paperOf(
    taker,
    words.title,
    [],
    followed.flatMap(({ track, on, now, steps }): PaperPart[] => [
      { kind: 'heading', text: tracks.tracks[track].name },
      { kind: 'text', text: `${now ? words.now : words.before} ${fill(words.since, { day: longDay(on) })}` },
      {
        kind: 'table',
        about: tracks.tracks[track].name,
        columns: [
          { label: words.columns.step, amount: false },
          { label: words.columns.done, amount: false },
        ],
        rows: steps.map(({ step, done }) => [step.nl.title, done ? longDay(done.on) : words.open]),
        total: false,
      },
    ]),
  )
}

/** What the member needs, in the words of the member. */
export function needPaper(taker: Taker, need: Need): Paper {
  const words = nl.need
  const on = fill(words.on, { day: longDay(dayOf(need.writtenAt)) })
  return paperOf(taker, words.title, [], [...textParts(need.words), { kind: 'text', text: `${on} ${need.shared ? words.shared : words.secret}` }])
}

/** Who looks or looked after the money, and what they agreed to; the letters go along beside it. */
export function bewindPaper(taker: Taker, all: readonly Bewind[]): Paper {
  const { facts } = money
  return paperOf(
    taker,
    nl.bewind.title,
    [],
    all.flatMap((each): PaperPart[] => [
      { kind: 'heading', text: each.name },
      {
        kind: 'list',
        items: [
          `${facts.kind}: ${money.kinds[each.kind]}`,
          ...(each.office ? [`${facts.office}: ${each.office}`] : []),
          `${facts.reach}: ${each.reach}`,
          `${facts.from}: ${longDay(each.from)}`,
          ...(each.endedOn ? [fill(money.over, { day: longDay(each.endedOn) })] : []),
        ],
      },
      each.consents.length === 0
        ? { kind: 'text', text: nl.bewind.none }
        : {
            kind: 'list',
            items: each.consents.map(({ from, until, endedOn }) =>
              [
                `${money.consents}: ${fill(money.consentOf, { from: longDay(from), until: longDay(until) })}`,
                ...(endedOn ? [fill(money.takenBack, { day: longDay(endedOn) })] : []),
              ].join(', '),
            ),
          },
    ]),
  )
}

/** All hours, also those that wait or do not count, and how the member learns Dutch. */
export function hoursListPaper(
  taker: Taker,
  { learning, lines }: { readonly learning: Learning | null; readonly lines: readonly HoursLine[] },
  names: ReadonlyMap<PersonId, string>,
): Paper {
  const words = nl.hours
  const { columns, standing } = hourWords
  const learned: Paper['facts'] = learning
    ? [
        [words.road, hourWords.roads[learning.road]],
        [words.level, hourWords.levels[learning.level]],
        ...(learning.speaks ? [[words.speaks, learning.speaks] as const] : []),
        ...(learning.pipOn ? [[words.pipOn, longDay(learning.pipOn)] as const] : []),
      ]
    : []
  const told = ({ answer, reason }: HoursLine) => [standing[answer ?? 'waiting'], ...(reason ? [fill(hourWords.because, { reason })] : [])].join('. ')
  if (lines.length === 0) return paperOf(taker, words.title, learned, [{ kind: 'text', text: `${hourWords.empty}.` }])
  return paperOf(taker, words.title, learned, [
    {
      kind: 'table',
      about: words.list,
      columns: [
        ...[columns.on, columns.kind, columns.what, columns.standing, words.by].map((label) => ({ label, amount: false })),
        { label: columns.hours, amount: true },
      ],
      rows: lines
        .toReversed()
        .map((line) => [
          shortDay(line.on),
          hourWords.kinds[line.kind],
          line.what,
          told(line),
          line.answeredBy ? (names.get(line.answeredBy) ?? '') : '',
          clockOf(line.minutes),
        ]),
      total: false,
    },
  ])
}

/** Who was let look along, at what, when they looked and what they said. */
export function partnersPaper(taker: Taker, partners: readonly PartnerView[]): Paper {
  const { partners: words } = nl
  const texts = partnerTexts('nl')
  return paperOf(
    taker,
    words.title,
    [],
    partners.flatMap((each): PaperPart[] => [
      { kind: 'heading', text: each.name },
      {
        kind: 'text',
        text: `${texts.kinds[each.kind]}, ${each.email}, ${fill(texts.until, { day: longDay(each.until) })} (${texts.standings[each.standing]}).`,
      },
      { kind: 'text', text: each.pieces.length > 0 ? fill(words.pieces, { titles: each.pieces.map(({ title }) => title).join(', ') }) : words.gone },
      ...(each.looks.length > 0
        ? [
            { kind: 'text' as const, text: words.looks },
            { kind: 'list' as const, items: each.looks.map((at) => longInstant(at)) },
          ]
        : [{ kind: 'text' as const, text: words.never }]),
      ...each.answers.map(({ name, at, about, words: message }): PaperPart => {
        const right = about ? fill(texts.view.right, { name, about }) : null
        return { kind: 'text', text: fill(words.said, { name, moment: longInstant(at), words: right ?? message ?? '' }) }
      }),
    ]),
  )
}

function paperOf(taker: Taker, title: string, facts: Paper['facts'], parts: readonly PaperPart[]): Paper {
  return {
    title,
    cooperative: taker.cooperative,
    facts: [[nl.name, taker.name], ...facts, [nl.made, longDay(dayOf(taker.madeAt))]],
    parts,
    foot: [`${title} · ${taker.cooperative}`],
    pages: nl.pages,
    madeAt: taker.madeAt,
  }
}

function textParts(words: string): PaperPart[] {
  return words
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((text): PaperPart => ({ kind: 'text', text }))
}
