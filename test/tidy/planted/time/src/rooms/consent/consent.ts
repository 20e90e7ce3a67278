export const a = Date.now() // planted
export const b = new Date() // planted
export const c = Temporal.Now.instant() // planted
export const fine = new Date('2026-01-01')
