import { isValidIBAN } from 'ibantools'
import { zero } from '#kit/money.ts'
import type { Member } from '#rooms/members'
import { age } from '#rules/members'
import { nl } from './consent.nl.ts'
export const standing = [zero, nl, isValidIBAN, age]
export type M = Member
