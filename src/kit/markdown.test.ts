import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Block, blocksOf, type Inline, markdownFault, plainOf } from './markdown.ts'

test('headings, paragraphs, lists and quotes are told apart', () => {
  const text = [
    '## Wat is het?',
    'Eerste regel',
    'tweede regel.',
    '',
    '- een',
    '- twee',
    '  en verder',
    '',
    '1. stap',
    '2. stap',
    '',
    '> Zij zei:',
    '> ja.',
  ].join('\n')
  expect(blocksOf(text).map((block) => [block.kind, block.kind === 'list' ? block.items.map(plainOf) : plainOf(block.inside)])).toEqual([
    ['heading', 'Wat is het?'],
    ['paragraph', 'Eerste regel tweede regel.'],
    ['list', ['een', 'twee en verder']],
    ['list', ['stap', 'stap']],
    ['quote', 'Zij zei: ja.'],
  ])
})

test('bold, italic and links lie in each other', () => {
  expect(blocksOf('Lees **eerst [dit *nu*](/wat-is-het)** hier.')).toEqual([
    {
      kind: 'paragraph',
      inside: [
        { kind: 'text', text: 'Lees ' },
        {
          kind: 'strong',
          inside: [
            { kind: 'text', text: 'eerst ' },
            {
              kind: 'link',
              href: '/wat-is-het',
              inside: [
                { kind: 'text', text: 'dit ' },
                { kind: 'em', inside: [{ kind: 'text', text: 'nu' }] },
              ],
            },
          ],
        },
        { kind: 'text', text: ' hier.' },
      ],
    },
  ])
})

test.each([
  ['[klik](javascript:alert(1))', 'link'],
  ['[klik](//elders.example)', 'link'],
  ['[klik](http://elders.example)', 'link'],
  ['[klik](data:text/html,x)', 'link'],
  ['Een <b>vet</b> woord', 'html'],
  ['<script>alert(1)</script>', 'html'],
  ['![foto](/foto.png)', 'image'],
  ['# Te groot', 'title'],
  ['#### Te klein', 'title'],
  ['```', 'code'],
  ['| a | b |', 'table'],
] as const)('%s is refused as %s, with its line', (line, kind) => {
  expect(markdownFault(`Goed.\n${line}`)).toEqual({ kind, line: 2 })
})

test.each(['2 < 3 en 5 > 4', '[mail](mailto:post@bloesem.example)', '[bel](tel:+31101234567)', '[kop](#kop)', 'a * b * c', '**'])('%s is fine', (line) => {
  expect(markdownFault(line)).toBeNull()
})

test('whatever is typed ends, and no link leads where it may not', () => {
  const links = (inlines: readonly Inline[]): string[] =>
    inlines.flatMap((each) => (each.kind === 'text' ? [] : [...(each.kind === 'link' ? [each.href] : []), ...links(each.inside)]))
  const insides = (block: Block) => (block.kind === 'list' ? block.items.flat() : block.inside)
  const pieces = fc.constantFrom('**', '*', '[', '](', ')', 'javascript:', '/pad', 'https://a.example', '- ', '1. ', '> ', '## ', '\n', 'woord', ' ', '<', '//')
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      for (const href of blocksOf(parts.join('')).flatMap((block) => links(insides(block)))) expect(href).toMatch(/^(?:\/(?!\/)|#|https:|mailto:|tel:)/)
    }),
  )
})
