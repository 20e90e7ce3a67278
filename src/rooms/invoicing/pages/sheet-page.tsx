import type { Problems } from '#kit/form.ts'
import type { Language } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { TradePanel, type TradeStanding } from '#rooms/consent'
import { Actions, Button, DayField, FieldGroup, Form, MoneyField, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Fold, PageHead } from '#ui/parts.tsx'
import { texts } from '../invoicing.en.ts'
import { textsIn } from './texts.ts'

const AT_ONCE = 4
const FOLDED = 6

/** A market day: what was sold, and how it was paid. */
export function SheetPage(props: {
  members: ReadonlyMap<MemberId, string> | null
  trade: TradeStanding
  keys: { csrf: string; key: string }
  problems: Problems | null
  language: Language
}) {
  const words = textsIn(props.language)
  return (
    <div class="narrow stack">
      <PageHead title={words.sheet.title} lead={words.sheet.lead} read={props.members === null} />
      <TradePanel standing={props.trade} address="/dagstaten/nieuw" members={props.members} language={props.language} />
      <Form action="/dagstaten" keys={props.keys} problems={props.problems} keep="dagstaat">
        {props.members ? (
          <SelectField
            name="member"
            label={words.request.member}
            value={props.trade.member ?? ''}
            empty=""
            options={[...props.members].map(([value, label]) => ({ value, label }))}
          />
        ) : null}
        <DayField name="performedOn" label={words.sheet.performedOn} value={props.trade.on} max={props.trade.today} />
        {rows(0, AT_ONCE, props.language)}
        <Fold summary={words.request.more}>{rows(AT_ONCE, FOLDED, props.language)}</Fold>
        <MoneyField name="byCard" label={words.sheet.byCard} hint={words.sheet.byCardHint} optional />
        <TextArea name="note" label={words.sheet.note} rows={2} maxLength={300} optional />
        <Actions>
          <Button size="big" icon="send">
            {words.sheet.send}
          </Button>
        </Actions>
      </Form>
    </div>
  )
}

function rows(from: number, many: number, language: Language) {
  const words = textsIn(language).sheet
  return Array.from({ length: many }, (_, index) => {
    const n = from + index + 1
    return (
      <FieldGroup legend={words.line(n)} key={n}>
        <TextField name={`what${n}`} label={words.what} maxLength={200} optional={n > 1} />
        <div class="row">
          <TextField name={`quantity${n}`} label={words.quantity} inputMode="decimal" size={5} optional={n > 1} />
          <MoneyField name={`price${n}`} label={words.price} optional={n > 1} />
          <div>
            <SelectField
              name={`vat${n}`}
              label={words.vat}
              value="reduced"
              options={(['reduced', 'standard', 'exempt'] as const).map((kind) => ({ value: kind, label: texts[language].vatKind[kind] }))}
            />
          </div>
        </div>
      </FieldGroup>
    )
  })
}
