import { fill, type Language } from '#kit/text.ts'
import { Crumbs, Facts, PageHead } from '#ui/parts.tsx'
import { PrintButton, ScreenOnly, Sheet } from '#ui/print.tsx'
import type { MemberRow } from '../members.sql.ts'
import { paperTexts } from './paper.en.ts'

/** The paper to print, in the language of the member, with what the coach must know about it above. */
export function PaperCodePage(props: { member: MemberRow; code: string; until: string; address: string; language: Language }) {
  const { member } = props
  const words = paperTexts(props.language)
  const sheet = paperTexts(member.language).sheet
  const who = member.number === null ? fill(sheet.name, { name: member.name }) : fill(sheet.number, { number: member.number })
  return (
    <div class="narrow stack-l">
      <ScreenOnly>
        <Crumbs items={[{ href: `/leden/${member.member}`, label: words.back }]} />
      </ScreenOnly>
      <PageHead title={fill(words.title, { name: member.firstName })} lead={fill(words.give, { name: member.firstName })} />
      <ScreenOnly>
        <p class="soft">{words.shownOnce}</p>
        <PrintButton label={words.print} />
      </ScreenOnly>
      <div lang={member.language}>
        <Sheet>
          <h2>{sheet.title}</h2>
          <p>{member.name}</p>
          <ol>
            <li>{fill(sheet.go, { address: props.address })}</li>
            <li>{fill(sheet.fill, { who })}</li>
          </ol>
          <Facts items={[{ label: sheet.code, value: <code>{props.code}</code> }]} />
          <p>{fill(sheet.until, { until: props.until })}</p>
          <p>{sheet.keep}</p>
        </Sheet>
      </div>
    </div>
  )
}
