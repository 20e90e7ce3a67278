import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './check.nl.ts'

const en: SameTexts<typeof nl> = {
  title: 'Is this for me?',
  lead: 'A few questions. We ask for no name and do not keep your answers.',
  step: 'Question {step} of at most {most}',
  back: 'Back',
  again: 'Start again',
  questions: {
    living: {
      title: 'What do you live on now?',
      why: 'Whoever pays your benefit also decides whether you may do business.',
      answers: {
        b: ['Social assistance (bijstand)', 'A benefit from the municipality, also IOAW or IOAZ'],
        u: ['Another benefit', 'From UWV: WW, WIA, Wajong or sickness benefit'],
        g: ['I have no benefit', 'I live on something else, or on my partner'],
        w: ['I do not know', 'I am not sure who pays me'],
      },
    },
    wish: {
      title: 'What would you like most?',
      why: 'There is no right or wrong.',
      answers: {
        s: ['Something of my own, with others', 'Somebody helps me and keeps the books'],
        z: ['A business of my own, alone', 'I arrange everything myself'],
        l: ['A job', 'With an employer and a wage'],
        w: ['I do not know yet', 'I want to talk about it'],
      },
    },
    idea: {
      title: 'Do you know what you want to make or do?',
      why: 'Cooking, sewing, gardens, music, repairs: it may be small.',
      answers: { j: ['Yes', 'Also if it is only an idea'], n: ['Not yet', 'I would like to find out'] },
    },
    size: {
      title: 'How large should your business be?',
      why: 'There are different rules for a large and a small business.',
      answers: {
        v: ['I want to live on it', 'All week, and soon without a benefit'],
        d: ['A few hours a week', 'Beside my benefit'],
        w: ['I do not know', 'I still have to see'],
      },
    },
    debts: {
      title: 'Are your debts being settled?',
      why: 'Then a business of your own is sometimes not allowed. Together it sometimes is.',
      answers: {
        n: ['No', 'There is no debt settlement'],
        j: ['Yes', 'Or it begins soon'],
        w: ['I do not know', 'Or I would rather not say'],
      },
    },
  },
  outcomes: {
    cooperative: ['A social cooperative seems to suit you', 'You do business together with others. The cooperative keeps the books and you have a coach.'],
    bbz: ['The Bbz seems to suit you', 'That is help from the municipality for who wants to live on a business. You do everything yourself, at your own risk.'],
    partTime: ['Part-time business seems to suit you', 'You work a few hours a week for yourself, beside your benefit. Not every municipality has this.'],
    job: ['A job seems to suit you', 'You want a wage and an employer. A social cooperative does not help you to that.'],
    talk: ['First talk with somebody', 'We cannot point a way yet. That is fine: a talk helps you on.'],
  },
  indication: {
    assistance: 'This is a first direction. The municipality decides, not this page.',
    uwv: 'This is a first direction. UWV decides, not this page.',
    none: 'This is a first direction, and no more than that.',
    unknown: 'This is a first direction. Whoever pays your benefit decides.',
  },
  why: 'Why?',
  reasons: {
    wantsTogether: 'You want to do it together with others.',
    wantsJob: 'You would like a job most.',
    wantsAlone: 'You want a business for yourself.',
    noIdea: 'You do not know yet what you want to make or do.',
    unsureWish: 'You do not know yet what you want most.',
    livesOfIt: 'You want to live on it. The Bbz asks that you work enough hours and decide everything yourself.',
    fewHours: 'You want to work a few hours a week.',
    unsureSize: 'You do not know yet how large the business will be.',
    debtsForbid: 'Your debts are being settled. A business of your own is then often not allowed. Inside a cooperative it sometimes is.',
    debtsAskFirst: 'Are your debts being settled? First ask your administrator or debt counsellor.',
    uwvDecides: 'UWV pays you. So UWV decides what is allowed.',
    unsureLiving: 'You are not sure who pays your benefit. You need to know that first.',
    noBenefit: 'Without a benefit you need no consent of the municipality. Not every cooperative takes members without a benefit.',
    assistanceNeedsConsent: 'You have social assistance. The municipality must give consent first.',
  },
  benefit: 'What happens with my benefit?',
  benefits: {
    cooperative: {
      assistance: [
        'The municipality gives consent first, in a letter. Do not start earlier.',
        'Your benefit goes on, as long as you do what the letter says.',
        'The money you earn belongs to the cooperative. A part may be spent on your business and on learning.',
        'Do you get money yourself? That can count for your benefit. Ask first.',
      ],
      none: ['You have no benefit, so nothing changes.', 'Do you apply for a benefit later? Then tell that you are a member.'],
    },
    bbz: {
      assistance: [
        'The municipality decides whether you get the Bbz.',
        'Sometimes you may prepare first and keep your benefit, for at most twelve months and with compulsory help (Bbz 2004).',
        'What you earn counts.',
      ],
    },
    partTime: {
      assistance: [
        'Ask the municipality for consent first. Do not start earlier.',
        'What you earn is mostly taken off your benefit. Each municipality has its own rules.',
        'You must report your income each time (Participatiewet, article 17).',
      ],
    },
    job: {
      assistance: ['A wage is taken off your benefit. Sometimes you may keep a part for a while. Ask the municipality.', 'Always report work at once.'],
      uwv: ['A wage counts for your benefit. How depends on the kind. Ask UWV.', 'Always report work at once.'],
      none: ['You have no benefit, so nothing changes.'],
      unknown: ['A wage counts for your benefit.', 'Your bank statement tells who pays you. Ask there.'],
    },
    talk: {
      assistance: ['Talking changes nothing.', 'Do not sell anything before the municipality agrees.'],
      uwv: ['Talking changes nothing.', 'Do not sell anything before UWV agrees.'],
      none: ['You have no benefit, so nothing changes.'],
      unknown: ['Talking changes nothing.', 'Your bank statement tells who pays you. Do not sell anything before you know.'],
    },
  },
  who: 'Whom can you go to?',
  places: {
    cooperative: 'Choose a cooperative near you. A coach calls you. You are not tied to anything.',
    bbz: 'Call your municipality and ask for the Bbz. Say that you want to start a business you can live on.',
    partTime: 'Call your municipality and ask for part-time business (parttime ondernemen). Not possible there? Then ask for a social cooperative.',
    job: 'Call your municipality and ask who helps you to work. Does UWV pay you? Then call UWV.',
    talk: 'Call whoever pays your benefit, or talk with a coach of a cooperative.',
  },
  talkWithout: 'Talk with a coach of a cooperative. Would you rather do business alone? Then ask the Chamber of Commerce (Kamer van Koophandel).',
  jobWithout: 'Ask your municipality who helps you to work.',
  nearest: 'Find the nearest cooperative in the list',
  askNetwork: 'Ask the network a question first',
  nowhere: 'There is no cooperative on this site yet. Ask your municipality whether there is one.',
  along: {
    title: 'Apply at a cooperative',
    otherwise: 'Would you rather do it with others?',
    choose: 'Which cooperative?',
    chooseOne: 'Choose one',
    send: 'May the coach see your answers?',
    yes: 'Yes, send my answers along',
    yesHint: 'You read them again before you send anything.',
    no: 'No',
    noHint: 'Then they are gone when you close this page.',
    go: 'Go on to apply',
  },
  brought: 'Filled in at "Is this for me?":',
  refusals: {
    unknown: { what: 'We cannot read these answers.', next: 'Start the questions again. It takes three minutes.' },
    noCooperative: { what: 'This cooperative is not there.', next: 'Choose a cooperative from the list.' },
  },
}

const TEXTS: Readonly<Record<Language, SameTexts<typeof nl>>> = { nl, en }

/** The words of the questions in the language of the reader. */
export function texts(language: Language): SameTexts<typeof nl> {
  return TEXTS[language]
}
