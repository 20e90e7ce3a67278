import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './flyers.nl.ts'

const en: SameTexts<typeof nl> = {
  title: 'Flyers',
  lead: 'To hand out or put on a table. Choose whose flyer it is, and name and contact are on it.',
  sender: 'Whose flyer is it?',
  senderHint: 'Choose nothing, and the network is on it.',
  network: 'The network',
  cooperatives: 'Cooperatives',
  municipalities: 'Municipalities',
  choose: 'Put on the flyers',
  from: 'The flyers now name: {name}.',
  read: 'Read the flyer',
  files: { a4: 'PDF on A4', a5: 'PDF on A5' },
  counted: 'We count how often a flyer is taken on a day. We keep nothing about you.',
  contact: 'Contact',
  town: 'Town',
  email: 'E-mail',
  phone: 'Phone',
  website: 'Website',
  more: 'Read more',
  scan: 'Scan the code or go to {address}',
  scanAlt: 'A code to scan. It leads to {address}.',
  foot: 'Made on {day}. Rules may change after that.',
  crafts: 'Among other things our members do: {crafts}.',
  figures: {
    offering: 'One thing of our members is in the catalogue now.',
    offerings: '{count} things of our members are in the catalogue now.',
    listed: 'There are {listed} cooperatives in the national list. {active} of them are active.',
    listedOne: 'There is one cooperative in the national list.',
    told: 'At the end of {year} about {cooperatives} cooperatives let their members be counted: about {members} together.',
  },
  flyers: {
    'voor-gemeenten': {
      readers: 'For municipalities',
      title: 'Residents on a benefit build a business of their own',
      lead: 'Step by step, and you keep sight of every euro.',
      parts: {
        what: {
          title: 'What is it?',
          first: 'A social cooperative is an association with a business. Members sell under its name, with its books.',
          second: 'A member is not self-employed and gets no wage. They build a budget for business and development.',
        },
        work: {
          title: 'What does it ask of you?',
          first: 'One decision per resident, with conditions and a last day.',
          second: 'One agreement with the cooperative about how money is divided.',
        },
        honest: {
          title: 'What we do not promise',
          first: 'Not everybody leaves the benefit. Taking part and learning count as well.',
          second: 'You decide about benefits. The cooperative does not.',
        },
      },
    },
    'voor-leden': {
      readers: 'For who wants to take part',
      title: 'A business with what you are good at',
      lead: 'Together with others, and with a coach who thinks along.',
      parts: {
        what: {
          title: 'How it works',
          first: 'You make or do something you are good at.',
          second: 'The cooperative sends the invoice and keeps the books.',
        },
        work: {
          title: 'Are you on a benefit?',
          first: 'The municipality must give consent first. You do not begin without its letter.',
          second: 'Your benefit goes on, as long as you keep to the conditions in the letter.',
        },
        honest: {
          title: 'What we do not promise',
          first: 'You get no wage. You build a budget for your business and your development.',
          second: 'You will not get rich quickly. Taking part and learning count as well.',
        },
      },
    },
    'voor-klanten': {
      readers: 'For customers',
      title: 'Good work by a maker near you',
      lead: 'You get an ordinary invoice from the cooperative.',
      parts: {
        what: {
          title: 'How it goes',
          first: 'You agree with the maker what you want, and at what price.',
          second: 'The maker does the work. Then you pay the cooperative.',
        },
        work: {
          title: 'Who is responsible?',
          first: 'The cooperative is the seller and answers for the work.',
          second: 'Its name, KvK number and VAT number are on the invoice.',
        },
        honest: {
          title: 'Why this way?',
          first: 'The maker builds a business step by step.',
          second: 'What you pay helps with that. Part of it is for the help of the cooperative.',
        },
      },
    },
  },
  taken: {
    title: 'Flyers taken',
    lead: 'How often somebody took a flyer as PDF.',
    network: 'Network',
    flyer: 'Flyer',
    lately: 'Last 30 days',
    ever: 'Since the beginning',
    note: 'We keep one number per flyer per day, and nothing about who takes it. Programs that read the site count as well.',
    see: 'See the flyers',
  },
  refusals: {
    missing: { what: 'There is no such flyer.', next: 'Choose one of the flyers in the list.' },
    sender: { what: 'This organisation is not in the list.', next: 'Choose another one with the flyers, or take those of the network.' },
  },
}

/** The words of the flyers in the language of the reader. */
export function texts(language: Language): SameTexts<typeof nl> {
  return language === 'en' ? en : nl
}
