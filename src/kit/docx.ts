import type { Instant } from './day.ts'
import { zipEnd, zipPiece } from './zip.ts'

export type DocxBlock =
  /** `numbered` headings of one paper count on by themselves, as articles do; the word processor keeps the count right. */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly numbered?: boolean }
  /** A new line in the text stays a new line; an empty line begins a new paragraph. */
  | { readonly kind: 'text'; readonly text: string; readonly strong?: boolean }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** What is explained beside the text, set apart from it. */
  | { readonly kind: 'note'; readonly text: string }
  /** A place to write in: a content control with the label before it. */
  | { readonly kind: 'field'; readonly label: string; readonly hint: string }
  /** The list of headings, which a word processor keeps right. */
  | { readonly kind: 'contents'; readonly label: string }
  | DocxTable

export type DocxTable = {
  readonly kind: 'table'
  /** What the table tells, for who hears it read. */
  readonly about: string
  /** The first row, repeated on each page; `null` for pairs of a name and what it is. */
  readonly head: readonly string[] | null
  readonly rows: readonly (readonly string[])[]
  /** The columns with figures, counted from nought: they stand to the right. */
  readonly figures?: readonly number[]
  /** The last row is a total. */
  readonly total?: boolean
}

export type Docx = {
  /** What a file manager and a screen reader call it; it also stands on top as the title, unless `untitled`. */
  readonly title: string
  readonly untitled?: boolean
  readonly author: string
  readonly subject?: string
  readonly keywords?: string
  readonly description?: string
  /** The number under which an archive keeps it. */
  readonly identifier?: string
  readonly language: 'nl-NL' | 'en-GB'
  readonly blocks: readonly DocxBlock[]
  /** Stands above everything: a PNG, and what it shows for who cannot see it. */
  readonly logo?: { readonly png: Uint8Array; readonly about: string } | undefined
  /** Stands at the foot of each page, before the number of the page. */
  readonly foot?: string
  /** The same paper made at the same moment is the same file. */
  readonly madeAt: Instant
}

export const docxMime = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * Makes a file for word processors (Office Open XML, ECMA-376) that people can go on writing in: headings are real headings, a table has a
 * head of its own. All text is data. The same paper gives the same bytes.
 */
