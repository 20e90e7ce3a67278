/** The first that fits counts: Edge and Opera call themselves Chrome as well, Chrome calls itself Safari. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac(?:intosh| OS)/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
]

/** What may be kept of what a browser says of itself: its name and the kind of device, `Chrome|Windows`; no version, nothing that tells two of the same apart. */
export function deviceOf(browserSays: string): string | null {
  const first = (list: typeof BROWSERS) => list.find(([pattern]) => pattern.test(browserSays))?.[1] ?? ''
  const device = `${first(BROWSERS)}|${first(SYSTEMS)}`
  return device === '|' ? null : device
}

/** The same in words: "Chrome op Windows", one of the two where the other is not known, or `unknown`. */
export function deviceInWords(device: string | null, words: { readonly on: string; readonly unknown: string }): string {
  const [browser = '', system = ''] = (device ?? '').split('|')
  return browser && system ? `${browser} ${words.on} ${system}` : browser || system || words.unknown
}
