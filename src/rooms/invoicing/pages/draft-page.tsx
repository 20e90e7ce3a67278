import { longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { euro } from '#kit/money.ts'
import type { Language } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { type TradeAllowed, TradeStopped } from '#rooms/consent'
import { ActionButton, Actions, Button, ButtonLink, Form, TextArea } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Facts, Fold, PageHead } from '#ui/parts.tsx'
import type { Draft } from '../invoicing.types.ts'
import type { Till } from '../market/till.sql.ts'
import { TillCard } from '../market/till-card.tsx'
import type { InvoicePaper } from '../paper/paper.rules.ts'
import { PaperView } from '../paper/paper-view.tsx'
import type { Priced } from '../pricing/pricing.rules.ts'
import type { KorStanding } from '../series/kor.ts'
import { DraftShares } from '../sharing/pages/share-cards.tsx'
import type { MemberPart } from '../sharing/shares.rules.ts'
import { textsIn } from './texts.ts'

export type DraftFacts = {
  readonly draft: Draft
  /** null for the member's own. */
  readonly memberName: string | null
  readonly customerName: string | null
  readonly priced: Priced
  /** How it will look; null while an address or a number is missing. */
  readonly paper: InvoicePaper | null
  readonly complete: { readonly address: boolean; readonly numbers: boolean }
  readonly kor: KorStanding | null
  /** Sending it takes the turnover over the limit of the small business scheme. */
  readonly crosses: boolean
  /** The box of a market day; null for an invoice. */
  readonly till: Till | null
  /** Whether work of that day may be sold; what stops it is said before anybody sends. */
  readonly trade: TradeAllowed
  /** What each member has of it, where several did the work. */
  readonly parts: readonly MemberPart[]
  readonly names: ReadonlyMap<MemberId, string>
}

export function DraftPage(props: {
  facts: DraftFacts
  keys: { csrf: string; key: string }
  problems: Problems | null
  language: Language
  may: { readonly send: boolean; readonly change: boolean; readonly giveBack: boolean; readonly wait: boolean; readonly own: boolean }
}) {
  const { facts, may, problems } = props
  const { draft } = facts
  const words = textsIn(props.language)
  const path = `/facturen/${draft.id}`
  const waits = problems?.fields.waitsBecause !== undefined
  return (
    <div class="narrow stack">
      <Crumbs items={[{ href: '/facturen', label: words.list.title }]} />
      <PageHead
        title={draft.kind === 'invoice' ? words.draft.titleInvoice : words.draft.titleSheet}
        {...(facts.memberName && !may.own ? { over: facts.memberName } : {})}
        lead={may.send ? words.draft.leadOffice : words.draft.leadMember}
      />
      {problems && !waits ? (
        <Alert tone="wrong" title={problems.sentence.what}>
          <p>{problems.sentence.next}</p>
        </Alert>
      ) : null}
      <TradeStopped allowed={facts.trade} language={props.language} />
      {draft.returnedBecause ? (
        <Alert tone="warn" title={words.draft.returned}>
          <p>{draft.returnedBecause}</p>
        </Alert>
      ) : null}
      {draft.unsure ? <Alert tone="warn">{may.own ? words.request.unsureOwn : words.request.unsureNote}</Alert> : null}
      {facts.complete.address ? null : (
        <Alert tone="warn">
          <p>{words.draft.noAddress}</p>
          {draft.customer ? (
            <p>
              <a href={`/klanten/${draft.customer}`}>{words.draft.toCustomer}</a>
            </p>
          ) : null}
        </Alert>
      )}
      {facts.complete.numbers ? null : <Alert tone="warn">{words.draft.noNumbers}</Alert>}
      {may.wait ? <KorAlert facts={facts} language={props.language} /> : null}
      <DraftShares draft={draft} parts={facts.parts} names={facts.names} office={may.wait} language={props.language} />
      {waits && may.wait ? (
        <Card title={words.draft.waits} look="wait">
          <Form action={`${path}/versturen`} keys={props.keys} problems={problems}>
            <p>{words.draft.waitsHint}</p>
            <TextArea name="waitsBecause" label={words.draft.waitsLabel} rows={2} maxLength={300} />
            <Button look="secondary">{words.draft.waitsSend}</Button>
          </Form>
        </Card>
      ) : null}
      {facts.paper ? (
        <PaperView paper={facts.paper} words={words} />
      ) : (
        <Card>
          <Facts
            items={[
              ...(facts.customerName ? [{ label: words.list.customer, value: facts.customerName }] : []),
              ...facts.priced.lines.map((line) => ({ label: line.description, value: euro(line.net) })),
              { label: words.list.amount, value: <strong>{euro(facts.priced.payable)}</strong>, total: true },
            ]}
          />
        </Card>
      )}
      {facts.till ? <TillCard sheet={draft.id} till={facts.till} sold={facts.priced.payable} language={props.language} /> : null}
      {may.send && !waits ? <p class="soft">{words.draft.sendHint}</p> : null}
      <Actions>
        {may.send && !waits ? (
          <ActionButton action={`${path}/versturen`} keys={props.keys} icon="send" size="big">
            {draft.kind === 'invoice' ? words.draft.send : words.draft.sendSheet}
          </ActionButton>
        ) : null}
        {may.change ? (
          <ButtonLink href={`${path}/aanpassen`} look="secondary" icon="pencil">
            {words.draft.change}
          </ButtonLink>
        ) : null}
        {may.change ? (
          <ActionButton action={`${path}/weggooien`} keys={props.keys} look="plain">
            {words.draft.drop}
          </ActionButton>
        ) : null}
      </Actions>
      {may.giveBack ? (
        <Fold summary={words.draft.giveBack}>
          <Form action={`${path}/teruggeven`} keys={props.keys}>
            <TextArea name="reason" label={words.draft.giveBackLabel} rows={2} maxLength={300} />
            <Button look="secondary">{words.draft.giveBack}</Button>
          </Form>
        </Fold>
      ) : null}
    </div>
  )
}

function KorAlert(props: { facts: DraftFacts; language: Language }) {
  const { kor, crosses } = props.facts
  const words = textsIn(props.language).draft
  if (kor === null) return null
  if (crosses) return <Alert tone="warn">{words.korCrosses(euro(kor.limit))}</Alert>
  if (kor.endedOn && kor.lockedUntil) return <Alert tone="info">{words.korEnded(longDay(kor.endedOn, props.language))}</Alert>
  return kor.level === 'near' ? <Alert tone="warn">{words.korNear(euro(kor.left))}</Alert> : null
}
