import { addMonths, type Day, dayOf, longDay, longInstant } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import { PARTNER_KINDS, PaperParts, type Partner, type PartnerStanding, type PartnerView, partnerTexts } from '#rooms/coaching'
import { LawFold } from '#rooms/law'
import { ActionButton, Actions, Button, ButtonLink, CheckCards, DayField, Form, SelectField, TextField } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Empty, LinkList, PageHead, Quoted } from '#ui/parts.tsx'
import type { PieceChoice } from './pieces.ts'

type Keys = { readonly csrf: string; readonly key: string }

/** Everybody whom the member asked to look along. */
export function PartnersPage(props: { readonly partners: readonly (Partner & { readonly standing: PartnerStanding })[]; readonly language: Language }) {
  const { partners, language } = props
  const words = partnerTexts(language)
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} lead={words.lead} read />
      <Actions>
        <ButtonLink href="/meekijkers/nieuw">{words.ask}</ButtonLink>
      </Actions>
      {partners.length === 0 ? <Empty title={words.none} what={words.noneText} /> : null}
      {partners.length > 0 ? (
        <LinkList
          items={partners.map((each) => ({
            href: `/meekijkers/${each.id}`,
            icon: 'eye',
            label: `${each.name} · ${words.kinds[each.kind]}`,
            note: each.stopped ? words.standings.stopped : `${words.standings[each.standing]} · ${fill(words.until, { day: longDay(each.until, language) })}`,
          }))}
        />
      ) : null}
    </div>
  )
}

/** Whom, what and until when. */
export function NewPartnerPage(props: {
  readonly choices: readonly PieceChoice[]
  readonly today: Day
  readonly language: Language
  readonly keys: Keys
  readonly problems: Problems | null
}) {
  const words = partnerTexts(props.language)
  const { form } = words
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/meekijkers', label: words.title }]} />
      <PageHead title={form.title} read />
      <Form action="/meekijkers" keys={props.keys} problems={props.problems}>
        <TextField name="name" label={form.name} maxLength={80} />
        <SelectField name="kind" label={form.kind} options={PARTNER_KINDS.map((value) => ({ value, label: words.kinds[value] }))} />
        <TextField name="email" label={form.email} hint={form.emailHint} type="email" />
        <CheckCards name="pieces" label={form.pieces} hint={form.piecesHint} options={props.choices} columns={1} />
        <DayField name="until" label={form.until} hint={form.untilHint} value={addMonths(props.today, 1)} min={props.today} />
        <Actions>
          <Button size="big">{form.next}</Button>
        </Actions>
      </Form>
      <LawFold screen="sharing" />
    </div>
  )
}

/** One invitation: exactly what is seen, and what came of it. */
export function PartnerPage(props: { readonly view: PartnerView; readonly language: Language; readonly keys: () => Keys }) {
  const { view, language } = props
  const words = partnerTexts(language)
  const said = words.view
  const params = { name: view.name, day: longDay(view.until, language), email: view.email }
  const now = view.standing === 'draft' ? said.draft : view.standing === 'running' ? said.running : said.past
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/meekijkers', label: said.back }]} />
      <PageHead title={fill(said.over, params)} over={words.kinds[view.kind]} />
      <Alert tone={view.standing === 'draft' ? 'wait' : view.standing === 'running' ? 'ok' : 'info'} title={fill(now.title, params)}>
        <p>{fill(now.text, params)}</p>
        <Actions>
          {view.standing === 'draft' ? (
            <ActionButton action={`/meekijkers/${view.id}/versturen`} keys={props.keys()}>
              {said.send}
            </ActionButton>
          ) : null}
          {view.standing === 'draft' || view.standing === 'running' ? (
            <ActionButton action={`/meekijkers/${view.id}/intrekken`} keys={props.keys()} look="secondary">
              {view.standing === 'draft' ? said.drop : said.stop}
            </ActionButton>
          ) : null}
        </Actions>
      </Alert>
      {view.answers.length > 0 ? (
        <Card title={fill(said.answers, params)}>
          {view.answers.map((each) => (
            <Quoted key={`${each.at} ${each.about}`} source={longDay(dayOf(each.at), language)}>
              {each.about ? fill(said.right, { name: each.name, about: each.about }) : `${each.name}: ${each.words}`}
            </Quoted>
          ))}
        </Card>
      ) : null}
      {view.sent ? (
        <Card title={said.looks}>
          {view.looks.length === 0 ? <p class="soft">{said.noLooks}</p> : null}
          <ul>
            {view.looks.map((at) => (
              <li key={String(at)}>{longInstant(at, language)}</li>
            ))}
          </ul>
        </Card>
      ) : null}
      {view.standing === 'draft' || view.standing === 'running'
        ? view.pieces.map((piece) => (
            <Card title={piece.title} look="sheet" key={piece.id}>
              <PaperParts parts={piece.parts} caption={piece.title} />
            </Card>
          ))
        : null}
    </div>
  )
}
