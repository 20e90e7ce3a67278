import { describe, expect, test } from 'vitest'
import { holdsAddress } from './holds-address.ts'

describe('a name', () => {
  test.each(['Coöperatie Het Zaadje', 'Naai- en kookclub Oost', 'St. Jan', 'W. de Vries', '’t Hof van Eden'])('%s is a name', (name) =>
    expect(holdsAddress(name)).toBe(false),
  )
  test.each(['Win geld op www.winnen', 'https://winnen.example', 'koop bij winnen.com', 'mail mij: a@b.example', 'WINNEN.SHOP nu'])(
    '%s is an advertisement',
    (name) => expect(holdsAddress(name)).toBe(true),
  )
})
