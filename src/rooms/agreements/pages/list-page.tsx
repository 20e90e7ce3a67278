import { longDay } from '#kit/day.ts'
import { fill, type Language } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { ButtonLink } from '#ui/fields.tsx'
import { Card, Duty, Empty, LinkList, PageHead, Tag, type Tone } from '#ui/parts.tsx'
import { type Column, Table } from '#ui/table.tsx'
import type { CooperationAgreement } from '../cooperation/cooperation.sql.ts'
import type { AgreementLine, Recipient } from '../signing/reading.ts'
import type { Standing } from '../signing/signing.rules.ts'
import { CooperationList } from './cooperation-list.tsx'
import { officeNl } from './office.nl.ts'
import { pageTexts } from './pages.en.ts'
import { AgreementText } from './text-view.tsx'

const TONES: Readonly<Record<Standing, Tone>> = {
  proposed: 'wait',
  signedByMember: 'wait',
  signedByCooperative: 'wait',
  binds: 'ok',
  willBind: 'info',
  replaced: 'plain',
  ended: 'plain',
}

/** The member's own agreement, and what waits for a signature. */
export function MemberAgreements(props: { member: MemberId; lines: readonly AgreementLine[]; language: Language }) {
  const words = pageTexts[props.language]
  const own = props.lines.flatMap((line) => {
    const recipient = line.recipients.find((each) => each.member === props.member)
    return recipient ? [{ line, recipient }] : []
  })
  const current = own.find(({ recipient }) => recipient.standing === 'binds')
  const waiting = own.filter(({ line, recipient }) => recipient.signedOn === null && recipient.bindsFrom === null && isNewer(line, current?.line))
  const others = own.filter((each) => each !== current && !waiting.includes(each))
  return (
    <div class="wrap narrow stack stack-l">
      <PageHead title={words.title} lead={words.leadMember} read />
      {waiting.map(({ line }) => (
        <Duty
          days={null}
          title={words.toSignTitle}
          action={<ButtonLink href={`/afspraken/${line.version.id}/tekenen`}>{words.readAndSign}</ButtonLink>}
          key={line.version.id}
        >
          <p>{fill(words.toSign, { number: line.version.number })}</p>
          {current ? <p>{words.toSignOld}</p> : null}
        </Duty>
      ))}
      {current ? (
        <Card title={words.yours}>
          <p class="soft">
            {fill(words.yoursSince, {
              number: current.line.version.number,
              from: longDay(current.recipient.bindsFrom ?? current.line.version.from, props.language),
            })}
          </p>
          <AgreementText articles={current.line.version.articles} language={props.language} />
        </Card>
      ) : waiting.length === 0 ? (
        <Empty title={words.noneTitle} what={words.none} />
      ) : null}
      {others.length > 0 ? (
        <Card title={words.earlier}>
          <LinkList
            items={others.map(({ line, recipient }) => ({
              href: `/afspraken/${line.version.id}`,
              label: fill(words.version, { number: line.version.number }),
              icon: 'paper' as const,
              note: standingWords(recipient, props.language),
            }))}
          />
        </Card>
      ) : null}
    </div>
  )
}

/** All versions with who signed, and the agreements with municipalities. */
export function OfficeAgreements(props: {
  /** null for a municipality: member agreements are not its to read. */
  lines: readonly AgreementLine[] | null
  cooperations: readonly CooperationAgreement[]
  mayDraft: boolean
  mayCooperate: boolean
  /** The network has yet to confirm the cooperative: it prepares, and reads what anybody may read. */
  early?: boolean
}) {
  const words = pageTexts.nl
  const make = props.mayDraft ? (
    <ButtonLink href="/afspraken/nieuw" icon="plus">
      {officeNl.make}
    </ButtonLink>
  ) : null
  return (
    <div class="wrap stack stack-l">
      <PageHead title={words.title} lead={words.leadOffice} actions={make} />
      {props.lines ? (
        <Table
          caption={officeNl.memberAgreements}
          columns={COLUMNS}
          rows={props.lines}
          rowKey={(line) => line.version.id}
          rowHref={(line) => `/afspraken/${line.version.id}`}
          keys
          empty={
            <Empty title={officeNl.none} what={officeNl.noneWhat}>
              {make}
            </Empty>
          }
        />
      ) : null}
      {props.mayDraft ? (
        <LinkList
          items={[
            { href: props.early ? '/kennis/afspraken' : '/bibliotheek', label: officeNl.library, icon: 'book' },
            ...(props.mayCooperate ? [{ href: '/uitlenen', label: officeNl.lend, icon: 'percent' as const }] : []),
          ]}
        />
      ) : null}
      {props.early ? <p class="soft">{officeNl.early}</p> : null}
      <CooperationList agreements={props.cooperations} mayPropose={props.mayCooperate} />
    </div>
  )
}

const COLUMNS: readonly Column<AgreementLine>[] = [
  {
    key: 'version',
    label: officeNl.columns.version,
    header: true,
    cell: ({ version }) => (
      <a href={`/afspraken/${version.id}`}>
        {version.number}. {version.title}
      </a>
    ),
  },
  { key: 'from', label: officeNl.columns.from, cell: ({ version }) => longDay(version.from) },
  {
    key: 'standing',
    label: officeNl.columns.standing,
    cell: ({ version }) => <Tag tone={version.proposedAt ? 'info' : 'plain'}>{version.proposedAt ? officeNl.proposed : officeNl.draft}</Tag>,
  },
  { key: 'board', label: officeNl.columns.board, cell: (line) => (line.boardSigned ? longDay(line.boardSigned.on) : '–') },
  {
    key: 'signed',
    label: officeNl.columns.signed,
    numeric: true,
    cell: ({ recipients }) => fill(officeNl.count, { n: recipients.filter((recipient) => recipient.signedOn).length, of: recipients.length }),
  },
  {
    key: 'binds',
    label: officeNl.columns.binds,
    numeric: true,
    cell: ({ recipients }) => people(recipients.filter((recipient) => recipient.standing === 'binds').length),
  },
]

export function StandingTag(props: { recipient: Recipient; language: Language }) {
  return <Tag tone={TONES[props.recipient.standing]}>{standingWords(props.recipient, props.language)}</Tag>
}

function standingWords(recipient: Recipient, language: Language): string {
  return fill(pageTexts[language].standings[recipient.standing], { day: recipient.bindsFrom ? longDay(recipient.bindsFrom, language) : '' })
}

function isNewer(line: AgreementLine, current: AgreementLine | undefined): boolean {
  return !current || line.version.number > current.version.number
}

function people(n: number): string {
  return n === 1 ? officeNl.oneMember : fill(officeNl.members, { n })
}