export function docx(paper: Docx): Uint8Array {
  const files = Object.entries({
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relations('officeDocument:word/document.xml', 'core:docProps/core.xml'),
    'docProps/core.xml': properties(paper),
    'word/_rels/document.xml.rels': relations(...inside, ...(paper.logo ? [LOGO] : [])),
    'word/document.xml': part('document', `<w:body>${body(paper)}${page}</w:body>`),
    'word/footer.xml': part('ftr', foot(paper)),
    'word/numbering.xml': part('numbering', bullets),
    'word/settings.xml': part(
      'settings',
      '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
    ),
    'word/styles.xml': part('styles', styles(paper.language)),
  }).map(([name, xml]) => ({ name, bytes: Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`) }))
  const pictures = paper.logo ? [{ name: 'word/media/logo.png', bytes: Buffer.from(paper.logo.png) }] : []
  const { bytes, entries } = zipPiece([...files, ...pictures], paper.madeAt)
  return Buffer.concat([bytes, zipEnd([{ size: bytes.length, entries }])])
}

const inside = ['styles:styles.xml', 'numbering:numbering.xml', 'settings:settings.xml', 'footer:footer.xml'] as const
const LOGO = 'image:media/logo.png' as const

function body({ title, untitled, blocks, logo }: Docx): string {
  return [
    logo ? picture(logo) : '',
    untitled ? '' : paragraph(title, 'Title'),
    ...blocks.map((one) => (one.kind === 'contents' ? contents(one.label, blocks) : block(one))),
  ].join('')
}

function block(one: Exclude<DocxBlock, { readonly kind: 'contents' }>): string {
  if (one.kind === 'heading')
    return paragraph(one.text, `Heading${one.level}`, '', one.numbered ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>' : '')
  if (one.kind === 'note') return paragraph(one.text, 'Note')
  if (one.kind === 'field') return field(one.label, one.hint)
  if (one.kind === 'list') return one.items.map((item) => paragraph(item, 'ListBullet')).join('')
  if (one.kind === 'table') return table(one)
  return one.text
    .split(/\n\s*\n/)
    .map((piece) => paragraph(piece.trim(), null, one.strong ? '<w:rPr><w:b/></w:rPr>' : ''))
    .join('')
}

/** In English Metric Units, 36 000 to a millimetre: as high as on the PDF of a letter, and no wider than half the page. */
const HIGH = 14 * 36_000
const WIDE = 80 * 36_000

/** The height and width of a PNG stand in its first piece. */
function picture({ png, about }: NonNullable<Docx['logo']>): string {
  const head = Buffer.from(png)
  const [width, height] = [head.readUInt32BE(16), head.readUInt32BE(20)]
  const scale = Math.min(HIGH / height, WIDE / width)
  const size = `cx="${Math.round(width * scale)}" cy="${Math.round(height * scale)}"`
  const named = `id="1" name="Logo" descr="${escaped(about)}"`
  const drawing = 'http://schemas.openxmlformats.org/drawingml/2006'
  return [
    `<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0" xmlns:wp="${drawing}/wordprocessingDrawing"><wp:extent ${size}/><wp:docPr ${named}/>`,
    `<a:graphic xmlns:a="${drawing}/main"><a:graphicData uri="${drawing}/picture"><pic:pic xmlns:pic="${drawing}/picture"><pic:nvPicPr><pic:cNvPr ${named}/><pic:cNvPicPr/></pic:nvPicPr>`,
    `<pic:blipFill><a:blip r:embed="rId${inside.length + 1}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`,
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`,
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>',
  ].join('')
}

/** Shows the headings as they are now; the field lets a word processor make the list again, with pages. */
function contents(label: string, blocks: readonly DocxBlock[]): string {
  const headings = blocks.flatMap((one) => (one.kind === 'heading' ? [one] : []))
  const numbered = headings.filter((one) => one.numbered)
  const lines = headings.map((one) => (one.numbered ? `${numbered.indexOf(one) + 1}. ${one.text}` : one.text))
  const mark = (what: 'begin' | 'separate' | 'end') => `<w:r><w:fldChar w:fldCharType="${what}"/></w:r>`
  const begin = `${mark('begin')}<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>${mark('separate')}`
  return `${paragraph(label, 'Note')}<w:p>${begin}${run(lines.join('\n'), '')}${mark('end')}</w:p>`
}

function field(label: string, hint: string): string {
  const name = `<w:alias w:val="${escaped(label)}"/><w:tag w:val="${escaped(label).slice(0, 60)}"/>`
  const control = `<w:sdt><w:sdtPr>${name}<w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>${run(hint, '<w:rPr><w:color w:val="5F5F5F"/></w:rPr>')}</w:sdtContent></w:sdt>`
  return `<w:p>${run(`${label}: `, '<w:rPr><w:b/></w:rPr>')}${control}</w:p>`
}

function paragraph(text: string, style: string | null, look = '', place = ''): string {
  const named = style ? `<w:pStyle w:val="${style}"/>` : ''
  const about = named || place ? `<w:pPr>${named}${place}</w:pPr>` : ''
  return `<w:p>${about}${run(text, look)}</w:p>`
}

function run(text: string, look: string): string {
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
  return `<w:r>${look}${lines.join('<w:br/>')}</w:r>`
}

function table({ about, head, rows, figures = [], total }: DocxTable): string {
  const columns = Math.max(head?.length ?? 0, ...rows.map((row) => row.length))
  const width = Math.floor(WIDTH / Math.max(1, columns))
  const cell = (text: string, at: number, strong: boolean) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(text, 'TableText', strong ? '<w:rPr><w:b/></w:rPr>' : '', figures.includes(at) ? '<w:jc w:val="right"/>' : '')}</w:tc>`
  const row = (cells: readonly string[], strong: (at: number) => boolean, top = '') =>
    `<w:tr><w:trPr><w:cantSplit/>${top}</w:trPr>${Array.from({ length: columns }, (_, at) => cell(cells[at] ?? '', at, strong(at))).join('')}</w:tr>`
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="8A8A8A"/>`)
    .join('')
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${width * columns}" w:type="dxa"/><w:tblBorders>${sides}</w:tblBorders>`,
    `<w:tblCellMar><w:left w:w="90" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar>`,
    `<w:tblLook w:val="0420" w:firstRow="${head ? 1 : 0}" w:lastRow="0" w:firstColumn="${head ? 0 : 1}" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>`,
    `<w:tblCaption w:val="${escaped(about)}"/></w:tblPr><w:tblGrid>${`<w:gridCol w:w="${width}"/>`.repeat(columns)}</w:tblGrid>`,
    head ? row(head, () => true, '<w:tblHeader/>') : '',
    ...rows.map((cells, at) => row(cells, (column) => (!head && column === 0) || (total === true && at === rows.length - 1))),
    '</w:tbl>',
    paragraph('', 'TableText'),
  ].join('')
}

/** The room between the margins of an A4 page, in twentieths of a point. */
const WIDTH = 9070
const page =
  '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'

function foot(paper: Docx): string {
  const number = (what: string) => `<w:fldSimple w:instr=" ${what} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`
  return `<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${run(`${paper.foot ? `${paper.foot} · ` : ''}`, '')}${number('PAGE')}${run(' / ', '')}${number('NUMPAGES')}</w:p>`
}

const bullets = [
  '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>',
  '<w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="425" w:hanging="425"/></w:pPr></w:lvl></w:abstractNum>',
  '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>',
  '<w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl></w:abstractNum>',
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
].join('')

function styles(language: Docx['language']): string {
  const style = (id: string, name: string, about: string, look = '', next = '') =>
    `<w:style w:type="paragraph"${id === 'Normal' ? ' w:default="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/>${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'}${next}<w:qFormat/><w:pPr>${about}</w:pPr>${look ? `<w:rPr>${look}</w:rPr>` : ''}</w:style>`
  const heading = (level: 1 | 2 | 3, size: number) =>
    style(
      `Heading${level}`,
      `heading ${level}`,
      `<w:keepNext/><w:keepLines/><w:spacing w:before="320" w:after="100"/><w:outlineLvl w:val="${level - 1}"/>`,
      `<w:b/><w:sz w:val="${size}"/>`,
      '<w:next w:val="Normal"/>',
    )
  return [
    `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/><w:sz w:val="22"/><w:lang w:val="${language}"/></w:rPr></w:rPrDefault></w:docDefaults>`,
    style('Normal', 'Normal', '<w:spacing w:after="140" w:line="290" w:lineRule="auto"/>'),
    style('Title', 'Title', '<w:keepNext/><w:spacing w:after="240"/>', '<w:b/><w:sz w:val="40"/>', '<w:next w:val="Normal"/>'),
    heading(1, 30),
    heading(2, 26),
    heading(3, 23),
    style('ListBullet', 'List Bullet', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/>'),
    style('TableText', 'Table Text', '<w:spacing w:before="40" w:after="40"/>', '<w:sz w:val="20"/>'),
    style('Note', 'Note', '<w:spacing w:after="160"/><w:ind w:left="425"/>', '<w:i/><w:color w:val="4A4A4A"/><w:sz w:val="20"/>'),
    style('Footer', 'footer', '<w:spacing w:after="0"/>', '<w:sz w:val="18"/>'),
  ].join('')
}

function properties({ title, author, subject, keywords, description, identifier, language, madeAt }: Docx): string {
  const at = madeAt.round({ smallestUnit: 'second', roundingMode: 'floor' }).toString()
  const one = (name: string, value: string | undefined) => (value ? `<${name}>${escaped(value)}</${name}>` : '')
  return [
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    one('dc:title', title) + one('dc:subject', subject) + one('dc:creator', author) + one('cp:keywords', keywords) + one('dc:description', description),
    one('dc:identifier', identifier) + one('dc:language', language),
    `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`,
  ].join('')
}

function part(name: 'document' | 'ftr' | 'numbering' | 'settings' | 'styles', inside: string): string {
  return `<w:${name} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${office}">${inside}</w:${name}>`
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function relations(...to: readonly `${string}:${string}`[]): string {
  const lines = to.map((one, at) => {
    const [kind, target] = one.split(':')
    const type = kind === 'core' ? 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties' : `${office}/${kind}`
    return `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`
  })
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`
}

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const contentTypes = [
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>',
  `<Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/>`,
  ...['footer', 'numbering', 'settings', 'styles'].map((name) => `<Override PartName="/word/${name}.xml" ContentType="${word}.${name}+xml"/>`),
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
].join('')

/** Signs that XML cannot hold would make a file that no word processor opens. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
