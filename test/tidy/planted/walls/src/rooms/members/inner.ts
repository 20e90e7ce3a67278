export const inner = 1
export type Member = { readonly id: string }
