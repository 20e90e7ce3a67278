import { inflateRawSync } from 'node:zlib'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { type Docx, docx } from './docx.ts'

const plan: Docx = {
  title: 'Plan van Fatima & zn.',
  author: 'Coöperatie De Werf',
  identifier: 'PLAN-7',
  language: 'nl-NL',
  blocks: [
    { kind: 'heading', level: 1, text: 'Wat maak ik?' },
    { kind: 'text', text: 'Taart <5 kg>\nvoor de buurt.\n\nEn "koffie"\u0007.' },
    { kind: 'list', items: ['meel', 'suiker'] },
    {
      kind: 'table',
      about: 'Per maand',
      head: ['Maand', 'Erin'],
      rows: [
        ['januari', '€ 10,00'],
        ['Samen', '€ 10,00'],
      ],
      figures: [1],
      total: true,
    },
  ],
  foot: 'De Werf',
  madeAt: Temporal.Instant.from('2026-11-27T10:20:30.456Z'),
}

function opened(paper: Docx): Record<string, string> {
  const archive = Buffer.from(docx(paper))
  const end = archive.length - 22
  const found: Record<string, string> = {}
  let line = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, named, begins] = [archive.readUInt32LE(line + 20), archive.readUInt16LE(line + 28), archive.readUInt32LE(line + 42)]
    const name = archive.toString('utf8', line + 46, line + 46 + named)
    found[name] = inflateRawSync(archive.subarray(begins + 30 + named, begins + 30 + named + packed)).toString()
    line += 46 + named
  }
  return found
}

/** What a reader of XML meets: the names of elements, and the text. */
function read(xml: string): { readonly names: readonly string[]; readonly text: string } {
  const names: string[] = []
  let text = ''
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => names.push(name))
  parser.on('text', (piece) => {
    text += piece
  })
  parser.write(xml).close()
  return { names, text }
}

test('every part is XML that can be read, and every part that is named is there', () => {
  const parts = opened(plan)
  for (const xml of Object.values(parts)) expect(read(xml).names.length).toBeGreaterThan(0)
  const named = [...(parts['[Content_Types].xml'] ?? '').matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name)
  const related = [...(parts['word/_rels/document.xml.rels'] ?? '').matchAll(/Target="([^"]+)"/g)].map(([, name]) => `word/${name}`)
  expect(named.length).toBe(6)
  for (const name of [...named, ...related]) expect(Object.keys(parts)).toContain(name)
  // A reference to a relation that is not there makes a file that is "damaged".
  expect(parts['word/_rels/document.xml.rels']).toContain('Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer"')
})

test('headings are headings, a table has a head that repeats, figures stand to the right', () => {
  const xml = opened(plan)['word/document.xml'] ?? ''
  expect(xml).toContain('<w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t xml:space="preserve">Wat maak ik?')
  expect(opened(plan)['word/styles.xml']).toContain('w:styleId="Heading1"><w:name w:val="heading 1"/>')
  expect(read(xml).names.filter((name) => name === 'w:tblHeader')).toHaveLength(1)
  expect(read(xml).names.filter((name) => name === 'w:tr')).toHaveLength(3)
  expect(xml.match(/<w:jc w:val="right"\/>/g)).toHaveLength(3)
  expect(xml).toContain('<w:tblCaption w:val="Per maand"/>')
  expect(xml.match(/w:val="ListBullet"/g)).toHaveLength(2)
})

test('what people typed is text, never markup; signs that XML cannot hold are left out', () => {
  const xml = opened(plan)['word/document.xml'] ?? ''
  const { names, text } = read(xml)
  expect(text).toContain('Plan van Fatima & zn.')
  expect(text).toContain('Taart <5 kg>voor de buurt.')
  expect(text).toContain('En "koffie".')
  expect(names.filter((name) => name === 'w:br')).toHaveLength(1)
})

test('the file tells its title, maker, number, language and moment', () => {
  const about = opened(plan)['docProps/core.xml'] ?? ''
  for (const told of [
    '<dc:title>Plan van Fatima &amp; zn.</dc:title>',
    '<dc:creator>Coöperatie De Werf</dc:creator>',
    '<dc:identifier>PLAN-7</dc:identifier>',
    '>2026-11-27T10:20:30Z<',
  ])
    expect(about).toContain(told)
  expect(opened(plan)['word/styles.xml']).toContain('<w:lang w:val="nl-NL"/>')
})

test('the same paper is the same file; an untitled one has no title on top', () => {
  expect(Buffer.from(docx(plan)).equals(Buffer.from(docx(plan)))).toBe(true)
  expect(opened(plan)['word/document.xml']).toContain('w:val="Title"')
  expect(opened({ ...plan, untitled: true })['word/document.xml']).not.toContain('w:val="Title"')
})

test('a logo stands above everything, with what it shows, as high as on paper and never out of shape', () => {
  const png = Buffer.alloc(24)
  png.writeUInt32BE(300, 16)
  png.writeUInt32BE(100, 20)
  const paper = { ...plan, logo: { png, about: 'Logo van "De Werf"' } }
  const xml = opened(paper)['word/document.xml'] ?? ''
  expect(read(xml).names.slice(0, 5)).toEqual(['w:document', 'w:body', 'w:p', 'w:r', 'w:drawing'])
  expect(xml).toContain('descr="Logo van &quot;De Werf&quot;"')
  expect(/<wp:extent cx="(\d+)" cy="(\d+)"/.exec(xml)?.slice(1)).toEqual(['1512000', '504000'])
  const target = new RegExp(`Id="${/r:embed="(rId\d+)"/.exec(xml)?.[1]}"[^>]*Target="([^"]+)"`).exec(opened(paper)['word/_rels/document.xml.rels'] ?? '')?.[1]
  expect(Object.keys(opened(paper))).toContain(`word/${target}`)
  png.writeUInt32BE(3000, 16)
  expect(opened({ ...plan, logo: { png, about: '' } })['word/document.xml']).toContain('<wp:extent cx="2880000" cy="96000"/>')
  expect(opened(plan)['word/document.xml']).not.toContain('w:drawing')
})
