import { dayOf, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import { LawFold } from '#rooms/law'
import { ActionButton, Actions, Button, ButtonLink, CheckField, Form, TextArea } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Empty, Facts, LinkList, PageHead, Quoted } from '#ui/parts.tsx'
import { invitingTexts } from './inviting.en.ts'
import { invitationStanding, mayInvite } from './inviting.rules.ts'
import type { CaseInvitation } from './inviting.sql.ts'
import type { InvitingView } from './inviting.ts'

type Keys = { readonly csrf: string; readonly key: string }

/** The member's page: where the last question stands, and a form while one may be sent. */
export function InvitingPage(props: {
  readonly view: InvitingView
  readonly language: Language
  readonly keys: () => Keys
  readonly problems: Problems | null
}) {
  const { view, language } = props
  const words = invitingTexts(language)
  const [last, ...earlier] = view.sent
  const may = view.municipality ? mayInvite(view.sent, view.municipality.id) : 'yes'
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} lead={words.lead} read />
      {last ? <Standing {...props} invitation={last} /> : null}
      {view.municipality ? null : (
        <Empty title={words.noneTitle} what={words.noneText}>
          <ButtonLink href="/mijn-gegevens" look="secondary">
            {words.noneGo}
          </ButtonLink>
        </Empty>
      )}
      {view.municipality && may === 'yes' ? (
        <Card title={words.to}>
          <p>{fill(words.toText, { municipality: view.municipality.name })}</p>
          <p>{words.sees}</p>
          <Form action="/klantmanager-uitnodigen" keys={props.keys()} problems={props.problems}>
            <TextArea name="words" label={words.words} hint={words.wordsHint} rows={4} maxLength={500} />
            <CheckField name="agreed" label={words.agreed} />
            <Actions>
              <Button>{words.send}</Button>
            </Actions>
          </Form>
        </Card>
      ) : null}
      {earlier.length > 0 ? (
        <Card title={words.earlier}>
          <Facts items={earlier.map((each) => ({ label: longDay(dayOf(each.sentAt), language), value: titleOf(each, language) }))} />
        </Card>
      ) : null}
      <LawFold screen="sharing" />
    </div>
  )
}

function Standing(props: { readonly invitation: CaseInvitation; readonly language: Language; readonly keys: () => Keys }) {
  const { invitation, language } = props
  const words = invitingTexts(language)
  const standing = invitationStanding(invitation.end)
  const on = longDay(dayOf(invitation.end?.at ?? invitation.sentAt), language)
  return (
    <Alert tone={standing === 'taken' ? 'ok' : standing === 'waits' ? 'wait' : 'info'} title={titleOf(invitation, language)}>
      <p>{fill(words.standings[standing].text, { day: on, municipality: invitation.municipalityName })}</p>
      <Quoted source={words.asked}>{invitation.words}</Quoted>
      {standing === 'waits' ? (
        <>
          <p class="soft">{words.withdrawNote}</p>
          <ActionButton action={`/klantmanager-uitnodigen/${invitation.id}/intrekken`} keys={props.keys()} look="secondary">
            {words.withdraw}
          </ActionButton>
        </>
      ) : null}
    </Alert>
  )
}

function titleOf(invitation: CaseInvitation, language: Language): string {
  return fill(invitingTexts(language).standings[invitationStanding(invitation.end)].title, { name: invitation.end?.by ?? '' })
}

/** The team of a town: what waits, each with one button. */
export function InvitationsPage(props: { readonly invitations: readonly CaseInvitation[]; readonly keys: () => Keys }) {
  const words = invitingTexts('nl').office
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/klantmanager', label: words.back }]} />
      <PageHead title={words.title} lead={words.lead} />
      {props.invitations.length === 0 ? <Empty title={words.none} what={words.noneText} /> : null}
      {props.invitations.map((each) => (
        <Card title={each.memberName} key={each.id}>
          <Facts
            items={[
              { label: words.from, value: each.cooperativeName },
              { label: words.sent, value: longDay(dayOf(each.sentAt)) },
            ]}
          />
          <Quoted source={words.asks}>{each.words}</Quoted>
          <p class="soft">{words.takeNote}</p>
          <ActionButton action={`/uitnodigingen/${each.id}/oppakken`} keys={props.keys()} look="secondary">
            {words.take}
            <span class="vh">: {each.memberName}</span>
          </ActionButton>
        </Card>
      ))}
    </div>
  )
}

/** For the desk of a case manager: that invitations wait, and how many. */
export function InvitedCard(props: { readonly names: readonly string[] }) {
  const words = invitingTexts('nl').office
  if (props.names.length === 0) return null
  return (
    <Card title={words.title} look="wait">
      <LinkList items={[{ href: '/uitnodigingen', label: props.names.join(', '), note: words.take }]} />
    </Card>
  )
}
