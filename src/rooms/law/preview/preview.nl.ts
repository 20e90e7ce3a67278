import type { Doubt, ExemptionRule, NoExemption } from './exemption.rules.ts'
import type { Settling } from './preview.rules.ts'

/** What an estimate says in Dutch: the rule of a month, why nothing is exempt, and every doubt. */
export const nl = {
  rules: {
    n: 'Van wat je verdient telt {share} niet mee, tot {cap} per maand.',
    r: 'Je bent alleenstaande ouder. {share} telt niet mee, tot {cap} per maand.',
    y: 'De gemeente vond dat je medisch minder uren kunt werken. {share} telt niet mee, tot {cap} per maand.',
    '34a': 'Van wat je verdient telt {share} niet mee.',
    '34aPension': 'Je hebt de pensioenleeftijd. {share} telt niet mee, tot {cap} per maand.',
    early: 'Je bent jonger dan 27 en de gemeente past de regels van 2027 al toe. {share} telt niet mee.',
    none: 'Alles wat je verdient telt mee.',
  } satisfies Record<ExemptionRule, string>,
  why: {
    under27: 'Onder de 27 geldt de vrijlating niet.',
    notFoundHelpful: 'De gemeente moet vinden dat de vrijlating helpt om aan het werk te komen.',
    monthsUsed: 'De maanden van de vrijlating zijn op.',
  } satisfies Record<NoExemption, string>,
  month: 'Dit is maand {month} van {months}.',
  cap: 'Meer dan dit telt altijd mee: het hoogste bedrag is bereikt.',
  doubts: {
    monthsNeedNotFollow: 'We rekenen dat een maand zonder uitbetaling geen maand kost. Vraag of jouw gemeente dat ook vindt.',
    medicalBeforeLoneParent: 'Je bent alleenstaande ouder én kunt medisch minder uren werken. Kantoren kiezen niet altijd dezelfde regel.',
    pensionAgeWithoutMonths: 'We rekenen dat vanaf de pensioenleeftijd geen grens van zes maanden geldt. Niet elk kantoor leest dat zo.',
    rulesOf2027: 'Vanaf 2027 komen er nieuwe regels. Het besluit over de eerste dag is nog niet nagelezen.',
    earnedOrEmployed: 'Het is niet zeker of geld van de coöperatie telt als inkomen uit werk in de nieuwe regels.',
    earlyUnder27: 'Jouw gemeente past regels van 2027 nu al toe. Dat mag alleen onder de 27.',
    premiumBeyond: 'Een premie die te hoog is of te vaak komt, telt mee.',
    premiumUnder27: 'Onder de 27 telt een premie mee, behalve als je hoort bij de doelgroep loonkostensubsidie. Vraag dat aan de gemeente.',
    giftsBeyond: 'Giften boven het bedrag van dit jaar: de gemeente kijkt per persoon.',
    deferred: 'Dit hoort bij een eerdere maand. De gemeente kan dan bijstand terugvragen.',
    moreThanBenefit: 'Je krijgt meer dan je uitkering. De uitkering van die maand kan dan stoppen. Overleg eerst met de gemeente.',
    normAssumed: 'We nemen de gewone bijstandsnorm. Woon je met anderen? Dan is jouw uitkering misschien lager.',
  } satisfies Record<Doubt, string>,
  settling: {
    sameMonth: 'De gemeente verrekent dit met dezelfde maand.',
    laterMonth: 'De gemeente verrekent dit met een latere maand.',
    askedBack: 'De gemeente kan dit terugvragen.',
  } satisfies Record<Settling, string>,
} as const
