import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './work.nl.ts'

const en: SameTexts<typeof nl> = {
  files: {
    folder: 'portfolio/work',
    photo: '{day}-{nr}.{ending}',
    list: 'photos.csv',
    name: 'file',
    day: 'made on',
    seen: 'to be seen',
    words: 'told with it',
  },
  refusals: {
    missing: { what: 'This photo is gone.', next: 'See at My work which photos there are.' },
    noPhoto: { what: 'No photo was chosen yet.', next: 'Choose a photo, or take one now.' },
    broken: { what: 'This photo did not arrive whole.', next: 'Choose the photo once more, or take a new one.' },
    heavy: {
      what: 'This photo is too heavy: more than {megabytes} MB.',
      next: 'Make a screenshot of the photo and choose that. Or make the photo smaller in the app of your camera.',
    },
    large: {
      what: 'This photo is too large: more than {side} dots wide or high.',
      next: 'Make the photo smaller in the app of your camera. Then choose it again.',
    },
    full: { what: 'Your space for photos is full: {photos} photos, or {megabytes} MB.', next: 'Take away a photo you no longer need, at My work.' },
    future: { what: 'This day is still to come.', next: 'Choose today, or a day before.' },
  },
}

/** The words of photos of own work in the language of the reader. */
export function workTexts(language: Language): SameTexts<typeof nl> {
  return language === 'en' ? en : nl
}
