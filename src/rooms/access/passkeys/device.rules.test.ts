import { describe, expect, test } from 'vitest'
import { deviceInWords, deviceOf } from './device.rules.ts'

const words = { on: 'op', unknown: 'onbekend apparaat' }

describe('a device in two words', () => {
  test.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36', 'Chrome op Windows'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0', 'Edge op Windows'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1',
      'Safari op iPhone',
    ],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:144.0) Gecko/20100101 Firefox/144.0', 'Firefox op Mac'],
    [
      'Mozilla/5.0 (Linux; Android 16; SM-S931B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/29.0 Chrome/136.0.0.0 Mobile Safari/537.36',
      'Samsung Internet op Android',
    ],
    ['curl/8.1', 'onbekend apparaat'],
    ['', 'onbekend apparaat'],
  ])('%s', (said, expected) => {
    expect(deviceInWords(deviceOf(said), words)).toBe(expected)
  })

  test('holds no version and no model', () => {
    expect(deviceOf('Mozilla/5.0 (Linux; Android 16; SM-S931B) AppleWebKit/537.36 Chrome/136.0.7103.60 Mobile Safari/537.36')).toBe('Chrome|Android')
  })
})
