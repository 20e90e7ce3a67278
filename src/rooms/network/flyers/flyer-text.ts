import { type Day, longDay } from '#kit/day.ts'
import { fill, type Language, list } from '#kit/text.ts'
import { texts as listing } from '../listings/listings.en.ts'
import { texts } from './flyers.en.ts'
import type { Flyer, FlyerFigures, Sender, Sheet } from './flyers.rules.ts'

export type FlyerText = {
  readonly title: string
  readonly intro: string
  readonly parts: readonly { readonly title: string; readonly points: readonly string[] }[]
  readonly contact: { readonly title: string; readonly name: string; readonly lines: readonly { readonly label: string; readonly value: string }[] }
  readonly scan: string
  readonly scanAlt: string
}

/** What a flyer says, on the screen and on paper. `landing` is the whole address to which its square leads. */
export function flyerText(flyer: Flyer, sender: Sender, figures: FlyerFigures, language: Language, landing: string): FlyerText {
  const words = texts(language)
  const { title, lead: intro, parts } = words.flyers[flyer]
  const address = landing.replace(/^https?:\/\//, '')
  const crafts = sender.crafts.filter((craft) => craft !== 'other').map((craft) => listing(language).crafts[craft].toLowerCase())
  const own = flyer === 'voor-klanten' && crafts.length > 0 ? [fill(words.crafts, { crafts: list(crafts, language === 'en' ? 'and' : 'en') })] : []
  const lines = [
    { label: words.town, value: sender.town },
    { label: words.email, value: sender.email },
    { label: words.phone, value: sender.phone },
    { label: words.website, value: sender.website?.replace(/^https:\/\//, '') ?? null },
  ]
  return {
    title,
    intro,
    parts: [parts.what, parts.work, parts.honest].map((part, index) => ({
      title: part.title,
      points: [part.first, part.second, ...(index === 0 ? [...own, ...counted(flyer, figures, language)] : [])],
    })),
    contact: {
      title: words.contact,
      name: sender.name,
      lines: lines.flatMap(({ label, value }) => (value ? [{ label, value }] : [])),
    },
    scan: fill(words.scan, { address }),
    scanAlt: fill(words.scanAlt, { address }),
  }
}

/** The figures in words; of nothing there is no line. */
function counted(flyer: Flyer, { listed, active, offerings, told }: FlyerFigures, language: Language): string[] {
  const words = texts(language).figures
  if (flyer === 'voor-klanten') return offerings === 0 ? [] : [offerings === 1 ? words.offering : fill(words.offerings, { count: offerings })]
  const country = told ? [fill(words.told, told)] : []
  if (flyer === 'voor-leden') return country
  return active === 0 ? country : [fill(listed === 1 ? words.listedOne : words.listed, { listed, active }), ...country]
}

/** What the template of the paper takes. */
export function flyerPaper(text: FlyerText, sheet: Sheet, on: Day, language: Language) {
  return { ...text, language, sheet, author: text.contact.name, foot: [fill(texts(language).foot, { day: longDay(on, language) })] }
}
