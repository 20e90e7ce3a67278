/**
 * The map of the house: every room with its floor, its Dutch name and what lives there. A room looks down, never up or
 * sideways. The tools that check imports and foreign keys read this table; it changes by a decision record.
 */
export const rooms = {
  access: { floor: 0, dutch: 'toegang', holds: 'who you are, for which organisation, what you may do; who looked at what' },
  organisations: { floor: 1, dutch: 'organisaties', holds: 'cooperatives, municipalities, customers, partners' },
  ledger: { floor: 1, dutch: 'grootboek', holds: 'accounts, entries, transfers, periods, balances' },
  documents: { floor: 1, dutch: 'documenten', holds: 'files, templates, letters, signatures, retention' },
  law: { floor: 1, dutch: 'wet', holds: 'dated legal amounts, rules and terms with their source' },
  threads: { floor: 1, dutch: 'vragen', holds: 'question and answer on an object, with a term' },
  members: { floor: 2, dutch: 'leden', holds: 'application, journey, register' },
  consent: { floor: 3, dutch: 'toestemming', holds: 'request, decision, terms, objection' },
  agreements: { floor: 3, dutch: 'afspraken', holds: 'cooperation agreement, member agreement, the split engine' },
  coaching: { floor: 3, dutch: 'begeleiding', holds: 'goals, conversations, hours, care circle' },
  assembly: { floor: 3, dutch: 'ledenvergadering', holds: 'meetings, proposals, votes, resolutions' },
  invoicing: { floor: 4, dutch: 'facturen', holds: 'quotes, day sheets, invoices, credit notes, reminders' },
  spending: { floor: 4, dutch: 'uitgaven', holds: 'receipts, costs, spending requests, equipment' },
  banking: { floor: 5, dutch: 'bank', holds: 'statements in, matching, every line booked, payment batches out' },
  settlement: { floor: 6, dutch: 'verdeling', holds: 'month close, the river, month statement, what-if on real months' },
  tax: { floor: 7, dutch: 'belasting', holds: 'VAT return, KOR, audit file, annual accounts' },
  outcomes: { floor: 7, dutch: 'resultaten', holds: 'ladder, wellbeing web, follow-up, protected figures, business case' },
  network: { floor: 8, dutch: 'netwerk', holds: 'public site, directory, knowledge, matching, requests, start path' },
  departure: { floor: 8, dutch: 'vertrek', holds: 'leaving: pots, equipment, customers, the question to the municipality' },
  oversight: { floor: 8, dutch: 'toezicht', holds: "reproducible samples, the municipality's view of statements and conditions" },
  homes: { floor: 8, dutch: 'start', holds: 'the faces: what each role sees first; effect previews across rooms' },
} as const satisfies Record<string, { readonly floor: number; readonly dutch: string; readonly holds: string }>

export type Room = keyof typeof rooms

export const roomNames = Object.keys(rooms) as readonly Room[]

/** The rooms that `room` may use: all that stand on a lower floor. */
export function roomsBelow(room: Room): readonly Room[] {
  return roomNames.filter((other) => rooms[other].floor < rooms[room].floor)
}
