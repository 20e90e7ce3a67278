import type { Problems } from '#kit/form.ts'
import type { Language } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { TradePanel, type TradeStanding } from '#rooms/consent'
import { Actions, Button, DayField, Form, MoneyField, SelectField, TextField } from '#ui/fields.tsx'
import { Alert, Crumbs, Empty, PageHead } from '#ui/parts.tsx'
import { betweenTexts } from '../between.en.ts'

/** Four questions: for whom, what, how much, when. The office says first who worked. */
export function WorkFormPage(props: {
  trade: TradeStanding
  members: ReadonlyMap<MemberId, string> | null
  fellows: ReadonlyMap<MemberId, string>
  keys: { csrf: string; key: string }
  problems: Problems | null
  language: Language
}) {
  const { trade, members, language } = props
  const all = betweenTexts(language)
  const words = all.form
  const options = (names: ReadonlyMap<MemberId, string>) => [...names].map(([value, label]) => ({ value, label }))
  return (
    <div class="narrow stack">
      <Crumbs items={[{ href: '/onderling', label: all.title }]} />
      <PageHead title={words.title} lead={words.lead} read={members === null} />
      {props.fellows.size === 0 ? (
        <Empty title={all.list.empty} what={words.nobody} />
      ) : (
        <>
          <TradePanel standing={trade} address="/onderling/nieuw" members={members} language={language} />
          <Form action="/onderling" keys={props.keys} problems={props.problems} keep="onderling">
            {members ? <SelectField name="member" label={words.worker} value={trade.member ?? ''} empty="" options={options(members)} /> : null}
            <SelectField name="receiver" label={members ? words.receiverOffice : words.receiver} empty="" options={options(props.fellows)} />
            <TextField name="what" label={words.what} hint={words.whatHint} maxLength={200} />
            <MoneyField name="net" label={words.net} hint={words.netHint} />
            <DayField name="performedOn" label={words.performedOn} value={trade.on} max={trade.today} />
            <NoVat language={language} />
            <Actions>
              <Button size="big" icon="send">
                {words.send}
              </Button>
            </Actions>
          </Form>
        </>
      )}
    </div>
  )
}

/** Why there is no VAT, and that somebody who knows must look at it once. */
export function NoVat(props: { language: Language }) {
  const words = betweenTexts(props.language)
  return (
    <Alert tone="plain">
      <p>{words.noVat}</p>
      <p class="soft">{words.noVatCheck}</p>
    </Alert>
  )
}
