import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './listings.nl.ts'

const en: SameTexts<typeof nl> = {
  title: 'Cooperatives in the Netherlands',
  lead: 'Find a social cooperative near you. Each cooperative keeps its own entry.',
  invented: 'Invented: these cooperatives and towns do not exist.',
  inventedShort: 'invented',
  find: 'Find',
  near: 'In which municipality do you live?',
  nearHint: 'Then the nearest comes first. You may leave this empty.',
  craft: 'What do you look for?',
  progress: 'How far are they?',
  any: 'Everything',
  go: 'Find',
  clear: 'Clear the search',
  unknownPlace: 'We do not know the municipality {name}. Below are all cooperatives.',
  unknownPlaceNext: 'Try the name of the municipality that your village or town is part of.',
  unknownPlaceLike: 'Do you mean:',
  found: { none: 'Nothing was found', one: '1 cooperative', more: '{count} cooperatives', part: 'You see numbers {from} to {to}.' },
  noneNext: 'Search wider, or read how to start one yourself.',
  start: 'Start a cooperative yourself',
  columns: { name: 'Cooperative', town: 'Town', crafts: 'What they do', progress: 'How far', away: 'Distance' },
  here: 'in this municipality',
  away: 'about {km} km',
  map: {
    title: 'Map of the Netherlands with the cooperatives',
    says: '{count} cooperatives on the map. The number on the map is also in the list.',
    source: 'Borders of municipalities: CBS gebiedsindelingen 2023 (CBS/Kadaster, CC BY 4.0).',
  },
  progresses: { active: 'Running', starting: 'Beginning', idea: 'Still an idea', stopped: 'Stopped' },
  crafts: {
    food: 'Food and drink',
    textile: 'Clothes and fabric',
    garden: 'Garden and green',
    repair: 'Repairs and odd jobs',
    making: 'Things of wood, clay or metal',
    music: 'Music',
    care: 'Care and massage',
    design: 'Drawing and design',
    web: 'Websites and computers',
    events: 'Parties and balloons',
    training: 'Lessons and training',
    other: 'Something else',
  },
  one: {
    contact: 'Contact',
    email: 'E-mail',
    phone: 'Phone',
    website: 'Website',
    checked: 'Checked by the cooperative on {day}',
    apply: 'Apply',
    applyNote: 'A coach calls you. You are not tied to anything.',
    stopped: 'This cooperative has stopped. You cannot apply there any more.',
    all: 'All cooperatives',
  },
  refusals: {
    missing: { what: 'This cooperative is not in the list.', next: 'Look in the list of cooperatives.' },
  },
}

const TEXTS: Readonly<Record<Language, SameTexts<typeof nl>>> = { nl, en }

/** The words of the list in the language of the reader. */
export function texts(language: Language): SameTexts<typeof nl> {
  return TEXTS[language]
}
