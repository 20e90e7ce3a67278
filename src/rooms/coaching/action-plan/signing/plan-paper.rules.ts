import { type Day, dayOf, type Instant, longDay } from '#kit/day.ts'
import { fill, type Language } from '#kit/text.ts'
import { planTexts } from '../plan.en.ts'
import { PLAN_WORDS, type PlanValue } from '../plan.rules.ts'
import { signingTexts } from './signing.en.ts'
import type { PlanContent } from './signing.rules.ts'

/** A part of a paper, as the template of letters takes it. */
export type PaperPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table'
      readonly columns: readonly { readonly label: string; readonly amount: boolean }[]
      readonly rows: readonly (readonly string[])[]
      readonly total: boolean
    }

/** The text of a plan as parts of a paper: every part with its heading, empty ones too, so that nothing seems left out. */
export function planParts(content: PlanContent, language: Language): PaperPart[] {
  const words = planTexts(language)
  const said = signingTexts(language)
  const part = (title: string, text: string): PaperPart[] => [
    { kind: 'heading', text: title },
    ...(text || said.nothing)
      .split('\n')
      .filter(Boolean)
      .map((line): PaperPart => ({ kind: 'text', text: line })),
  ]
  const [goal, strengths, ...rest] = PLAN_WORDS
  return [
    ...[goal, strengths].flatMap((field) => part(words.fields[field], content[field])),
    { kind: 'heading', text: words.steps },
    content.steps.length === 0
      ? { kind: 'text', text: said.nothing }
      : {
          kind: 'table',
          columns: [words.stepWords, words.stepWho, words.stepDue].map((label) => ({ label, amount: false })),
          rows: content.steps.map((step) => stepRow(step, language)),
          total: false,
        },
    ...rest.flatMap((field) => part(words.fields[field], content[field])),
    ...part(words.fields.review, content.review ? longDay(content.review, language) : ''),
  ]
}

export function stepRow({ words, who, due }: PlanValue, language: Language): [string, string, string] {
  const said = signingTexts(language)
  return [words, who ? planTexts(language).who[who] : said.noWho, due ? longDay(due, language) : said.noDay]
}

type Signer = {
  readonly who: keyof ReturnType<typeof signingTexts>['who']
  readonly name: string
  readonly signedName: string | null
  readonly signedAt: Instant | null
}
type Version = {
  readonly version: number
  readonly hash: string
  readonly frozenAt: Instant
  readonly content: PlanContent
  readonly signers: readonly Signer[]
}

/** A plan as data for the template of letters: a version that was laid down with who signed, or the text of now, marked as not laid down. */
export function planPaper(now: PlanContent, version: Version | null, language: Language) {
  const said = signingTexts(language)
  const content = version?.content ?? now
  return {
    language,
    title: planTexts(language).title,
    author: content.cooperative,
    sender: [content.cooperative],
    to: [content.member],
    facts: [
      [said.by, content.member],
      [said.cooperative, content.cooperative],
      [planTexts(language).title, version ? fill(said.versionOf, { version: version.version, day: longDay(dayOf(version.frozenAt), language) }) : said.draft],
    ],
    parts: [
      ...planParts(content, language),
      ...(version
        ? [
            { kind: 'heading', text: said.signers } as const,
            { kind: 'list', items: version.signers.map((each) => signerLine(each, language)) } as const,
            { kind: 'text', text: fill(said.fingerprint, { hash: version.hash }) } as const,
          ]
        : []),
    ],
    foot: [content.cooperative],
    pages: said.pages,
  }
}

/** One line of who signs, and how that went. */
export function signerLine({ who, name, signedName, signedAt, until }: Signer & { readonly until?: Day | null }, language: Language): string {
  const said = signingTexts(language)
  const how = signedAt
    ? fill(said.signedOn, { name: signedName ?? name, day: longDay(dayOf(signedAt), language) })
    : until
      ? fill(said.openUntil, { day: longDay(until, language) })
      : said.open
  return `${name} (${said.who[who]}): ${how}`
}
