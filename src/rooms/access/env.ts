import type { Settings } from '#kit/settings.ts'
import type { Language } from '#kit/text.ts'
import type { PersonFacts, Seat } from './access.sql.ts'
import type { World } from './act.ts'
import type { Role } from './permissions.rules.ts'
import type { PersonId } from './permit.ts'

/** By which sign-in somebody came in; a signature names it. */
export type EnteredBy = 'mailCode' | 'mailLink' | 'paperCode' | 'secondFactor' | 'passkey' | 'demo'

export type NavLink = {
  readonly href: string
  readonly label: string
  readonly icon?: string
  /** Stands under one word beside the links of each day, where there is room for a row of links. */
  readonly more?: boolean
}

/** What the app puts on every request before a room sees it. */
export type Env = {
  Variables: {
    world: World
    settings: Settings
    kind: 'demo' | 'real'
    embedded: boolean
    person: PersonFacts | null
    /** Signed in by a code, but the second step is still owed: may do nothing yet. */
    halfway: PersonId | null
    /** How the session of this request was begun; null without one. */
    enteredBy: EnteredBy | null
    /** All roles of the signed-in person; `seat` is the one chosen in the header. */
    seats: readonly Seat[]
    seat: Seat | null
    language: Language
    /** Goes with every form; see form-token.ts. */
    csrf: string
    /** The keys that the forms of this page got. */
    keys: string[]
    /** What an answer lets a browser do with it, where that is less than the house does. */
    ownPolicy?: string
    /** The page as it was drawn; absent for every other answer. */
    drawn?: string
    nav: (role: Role | null, language: Language, provisional?: boolean) => readonly NavLink[]
    /** What stands at the foot of a public page. */
    foot: (language: Language) => readonly NavLink[]
  }
}
