import { expect, test } from 'vitest'
import { isLongFile } from './long.rules.ts'

test('a file is long from the first line beyond what goes at once, whatever the prefix of its names', () => {
  const file = (lines: string) => Buffer.from(`<Stmt>${lines}</Stmt>`)
  expect(isLongFile(file('<Ntry></Ntry><ns:Ntry a="b"></ns:Ntry><NtryDtls></NtryDtls>'), 2)).toBe(false)
  expect(isLongFile(file('<Ntry></Ntry><ns:Ntry a="b"></ns:Ntry><Ntry>\n</Ntry>'), 2)).toBe(true)
})
