import { dayOf, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import { Actions, Button, CheckField, Form, HiddenField, TextField } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, PageHead } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { type PaperPart, planParts, signerLine } from './plan-paper.rules.ts'
import { signingTexts } from './signing.en.ts'
import type { PlanContent } from './signing.rules.ts'
import type { PlanVersion, SignLink } from './signing.sql.ts'

type Keys = { readonly csrf: string; readonly key: string }

/** The text that was laid down, who signs, and a form for whoever still must. */
export function SignPage(props: {
  readonly version: PlanVersion
  readonly as: 'member' | 'coach' | 'caseManager'
  readonly name: string
  readonly base: string
  readonly language: Language
  readonly keys: Keys
  readonly problems: Problems | null
}) {
  const { version, language } = props
  const words = signingTexts(language)
  const mine = version.signers.find(({ who }) => who === props.as) ?? null
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: props.base, label: words.back }]} />
      <PageHead
        title={words.title}
        over={fill(words.versionOf, { version: version.version, day: longDay(dayOf(version.frozenAt), language) })}
        lead={words.lead}
        read
      />
      <PlanSheet content={version.content} hash={version.hash} language={language} />
      <Card title={words.signers}>
        <ul>
          {version.signers.map((each) => (
            <li key={each.id}>{signerLine(each, language)}</li>
          ))}
        </ul>
      </Card>
      {mine?.signedAt ? (
        <Alert tone="ok" title={words.done}>
          <p>{fill(words.doneText, { day: longDay(dayOf(mine.signedAt), language), name: mine.signedName ?? mine.name })}</p>
        </Alert>
      ) : mine ? (
        <SignForm {...props} action={`${props.base}/tekenen`} version={version.version} hash={version.hash} />
      ) : (
        <p class="soft">{words.notAsked}</p>
      )}
    </div>
  )
}

/** The same for whoever holds a link and has no account. */
export function LinkPage(props: {
  readonly link: SignLink
  readonly token: string
  readonly standing: 'open' | 'over' | 'renewed'
  readonly language: Language
  readonly keys: Keys
  readonly problems: Problems | null
}) {
  const { link, standing, language } = props
  const words = signingTexts(language)
  if (standing === 'over')
    return (
      <div class="narrow stack-l">
        <PageHead title={words.title} />
        <Alert tone="info" title={words.over.title}>
          <p>{fill(words.over.text, { cooperative: link.content.cooperative })}</p>
        </Alert>
      </div>
    )
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} over={fill(words.byLink, { name: link.name, day: longDay(link.until, language) })} lead={words.lead} read />
      <PlanSheet content={link.content} hash={link.hash} language={language} />
      {link.signedAt ? (
        <Alert tone="ok" title={words.done}>
          <p>{fill(words.doneText, { day: longDay(dayOf(link.signedAt), language), name: link.signedName ?? link.name })}</p>
        </Alert>
      ) : standing === 'renewed' ? (
        <Alert tone="info" title={words.renewed.title}>
          <p>{words.renewed.text}</p>
        </Alert>
      ) : (
        <SignForm {...props} action={`/tekenen/${props.token}`} version={link.version} hash={link.hash} name={link.name} />
      )}
    </div>
  )
}

function SignForm(props: {
  readonly action: string
  readonly version: number
  readonly hash: string
  readonly name: string
  readonly language: Language
  readonly keys: Keys
  readonly problems: Problems | null
}) {
  const words = signingTexts(props.language)
  return (
    <Form action={props.action} keys={props.keys} problems={props.problems}>
      <HiddenField name="version" value={String(props.version)} />
      <HiddenField name="hash" value={props.hash} />
      <TextField name="name" label={words.name} value={props.name} maxLength={80} autocomplete="name" />
      <CheckField name="agreed" label={words.agreed} />
      <Actions>
        <Button size="big">{words.sign}</Button>
      </Actions>
    </Form>
  )
}

/** The text of a plan to read, with its fingerprint. */
function PlanSheet(props: { readonly content: PlanContent; readonly hash: string; readonly language: Language }) {
  const words = signingTexts(props.language)
  return (
    <Card title={`${props.content.member} · ${props.content.cooperative}`} look="sheet">
      <PaperParts parts={planParts(props.content, props.language)} caption={words.title} />
      <p class="small soft">{fill(words.fingerprint, { hash: props.hash.slice(0, 16) })}</p>
      <p class="small soft">{words.fingerprintHint}</p>
    </Card>
  )
}

/** Parts of a paper as a page. */
export function PaperParts(props: { readonly parts: readonly PaperPart[]; readonly caption: string }) {
  return (
    <>
      {props.parts.map((part, at) => {
        const key = `${at} ${part.kind}`
        if (part.kind === 'heading') return <h3 key={key}>{part.text}</h3>
        if (part.kind === 'text') return <p key={key}>{part.text}</p>
        if (part.kind === 'list')
          return (
            <ul key={key}>
              {part.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          )
        return (
          <Table
            key={key}
            caption={props.caption}
            captionHidden
            rows={part.rows.map((cells, nr) => ({ cells, nr }))}
            rowKey={(row) => String(row.nr)}
            columns={part.columns.map((column, nr) => ({
              key: String(nr),
              label: column.label,
              header: nr === 0,
              numeric: column.amount,
              cell: (row: { cells: readonly string[] }) => row.cells[nr] ?? '',
            }))}
          />
        )
      })}
    </>
  )
}
