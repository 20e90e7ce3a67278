import { longDay } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import { Crumbs } from '#ui/parts.tsx'
import { PrintButton, Sheet } from '#ui/print.tsx'
import { nl } from '../consent.nl.ts'
import type { Conditions } from '../consent.rules.ts'
import type { RequestFile } from '../consent.ts'
import { office } from '../office/office.nl.ts'
import { kindsOf } from './request-page.tsx'

const words = office.letter

/** The decision as a letter: what, from when, what to do, and how to object (Awb 3:45). */
export function LetterPage(props: { readonly file: RequestFile }) {
  const { file } = props
  const decided = file.request.events.findLast((event) => event.kind === 'granted' || event.kind === 'refused' || event.kind === 'leftUnprocessed')
  if (!decided) return null
  const cooperative = file.cooperativeName
  const title = { granted: words.yes, refused: words.no, leftUnprocessed: words.left }[decided.kind as 'granted' | 'refused' | 'leftUnprocessed']
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: `/toestemmingen/${file.request.id}`, label: fill(nl.request.title, { member: file.memberName }) }]} />
      <h1 class="vh">{words.title}</h1>
      <PrintButton label={words.print} />
      <Sheet from={<b>{file.municipalityName}</b>} to={file.memberName}>
        <div class="letter stack">
          <p class="soft">
            {longDay(decided.on)}
            {file.reference ? ` · ${fill(words.reference, { reference: file.reference })}` : null}
          </p>
          <h2>{fill(title, { cooperative })}</h2>
          <p>{fill(words.dear, { member: file.memberName })}</p>
          <p>{fill(words.askedFor, { work: file.request.work })}</p>
          {decided.kind === 'granted' ? <Granted conditions={decided.conditions} file={file} /> : null}
          {'reason' in decided ? (
            <>
              <p>{words.why}</p>
              <p>{decided.reason}</p>
            </>
          ) : null}
          {file.objectUntil ? <p>{fill(words.objection, { day: longDay(file.objectUntil) })}</p> : null}
          <p>{words.greeting}</p>
          <p>{words.onBehalf}</p>
        </div>
      </Sheet>
    </div>
  )
}

function Granted(props: { readonly conditions: Conditions; readonly file: RequestFile }) {
  const { conditions } = props
  const ground = props.file.grounds.find(({ code }) => code === conditions.legalBasis)?.words ?? conditions.legalBasis
  return (
    <>
      <p>{words.granted}</p>
      <p class="strong">{fill(words.period, { from: longDay(conditions.from), until: longDay(conditions.until) })}</p>
      <p>{words.youDo}</p>
      <ul>
        {conditions.statementRhythm === 'none' ? null : (
          <li>{fill(words.statement, { rhythm: nl.rhythms[conditions.statementRhythm].toLowerCase(), day: conditions.statementDay })}</li>
        )}
        <li>{conditions.payOutAllowed ? words.payOut : words.noPayOut}</li>
        {conditions.costKinds.length > 0 ? <li>{fill(words.costs, { kinds: kindsOf(conditions.costKinds, 'nl').toLowerCase() })}</li> : null}
        {conditions.other ? <li>{conditions.other}</li> : null}
      </ul>
      <p>{fill(words.ground, { ground })}</p>
    </>
  )
}
