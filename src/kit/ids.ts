import { randomUUID } from 'node:crypto'

/** A UUID of version 7: made of the moment it was asked for, so that new rows stand together in an index. */
export function newId<Id extends string>(now: number = Date.now()): Id {
  const moment = now.toString(16).padStart(12, '0')
  return `${moment.slice(0, 8)}-${moment.slice(8)}-7${randomUUID().slice(15)}` as Id
}

export function isId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)
}
