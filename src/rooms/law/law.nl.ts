import type { AmountCode } from './amounts/amounts.rules.ts'

/** Every Dutch word of the room `law`. */
export const nl = {
  amounts: {
    normSingle: 'de bijstandsnorm van een alleenstaande',
    normCouple: 'de bijstandsnorm van een paar',
    normYoung: 'de bijstandsnorm van iemand van 18 tot en met 20 jaar',
    shareN: 'het vrij te laten deel (25%)',
    capN: 'het hoogste vrij te laten bedrag per maand (25%)',
    monthsN: 'het aantal maanden van de vrijlating van 25%',
    shareR: 'het vrij te laten deel voor een alleenstaande ouder',
    capR: 'het hoogste vrij te laten bedrag per maand voor een alleenstaande ouder',
    monthsR: 'het aantal maanden van de vrijlating voor een alleenstaande ouder',
    shareY: 'het vrij te laten deel bij een medische urenbeperking',
    capY: 'het hoogste vrij te laten bedrag per maand bij een medische urenbeperking',
    share34a: 'het vrij te laten deel vanaf 2027',
    months34a: 'het aantal maanden van de vrijlating vanaf 2027',
    sharePension: 'het vrij te laten deel vanaf de pensioenleeftijd',
    capPension: 'het hoogste vrij te laten bedrag per maand vanaf de pensioenleeftijd',
    shareEarly: 'het vrij te laten deel onder de 27 in het gedoogjaar',
    monthsEarly: 'het aantal maanden van de vrijlating onder de 27 in het gedoogjaar',
    premiumCap: 'de hoogste premie per jaar',
    premiumTimes: 'het aantal keren per jaar dat een premie mag',
    giftCap: 'het bedrag aan giften dat per jaar niet meetelt',
    buffer: 'het bufferbudget per jaar',
    assetsSingle: 'het vermogen dat een alleenstaande mag hebben',
    assetsCouple: 'het vermogen dat een paar of een alleenstaande ouder mag hebben',
    assetsHouse: 'het vermogen in de eigen woning',
    penaltyFirst: 'de dwangsom per dag in de eerste twee weken',
    penaltySecond: 'de dwangsom per dag in de derde en vierde week',
    penaltyThird: 'de dwangsom per dag daarna',
    penaltyMost: 'de hoogste dwangsom',
  } satisfies Record<AmountCode, string>,
  refusals: {
    noAmount: {
      what: 'Van {amount} is geen bedrag bekend voor {day}.',
      next: 'Opbloei rekent niet met een oud bedrag. Vraag het landelijk netwerk om het nieuwe bedrag in te vullen.',
    },
  },
} as const
