import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './work.nl.ts'

const en: SameTexts<typeof nl> = {
  title: 'My work',
  lead: 'Keep photos of what you made or did. Only you see them. You choose what goes on the site.',
  none: { title: 'No photos yet', what: 'Put your first photo here. Later you take them all with you.' },
  room: '{photos} of {most} photos kept.',
  nearlyFull: 'Your space is nearly full. Take away what you no longer need.',
  onSite: 'Is on the site with {title}.',
  share: 'Put on the site with {title}',
  shareTitle: 'Put on the site',
  shareWarn: 'Anybody can see the photo then. Are there people on it? Ask them first whether that is fine.',
  remove: 'Throw this photo away',
  removeNote: 'The photo goes off the site too.',
  add: 'Keep a photo',
  keep: 'Keep this photo',
  fields: {
    photo: 'Photo',
    photoHint: 'We take out where and with which device the photo was taken. Are there people on it? Ask them first whether that is fine.',
    seen: 'What is on the photo?',
    seenHint: 'For example: blue curtains in front of a window. Who does not see well hears this sentence.',
    madeOn: 'When did you make this?',
    words: 'Would you like to tell something about it?',
    wordsHint: 'Only you read this.',
  },
  take: 'Take all your photos along',
  takeNote: 'You get one file with your photos and a list of days and sentences.',
  zip: 'my-work.zip',
  offer: 'What I offer',
  offerMore: 'Show something at What I offer first. Then you can add a photo here.',
}

/** The words of photos of own work in the language of the reader. */
export function workPageTexts(language: Language): SameTexts<typeof nl> {
  return language === 'en' ? en : nl
}
