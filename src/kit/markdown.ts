/**
 * The few marks a text for the public needs: headings, paragraphs, lists, quotes, bold, italic and links. What comes out is a tree and never HTML, so
 * nothing that is typed can become markup of another kind; what is no mark stays the letters that were typed.
 */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'em'; readonly inside: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly inside: readonly Inline[] }

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly inside: readonly Inline[] }
  | { readonly kind: 'paragraph' | 'quote'; readonly inside: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }

/** What a text may not hold, and in which line it stands first. */
export type MarkdownFault = { readonly kind: 'html' | 'image' | 'title' | 'link' | 'code' | 'table'; readonly line: number }

const ITEM = /^\s{0,3}(?:([-*])|\d{1,3}[.)])\s+(.*)$/
const HEADING = /^(#{2,3})\s+(.+?)\s*#*$/
const QUOTE = /^>\s?(.*)$/
/** An address of the own house, of a page behind https, or something to mail or to call. */
const SAFE = /^(?:\/(?!\/)[^\s]*|#[^\s]*|https:\/\/[^\s]+|mailto:[^\s]+|tel:[+\d-]+)$/

/** Reads a text into its blocks. A mark it does not know stays text. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  const lines = text.replaceAll('\r\n', '\n').split('\n')
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? ''
    const heading = HEADING.exec(line)
    const item = ITEM.exec(line)
    if (line.trim() === '') at++
    else if (heading) {
      blocks.push({ kind: 'heading', level: heading[1] === '##' ? 2 : 3, inside: inlinesOf(heading[2] ?? '') })
      at++
    } else if (item) {
      const ordered = item[1] === undefined
      const items: string[] = []
      for (let next = ITEM.exec(lines[at] ?? ''); next && (next[1] === undefined) === ordered; next = ITEM.exec(lines[at] ?? '')) {
        const [taken, after] = paragraphFrom(lines, at + 1, [next[2] ?? ''])
        items.push(taken)
        at = after
      }
      blocks.push({ kind: 'list', ordered, items: items.map(inlinesOf) })
    } else if (QUOTE.test(line)) {
      const quoted: string[] = []
      for (; QUOTE.test(lines[at] ?? ''); at++) quoted.push(QUOTE.exec(lines[at] ?? '')?.[1] ?? '')
      blocks.push({ kind: 'quote', inside: inlinesOf(quoted.join(' ').trim()) })
    } else {
      const [taken, after] = paragraphFrom(lines, at + 1, [line])
      blocks.push({ kind: 'paragraph', inside: inlinesOf(taken) })
      at = after
    }
  }
  return blocks
}

/** The first thing in a text that is refused: HTML, pictures, a heading as large as the title, code, tables, and links that lead elsewhere than they may. */
export function markdownFault(text: string): MarkdownFault | null {
  for (const [index, line] of text.replaceAll('\r\n', '\n').split('\n').entries()) {
    const found = (kind: MarkdownFault['kind']): MarkdownFault => ({ kind, line: index + 1 })
    if (/<\/?[a-z!]/i.test(line)) return found('html')
    if (/!\[[^\]]*\]\(/.test(line)) return found('image')
    if (/^#\s/.test(line) || /^#{4,}\s/.test(line)) return found('title')
    if (/^\s{0,3}(?:```|~~~)/.test(line)) return found('code')
    if (/^\s*\|.*\|\s*$/.test(line)) return found('table')
    for (const [, href = ''] of line.matchAll(/\]\(([^)]*)\)/g)) if (!SAFE.test(href)) return found('link')
  }
  return null
}

/** The words alone, for a list, a feed or a search. */
export function plainOf(inlines: readonly Inline[]): string {
  return inlines.map((each) => (each.kind === 'text' ? each.text : plainOf(each.inside))).join('')
}

function paragraphFrom(lines: readonly string[], from: number, begun: string[]): [string, number] {
  let at = from
  for (; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (line.trim() === '' || HEADING.test(line) || ITEM.test(line) || QUOTE.test(line)) break
    begun.push(line.trim())
  }
  return [begun.join(' ').trim(), at]
}

const MARK = /\*\*(?=\S)([\s\S]*?\S)\*\*|\*(?=\S)([^*]*?[^\s*])\*|\[([^\]]+)\]\(([^)\s]*)\)/

function inlinesOf(text: string): Inline[] {
  const found = MARK.exec(text)
  if (!found) return text === '' ? [] : [{ kind: 'text', text }]
  const [whole, strong, em, label, href = ''] = found
  const before = text.slice(0, found.index)
  const after = inlinesOf(text.slice(found.index + whole.length))
  const start: Inline[] = before === '' ? [] : [{ kind: 'text', text: before }]
  if (strong !== undefined) return [...start, { kind: 'strong', inside: inlinesOf(strong) }, ...after]
  if (em !== undefined) return [...start, { kind: 'em', inside: inlinesOf(em) }, ...after]
  // A link that may not be followed stays what was typed.
  return [...start, SAFE.test(href) ? { kind: 'link', href, inside: inlinesOf(label ?? '') } : { kind: 'text', text: whole }, ...after]
}
