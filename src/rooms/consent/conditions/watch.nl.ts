/** What is watched of a condition, in plain words. */
export const nl = {
  plain: {
    hours: 'Je werkt hoogstens {bound} uur per week.',
    turnoverMonth: 'Je omzet is hoogstens {bound} per maand.',
    turnoverYear: 'Je omzet is hoogstens {bound} per kalenderjaar.',
    pot: 'In je budgetten staat samen hoogstens {bound}.',
    costs: 'Alleen deze kosten tellen mee: {kinds}.',
    payOut: 'Uitbetalen mag.',
    noPayOut: 'Er wordt niets uitbetaald.',
    statement: { monthly: 'Je stuurt elke maand een opgave.', quarterly: 'Je stuurt elk kwartaal een opgave.', none: 'Je hoeft geen opgave te sturen.' },
    jobSearch: 'Je hoeft niet te solliciteren tot en met {bound}.',
  },
}
