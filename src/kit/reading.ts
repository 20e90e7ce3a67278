import { findMonth, type Month } from '#kit/day.ts'
import { type Cents, cents } from '#kit/money.ts'

/** What is wrong with a file and where in it; English, as the command line is. */
export class FileError extends Error {
  constructor(path: string, what: string) {
    super(`${path}: ${what}`)
    this.name = 'FileError'
  }
}

/** An object whose fields are read one by one; what nobody asked for is refused, for it would silently mean nothing. */
export type Fields = {
  readonly path: string
  readonly has: (name: string) => boolean
  readonly get: <T>(name: string, read: Read<T>) => T
  readonly maybe: <T>(name: string, read: Read<T>, otherwise: T) => T
  readonly done: () => void
}

export type Read<T> = (value: unknown, path: string) => T

export function fieldsOf(value: unknown, path: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new FileError(path, `expected an object, found ${nameOf(value)}`)
  const object = value as Readonly<Record<string, unknown>>
  const asked = new Set<string>(['$schema', 'about'])
  const has = (name: string) => {
    asked.add(name)
    return object[name] !== undefined
  }
  return {
    path,
    has,
    get: (name, read) => {
      if (!has(name)) throw new FileError(path, `"${name}" is missing`)
      return read(object[name], `${path}.${name}`)
    },
    maybe: (name, read, otherwise) => (has(name) && object[name] !== null ? read(object[name], `${path}.${name}`) : otherwise),
    done: () => {
      const unknown = Object.keys(object).find((name) => !asked.has(name))
      if (unknown) throw new FileError(`${path}.${unknown}`, `unknown here; expected one of ${[...asked].filter((name) => name !== '$schema').join(', ')}`)
    },
  }
}

export function listOf<T>(read: Read<T>): Read<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw new FileError(path, `expected a list, found ${nameOf(value)}`)
    return value.map((part, i) => read(part, `${path}[${i}]`))
  }
}

export function mapOf<T>(read: Read<T>): Read<Readonly<Record<string, T>>> {
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new FileError(path, `expected an object, found ${nameOf(value)}`)
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, read(part, `${path}.${name}`)]))
  }
}

export function oneOf<const V extends readonly string[]>(values: V): Read<V[number]> {
  return (value, path) => {
    if (typeof value === 'string' && (values as readonly string[]).includes(value)) return value
    throw new FileError(path, `expected one of ${values.join(', ')}; found ${nameOf(value)}`)
  }
}

export const textOf: Read<string> = (value, path) => {
  if (typeof value !== 'string' || value.trim() === '') throw new FileError(path, `expected a text, found ${nameOf(value)}`)
  return value
}

export const truthOf: Read<boolean> = (value, path) => {
  if (typeof value !== 'boolean') throw new FileError(path, `expected true or false, found ${nameOf(value)}`)
  return value
}

export const wholeOf: Read<number> = (value, path) => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new FileError(path, `expected a whole number, found ${nameOf(value)}`)
  return value
}

/** An amount in whole cents. */
export const centsOf: Read<Cents> = (value, path) => {
  if (typeof value === 'number' && !Number.isInteger(value)) throw new FileError(path, `expected whole cents, found ${value}; write 12.34 euro as 1234`)
  return cents(wholeOf(value, path))
}

export const positiveCentsOf: Read<Cents> = (value, path) => {
  const amount = centsOf(value, path)
  if (amount <= 0n) throw new FileError(path, `expected more than zero cents, found ${amount}`)
  return amount
}

export const monthOfText: Read<Month> = (value, path) => {
  const found = typeof value === 'string' ? findMonth(value) : null
  if (!found) throw new FileError(path, `expected a month as YYYY-MM, found ${nameOf(value)}`)
  return found
}

function nameOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'an object'
  return typeof value === 'string' ? `"${value.slice(0, 60)}"` : String(value)
}
