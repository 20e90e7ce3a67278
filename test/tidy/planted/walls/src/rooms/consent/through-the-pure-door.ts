import { age } from '#rules/members'
export const old = age
