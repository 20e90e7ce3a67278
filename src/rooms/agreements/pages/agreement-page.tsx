import { longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { cents } from '#kit/money.ts'
import { fill, type Language } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { LawFold } from '#rooms/law'
import { Actions, Button, ButtonLink, CheckCards, CheckField, DayField, Form, HiddenField, SelectField } from '#ui/fields.tsx'
import { Card, Crumbs, Fold, PageHead } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { type Article, rulesOf } from '../articles/articles.rules.ts'
import type { AgreementFile } from '../signing/reading.ts'
import { NOTICE_CHANNELS } from '../signing/signing.rules.ts'
import { Example, type ExampleFacts } from './example.tsx'
import { StandingTag } from './list-page.tsx'
import { officeNl } from './office.nl.ts'
import { pageTexts } from './pages.en.ts'
import { AgreementText, Changes, OriginLine, Signatures } from './text-view.tsx'

export type Keys = { readonly csrf: string; readonly key: string }
export const DEFAULT_EXAMPLE: ExampleFacts = { turnover: cents(48_000), costs: cents(9_600) }

type Props = {
  readonly file: AgreementFile
  readonly own: MemberId | null
  readonly may: { readonly signFor: boolean; readonly propose: boolean; readonly notify: boolean; readonly whatIf: boolean }
  readonly facts: ExampleFacts
  readonly language: Language
  readonly keys: Keys
  readonly problems?: Problems | null
}

/** A proposed version: its text, an example, who signed, and what the board can still do with it. */
export function AgreementPage(props: Props) {
  const { file, language } = props
  const words = pageTexts[language]
  const address = `/afspraken/${file.version.id}`
  const mine = file.recipients.find((recipient) => recipient.member === props.own)
  const signs = (mine && mine.signedOn === null && mine.bindsFrom === null) || (props.may.signFor && !file.boardSigned)
  return (
    <div class="wrap stack stack-l">
      <Crumbs items={[{ href: '/afspraken', label: words.title }]} />
      <PageHead
        title={fill(words.full, { number: file.version.number })}
        lead={props.own ? undefined : officeNl.proposedLead}
        read
        actions={
          <>
            {signs ? <ButtonLink href={`${address}/tekenen`}>{words.readAndSign}</ButtonLink> : null}
            <BesideLinks address={address} whatIf={props.may.whatIf} language={language} />
          </>
        }
      />
      <OriginLine origin={file.version.origin} language={language} />
      <div class="side wide-side">
        <div class="stack stack-l">
          <Card title={file.version.title}>
            <AgreementText articles={file.version.articles} language={language} />
          </Card>
          <Card title={words.signedTitle}>
            <Signatures file={file} own={props.own} language={language} />
          </Card>
          {props.own ? null : <People {...props} />}
        </div>
        <Form action={address} method="get" live={address}>
          <Example rules={rulesOf(file.version.articles)} facts={props.facts} language={language} />
        </Form>
      </div>
    </div>
  )
}

/** What a version changes, and what it would have done with months of then. */
export function BesideLinks(props: { address: string; whatIf: boolean; language: Language }) {
  const words = pageTexts[props.language]
  return (
    <>
      <ButtonLink look="secondary" href={`${props.address}/vergelijk`}>
        {words.different}
      </ButtonLink>
      {props.whatIf ? (
        <ButtonLink look="secondary" href={`${props.address}/wat-als`}>
          {words.whatIf}
        </ButtonLink>
      ) : null}
    </>
  )
}

function People(props: Props) {
  const { file } = props
  const address = `/afspraken/${file.version.id}`
  const put = new Set(file.recipients.map((recipient) => recipient.member))
  const others = [...file.names].filter(([member]) => !put.has(member)).map(([value, label]) => ({ value, label }))
  const unsigned = [...file.names]
    .filter(([member]) => !file.recipients.some((recipient) => recipient.member === member && recipient.bindsFrom))
    .map(([value, label]) => ({ value, label }))
  return (
    <Card title={officeNl.people} class="stack">
      <Table
        caption={officeNl.people}
        captionHidden
        rows={file.recipients}
        rowKey={(recipient) => recipient.member}
        columns={[
          { key: 'member', label: officeNl.peopleColumns.member, header: true, cell: (recipient) => file.names.get(recipient.member) ?? '' },
          { key: 'standing', label: officeNl.peopleColumns.standing, cell: (recipient) => <StandingTag recipient={recipient} language="nl" /> },
          { key: 'signedOn', label: officeNl.peopleColumns.signedOn, cell: (recipient) => (recipient.signedOn ? longDay(recipient.signedOn) : '–') },
          { key: 'bindsFrom', label: officeNl.peopleColumns.bindsFrom, cell: (recipient) => (recipient.bindsFrom ? longDay(recipient.bindsFrom) : '–') },
        ]}
      />
      {props.may.propose && others.length > 0 ? (
        <Fold summary={officeNl.proposeMore}>
          <Form action={`${address}/leden`} keys={props.keys} problems={props.problems}>
            <CheckCards name="members" label={officeNl.whom} columns={2} options={others} />
            <Button look="secondary">{officeNl.propose}</Button>
          </Form>
        </Fold>
      ) : null}
      {props.may.notify && file.boardSigned && unsigned.length > 0 ? (
        <Fold summary={officeNl.notifyTitle}>
          <Form action={`${address}/berichten`} keys={props.keys} problems={props.problems}>
            <p class="soft">{officeNl.notifyWhat}</p>
            <CheckCards name="members" label={officeNl.whom} columns={2} options={unsigned} />
            <DayField name="on" label={officeNl.notifyOn} />
            <SelectField name="channel" label={officeNl.channel} options={NOTICE_CHANNELS.map((value) => ({ value, label: officeNl.channels[value] }))} />
            <Button look="secondary">{officeNl.notify}</Button>
          </Form>
        </Fold>
      ) : null}
    </Card>
  )
}

/** Reading, and then signing exactly what was read. */
export function SignPage(props: {
  file: AgreementFile
  current: { readonly number: number; readonly articles: readonly Article[] } | null
  board: boolean
  whatIf: boolean
  language: Language
  keys: Keys
  problems?: Problems | null
}) {
  const { file, language } = props
  const words = pageTexts[language].sign
  return (
    <div class="wrap narrow stack stack-l">
      <Crumbs items={[{ href: '/afspraken', label: pageTexts[language].title }]} />
      <PageHead title={words.title} over={fill(pageTexts[language].full, { number: file.version.number })} lead={words.lead} read />
      {props.current ? (
        <Card title={words.whatChanges}>
          <Changes before={props.current.articles} after={file.version.articles} language={language} />
        </Card>
      ) : null}
      <Actions>
        <BesideLinks address={`/afspraken/${file.version.id}`} whatIf={props.whatIf} language={language} />
      </Actions>
      <Card title={words.text}>
        <AgreementText articles={file.version.articles} language={language} />
        {language === 'nl' ? null : (
          <Fold summary={words.dutch}>
            <div lang="nl">
              <AgreementText articles={file.version.articles} language="nl" />
            </div>
          </Fold>
        )}
      </Card>
      <Form action={`/afspraken/${file.version.id}/handtekeningen`} keys={props.keys} problems={props.problems}>
        <p>{fill(words.from, { day: longDay(file.version.from, language) })}</p>
        <p class="soft">{words.law}</p>
        <LawFold screen="agreementSigning" />
        <HiddenField name="hash" value={file.version.hash ?? ''} />
        <CheckField name="read" label={words.read} />
        <Actions>
          <Button size="big">{props.board ? words.buttonFor : words.button}</Button>
          <ButtonLink look="plain" href="/afspraken">
            {words.later}
          </ButtonLink>
        </Actions>
      </Form>
    </div>
  )
}
