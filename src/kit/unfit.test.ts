import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { docx, docxMime } from './docx.ts'
import { isOldOrLockedOffice, officeTypeOf, unfitOffice } from './office.ts'
import { unfitPdf } from './unfit-pdf.ts'
import { packedFiles } from './unzip.ts'
import { zipOf } from './zip.ts'

const NOON = Temporal.Instant.from('2026-11-02T12:00:00Z')
const archive = (files: Readonly<Record<string, string>>) =>
  zipOf(
    Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) })),
    NOON,
  )
const kinds = (main: string) => `<Types><Override PartName="/main.xml" ContentType="application/${main}"/></Types>`
const WORD = kinds('vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml')
const SHEET = kinds('vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml')
const ODT = 'application/vnd.oasis.opendocument.text'

test('what a paper is, is told by its parts and not by its name', () => {
  const letter = docx({ title: 'Brief', author: 'Wij', language: 'nl-NL', blocks: [{ kind: 'text', text: 'Dag' }], madeAt: NOON })
  expect([officeTypeOf(Buffer.from(letter)), unfitOffice(Buffer.from(letter))]).toEqual([docxMime, null])
  expect(officeTypeOf(archive({ '[Content_Types].xml': SHEET }))).toMatch(/spreadsheetml\.sheet$/)
  expect(officeTypeOf(archive({ mimetype: ODT, 'content.xml': '<x/>' }))).toBe(ODT)
  expect(officeTypeOf(archive({ mimetype: `${ODT}-template` }))).toBe(null)
  expect(officeTypeOf(archive({ 'brief.docx': 'Dag' }))).toBe(null)
  expect(officeTypeOf(Buffer.from('geen archief'))).toBe(null)
  expect(isOldOrLockedOffice(Buffer.from('d0cf11e0a1b11ae100', 'hex'))).toBe(true)
})

test('macros, other files within and what cannot be looked through are told, whatever the name says', () => {
  const unfit = (files: Readonly<Record<string, string>>) => unfitOffice(archive(files))
  expect(unfit({ '[Content_Types].xml': WORD, 'word/document.xml': '<w/>' })).toBe(null)
  expect(unfit({ '[Content_Types].xml': WORD, 'word/VBAProject.bin': 'x' })).toBe('macros')
  expect(unfit({ '[Content_Types].xml': kinds('vnd.ms-word.document.macroEnabled.main+xml') })).toBe('macros')
  expect(unfit({ '[Content_Types].xml': SHEET, 'xl/macrosheets/sheet1.xml': '<x/>' })).toBe('macros')
  expect(unfit({ mimetype: ODT, 'Basic/Standard/Module1.xml': '<x/>' })).toBe('macros')
  expect(unfit({ mimetype: ODT, 'content.xml': '<script:event-listener script:event-name="dom:load"/>' })).toBe('macros')
  const fetched = '<Relationship Type="http://x/attachedTemplate" Target="https://elders/x.dotm" TargetMode="External"/>'
  expect(unfit({ '[Content_Types].xml': WORD, 'word/_rels/settings.xml.rels': fetched })).toBe('macros')
  expect(unfit({ '[Content_Types].xml': WORD, 'word/embeddings/oleObject1.bin': 'x' })).toBe('holdsFile')
  expect(unfit({ mimetype: ODT, 'META-INF/manifest.xml': '<manifest:encryption-data/>' })).toBe('locked')
})

test('an archive that calls a file otherwise where it begins, or has one twice, is none', () => {
  const whole = archive({ 'a.txt': 'een', 'b.txt': 'twee' })
  expect(packedFiles(whole)?.map(({ name }) => name)).toEqual(['a.txt', 'b.txt'])
  const other = Buffer.from(whole)
  other[other.indexOf('a.txt')] = 'c'.charCodeAt(0)
  expect(packedFiles(other)).toBe(null)
  expect(packedFiles(archive({ 'a.txt': 'een', 'A.txt': 'twee' }))).toBe(null)
  expect(packedFiles(whole.subarray(0, -30))).toBe(null)
})

const pdf = (...objects: string[]) =>
  Buffer.from(`%PDF-1.7\n${objects.map((each, nr) => `${nr + 1} 0 obj\n${each}\nendobj\n`).join('')}trailer << /Root 1 0 R >>`, 'latin1')
const packed = (text: string, about = '/Type /ObjStm /Filter /FlateDecode') => `<< ${about} >>\nstream\n${deflateSync(text).toString('latin1')}\nendstream`

test('a PDF that runs or starts something is told, however its name is written or packed', () => {
  const plain = pdf('<< /Type /Catalog /OpenAction [3 0 R /Fit] >>', packed('BT (over /JavaScript geschreven) Tj ET', '/Filter /FlateDecode'))
  expect(unfitPdf(plain)).toBe(null)
  expect(unfitPdf(pdf('<< /S /JavaScript /JS (app.alert) >>'))).toBe('script')
  expect(unfitPdf(pdf('<< /S /J#61va#53cript /JS (x) >>'))).toBe('script')
  expect(unfitPdf(pdf('<< /Type /Action /S /Launch /F (x.exe) >>'))).toBe('script')
  expect(unfitPdf(pdf(packed('4 0 << /S /JavaScript /JS (x) >>')))).toBe('script')
  expect(unfitPdf(pdf(packed('4 0 << /S /Launch /F (x) >>', '/Type /Obj#53tm /Filter [ /FlateDecode ]')))).toBe('script')
  expect(unfitPdf(pdf('<< /AcroForm << /XFA 4 0 R >> >>'))).toBe('script')
  expect(unfitPdf(pdf('<< /Names << /EmbeddedFiles 4 0 R >> >>'))).toBe('holdsFile')
})

test('a PDF that cannot be looked through is told; a word in a remark hides nothing', () => {
  expect(unfitPdf(Buffer.concat([pdf('<< >>'), Buffer.from('<< /Encrypt 5 0 R >>')]))).toBe('locked')
  expect(unfitPdf(pdf('<< /Type /ObjStm /Filter /LZWDecode >>\nstream\nabc\nendstream'))).toBe('locked')
  expect(unfitPdf(pdf('<< /Type /ObjStm /Filter /FlateDecode >>\nstream\nabc\nendstream'))).toBe('locked')
  expect(unfitPdf(pdf(`<< >> % stream\n${packed('4 0 << /S /JavaScript >>')}`))).toBe('script')
})
