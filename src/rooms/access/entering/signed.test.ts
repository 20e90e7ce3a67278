import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { tokenSigned } from './signed.ts'

const SECRET = 'a secret that is long enough to be one'
const signed = (token: string, secret = SECRET) => `${token}.${createHmac('sha256', secret).update(token).digest('base64')}`

describe('the token in a cookie', () => {
  test('is read when this house signed it', () => {
    expect(tokenSigned(signed('abcDEF123'), SECRET)).toBe('abcDEF123')
  })

  test.each([
    ['signed with another secret', signed('abcDEF123', 'somebody else')],
    ['of another token', signed('abcDEF123').replace('abc', 'abd')],
    ['without a signature', 'abcDEF123'],
    ['with an empty signature', 'abcDEF123.'],
    ['with a part of the signature', signed('abcDEF123').slice(0, -8)],
    ['without a token', signed('').slice(0)],
    ['of nothing', ''],
  ])("is nobody's %s", (_, cookie) => {
    expect(tokenSigned(cookie, SECRET)).toBeNull()
  })
})
