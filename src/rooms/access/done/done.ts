import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Env } from '../env.ts'
import { isSecure } from '../sign-in/session.ts'
import { doneTexts } from './done.en.ts'
import type { nl } from './done.nl.ts'

const COOKIE = 'gedaan'
/** Long enough for the page that follows, too short to tell an old tale. */
const SECONDS = 60

/** What was done, as a word of a closed list: the browser carries that word to the next page, never a text or anything of a person. */
export type Done = keyof typeof nl

/** Lets the next page of this browser say that something was done. */
export function sayDone(c: Context<Env>, done: Done): void {
  setCookie(c, COOKIE, done, { httpOnly: true, sameSite: 'Lax', path: '/', secure: isSecure(c), maxAge: SECONDS })
}

/** The sentence that this page owes the reader, or null; said once, so that a reload does not say it again. */
export function takeDone(c: Context<Env>): string | null {
  const done = getCookie(c, COOKIE)
  if (done === undefined) return null
  deleteCookie(c, COOKIE, { path: '/' })
  return Object.hasOwn(doneTexts.nl, done) ? doneTexts[c.var.language][done as Done] : null
}
