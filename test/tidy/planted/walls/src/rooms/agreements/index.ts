export const split = 1
