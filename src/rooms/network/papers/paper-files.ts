import { dayOf, longDay } from '#kit/day.ts'
import { type DocxBlock, docx } from '#kit/docx.ts'
import { renderPdf } from '#kit/pdf.ts'
import { fill } from '#kit/text.ts'
import { modelCalled } from './models.rules.ts'
import { nl } from './papers.nl.ts'
import { type FilledProvision, partsOf } from './papers.rules.ts'
import type { MadePaper } from './papers.sql.ts'

/** A made paper for a word processor: articles count by themselves, explanations are notes, places to write in are fields. */
export function docxOfPaper(paper: MadePaper): Uint8Array {
  const check = checkOf(paper)
  return docx({
    title: paper.title,
    author: paper.cooperative,
    identifier: `${paper.model}-${paper.version}`,
    language: 'nl-NL',
    blocks: [
      ...(check ? [{ kind: 'text', text: check, strong: true } as const] : []),
      { kind: 'contents', label: nl.paper.contents },
      ...paper.provisions.flatMap((provision): DocxBlock[] => [
        { kind: 'heading', level: 1, text: provision.heading, numbered: true },
        ...partsOf(provision.text),
        ...provision.blanks.map((label) => ({ kind: 'field', label, hint: nl.paper.fillIn }) as const),
        { kind: 'note', text: explained(provision) },
      ]),
    ],
    foot: footOf(paper),
    madeAt: paper.madeAt,
  })
}

/** A made paper as PDF/UA. */
export function pdfOfPaper(paper: MadePaper): Promise<Uint8Array> {
  return renderPdf({
    template: 'rooms/network/papers/paper.typ',
    data: {
      language: 'nl',
      title: paper.title,
      author: paper.cooperative,
      check: checkOf(paper),
      provisions: paper.provisions.map((provision, at) => ({
        heading: `${at + 1}. ${provision.heading}`,
        parts: partsOf(provision.text),
        blanks: provision.blanks,
        explained: explained(provision),
      })),
      foot: [footOf(paper)],
      pages: nl.paper.pages,
    },
    standard: 'ua-1',
    madeAt: Math.floor(paper.madeAt.epochMilliseconds / 1000),
  })
}

function explained({ why, law, toCheck }: FilledProvision): string {
  return fill(nl.paper.explained, { why, law: law ? fill(toCheck ? nl.paper.lawToCheck : nl.paper.law, { law }) : '' }).trim()
}

function checkOf({ model }: MadePaper): string {
  const check = modelCalled(model)?.check
  return check ? fill(nl.paper.draft, { check }) : ''
}

function footOf({ cooperative, title, version, madeAt }: MadePaper): string {
  return fill(nl.paper.foot, { cooperative, title, version, day: longDay(dayOf(madeAt)) })
}
