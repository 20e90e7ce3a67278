export const age = 1
