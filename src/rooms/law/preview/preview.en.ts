import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './preview.nl.ts'

const en: SameTexts<typeof nl> = {
  rules: {
    n: 'Of what you earn {share} does not count, up to {cap} a month.',
    r: 'You are a lone parent. {share} does not count, up to {cap} a month.',
    y: 'The municipality found that you can work fewer hours for medical reasons. {share} does not count, up to {cap} a month.',
    '34a': 'Of what you earn {share} does not count.',
    '34aPension': 'You have reached pension age. {share} does not count, up to {cap} a month.',
    early: 'You are under 27 and the municipality already applies the rules of 2027. {share} does not count.',
    none: 'All that you earn counts.',
  },
  why: {
    under27: 'Under 27 the exemption does not apply.',
    notFoundHelpful: 'The municipality must find that the exemption helps you towards work.',
    monthsUsed: 'The months of the exemption are used up.',
  },
  month: 'This is month {month} of {months}.',
  cap: 'More than this always counts: the highest amount is reached.',
  doubts: {
    monthsNeedNotFollow: 'We reckon that a month without a pay-out uses no month. Ask whether your municipality thinks so too.',
    medicalBeforeLoneParent: 'You are a lone parent and can work fewer hours for medical reasons. Offices do not always choose the same rule.',
    pensionAgeWithoutMonths: 'We reckon that from pension age there is no limit of six months. Not every office reads it so.',
    rulesOf2027: 'From 2027 there are new rules. The decree on the first day has not been read yet.',
    earnedOrEmployed: 'It is not sure whether money of the cooperative counts as income from work in the new rules.',
    earlyUnder27: 'Your municipality already applies rules of 2027. That is allowed under 27 only.',
    premiumBeyond: 'A premium that is too high or comes too often counts.',
    premiumUnder27: 'Under 27 a premium counts, unless you belong to the group of the wage subsidy (loonkostensubsidie). Ask the municipality.',
    giftsBeyond: 'Gifts above the amount of this year: the municipality looks person by person.',
    deferred: 'This belongs to an earlier month. The municipality may then ask benefit back.',
    moreThanBenefit: 'You get more than your benefit. The benefit of that month may then stop. Talk with the municipality first.',
    normAssumed: 'We take the usual norm. Do you live with others? Then your benefit may be lower.',
  },
  settling: {
    sameMonth: 'The municipality settles this with the same month.',
    laterMonth: 'The municipality settles this with a later month.',
    askedBack: 'The municipality may ask this back.',
  },
}

/** What an estimate says, in the language of the reader. */
export function previewTexts(language: Language): SameTexts<typeof nl> {
  return language === 'en' ? en : nl
}
