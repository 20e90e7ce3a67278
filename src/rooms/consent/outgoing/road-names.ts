/** The forms by which a municipality writes to a resident; each knows its own action. */
export const ROAD_NAMES = [
  'decision',
  'question',
  'withdrawal',
  'suspension',
  'resumption',
  'cancellation',
  'delay',
  'postponement',
  'objection',
  'correction',
] as const
export type RoadName = (typeof ROAD_NAMES)[number]
