import type { SameTexts } from '#kit/text.ts'
import type { payoutStops as nlPayoutStops, stops as nlStops } from './stops.nl.ts'

export const stops: SameTexts<typeof nlStops> = {
  notHere: { what: '{member} was no member or trial member on that day.', next: 'Check the day of the work, or ask the coach about the steps in the file.' },
  unknownBenefit: { what: 'We do not know yet whether {member} has a benefit.', next: 'Ask the coach, who writes it down. Then you can go on.' },
  noConsent: { what: 'The municipality has not given consent for {member} yet.', next: 'Ask for consent first. Then you can go on.' },
  awaiting: {
    what: 'The municipality has not decided on the request of {member} yet.',
    next: 'Wait for the decision. Is the work done already? Then the treasurer can send the invoice. The money waits for the decision.',
  },
  suspended: { what: 'The consent of {member} is on hold on that day.', next: 'Ask the case manager of the municipality when it is allowed again.' },
  ended: { what: 'The consent of {member} had ended on that day.', next: 'Ask for a new consent. Ask your coach for help.' },
  elsewhere: {
    what: 'The consent of {member} is of another municipality than the one that pays the benefit on that day.',
    next: 'Ask the municipality that pays the benefit for consent. Ask your coach for help.',
  },
  upcoming: { what: 'The consent of {member} starts later.', next: 'See at Consent from which day it is allowed.' },
}

export const payoutStops: SameTexts<typeof nlPayoutStops> = {
  unknownBenefit: { what: 'We do not know yet whether {member} has a benefit.', next: 'Pay nothing out now. Ask the coach, who writes it down.' },
  noConsent: { what: 'The municipality has given no consent for {member}.', next: 'Pay nothing out now. The money stays. Ask for consent first.' },
  awaiting: {
    what: 'The municipality has not decided on the request of {member} yet.',
    next: 'Pay nothing out now. The money stays until there is a decision.',
  },
  suspended: {
    what: 'The consent of {member} is on hold on that day.',
    next: 'Pay nothing out now. Ask the case manager of the municipality when it is allowed again.',
  },
  ended: {
    what: 'The consent of {member} had ended on that day.',
    next: 'Pay nothing out now. Ask the case manager of the municipality what may be done with the money.',
  },
  upcoming: { what: 'The consent of {member} starts later.', next: 'Pay nothing out now. See at Consent from which day it is allowed.' },
  elsewhere: {
    what: 'The consent of {member} is of another municipality than the one that pays the benefit.',
    next: 'Pay nothing out now. Ask the municipality that pays the benefit for consent.',
  },
  forbidden: {
    what: 'The consent of {member} says that nothing may be paid out.',
    next: 'Pay nothing out now. The money stays in the budget. A purchase for the business is possible.',
  },
}
