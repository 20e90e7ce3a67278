import type { Problems, Typed } from '#kit/form.ts'
import { type Cents, plainEuro } from '#kit/money.ts'
import type { Language } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { TradePanel, type TradeStanding } from '#rooms/consent'
import { Actions, Button, ButtonLink, DayField, FieldGroup, FileField, Form, MoneyField, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Card, Fold, PageHead } from '#ui/parts.tsx'
import { MOST_LINES } from '../forms.ts'
import { texts } from '../invoicing.en.ts'
import type { Draft } from '../invoicing.types.ts'
import { textsIn } from '../pages/texts.ts'
import { quantity } from '../paper/paper.rules.ts'
import type { VatKind } from '../pricing/vat-rates.rules.ts'
import { marketTexts } from './texts.ts'
import type { TillSum } from './till.rules.ts'
import type { Till } from './till.sql.ts'
import { TillSums } from './till-card.tsx'

const AT_ONCE = 1
const FOLDED = 5
const KINDS: readonly VatKind[] = ['reduced', 'standard', 'exempt']

export type SheetFacts = {
  readonly members: ReadonlyMap<MemberId, string> | null
  readonly trade: TradeStanding
  /** The sheet that is changed; null for a new one. */
  readonly draft: Draft | null
  readonly till: Till | null
  /** Change that was left in the box the last time. */
  readonly left: Cents | null
}

/** A market day at the stall: what was sold, how it was paid, and whether the box is right. */
export function SheetPage(
  props: SheetFacts & {
    readonly keys: { csrf: string; key: string }
    readonly problems: Problems | null
    /** What was typed before "Bereken", and what it comes to. */
    readonly typed: Typed | null
    readonly sum: TillSum | null
    readonly language: Language
  },
) {
  const { draft, till, trade, language } = props
  const words = marketTexts[language]
  const used = Math.max(draft?.lines.length ?? 0, filledIn(props.problems?.typed ?? props.typed))
  const atOnce = Math.max(AT_ONCE, used)
  const money = (value: Cents | null | undefined) => (value ? plainEuro(value) : '')
  const begins = money(draft ? till?.changeBegin : props.left)
  // Folded fields must not hide what is wrong with them, nor what was typed.
  const typed = props.problems?.typed ?? props.typed ?? {}
  const kept: Typed = { changeEnd: money(till?.changeEnd), reason: till?.reason ?? '', photo: till?.photo ?? '', note: draft?.note ?? '' }
  const opens = (names: readonly string[]) => names.some((name) => name in (props.problems?.fields ?? {}) || Boolean(typed[name] ?? kept[name]))
  return (
    <div class="narrow stack">
      <PageHead title={draft ? words.reviseTitle : words.title} lead={words.lead} read={props.members === null} />
      {draft ? null : <TradePanel standing={trade} address="/dagstaten/nieuw" members={props.members} language={language} />}
      <Form
        action={draft ? `/dagstaten/${draft.id}/aanpassen` : '/dagstaten'}
        keys={props.keys}
        problems={props.problems}
        typed={props.typed}
        files
        live={draft ? `/dagstaten/${draft.id}/berekening` : '/dagstaten/berekening'}
        {...(draft ? {} : { keep: 'dagstaat' })}
      >
        {props.members && !draft ? (
          <SelectField
            name="member"
            label={textsIn(language).request.member}
            value={trade.member ?? ''}
            empty=""
            options={[...props.members].map(([value, label]) => ({ value, label }))}
          />
        ) : null}
        <DayField name="performedOn" label={words.performedOn} value={draft?.performedOn ?? trade.on} max={trade.today} />
        {rows(0, atOnce, draft, language)}
        <Fold summary={words.more}>
          {rows(atOnce, Math.min(MOST_LINES, Math.max(FOLDED, atOnce + 3)), draft, language)}
          <p class="soft">{words.moreHint}</p>
        </Fold>
        <FieldGroup legend={words.money}>
          <MoneyField name="byCard" label={words.byCard} hint={words.byCardHint} value={money(draft?.byCard)} optional />
          <MoneyField name="counted" label={words.counted} hint={words.countedHint} value={till?.counted === null ? '' : money(till?.counted)} optional />
          <Fold summary={boxSummary(begins, money(till?.tips), language)} open={opens(['changeBegin', 'tips', 'changeEnd'])}>
            <MoneyField name="changeBegin" label={words.changeBegin} hint={words.changeBeginHint} value={begins} optional />
            <MoneyField name="tips" label={words.tips} hint={words.tipsHint} value={money(till?.tips)} optional />
            <MoneyField name="changeEnd" label={words.changeEnd} hint={words.changeEndHint} value={money(till?.changeEnd)} optional />
          </Fold>
        </FieldGroup>
        <Card title={words.sum}>
          <div id="optelling" data-live-part aria-live="polite">
            {props.sum ? <TillSums sum={props.sum} language={language} /> : <p class="soft">{words.noSum}</p>}
          </div>
          <Button look="secondary" action={draft ? `/dagstaten/${draft.id}/berekening` : '/dagstaten/berekening'}>
            {words.compute}
          </Button>
        </Card>
        <Fold summary={words.aside} open={opens(['reason', 'photo', 'note']) || (props.sum !== null && props.sum.difference !== 0n)}>
          <TextArea name="reason" label={words.reason} hint={words.reasonHint} value={till?.reason ?? ''} rows={2} maxLength={300} optional />
          <FileField name="photo" label={words.photo} hint={till?.photo ? words.photoKept : words.photoHint} camera optional />
          <TextArea name="note" label={words.note} value={draft?.note ?? ''} rows={2} maxLength={300} optional />
        </Fold>
        <Actions>
          <Button size="big" icon={draft ? 'check' : 'send'}>
            {draft ? words.save : words.send}
          </Button>
          {draft ? (
            <ButtonLink href={`/facturen/${draft.id}`} look="plain">
              {words.back}
            </ButtonLink>
          ) : null}
        </Actions>
      </Form>
    </div>
  )
}

/** What is folded away, with what stands in it already: change that was left must not be overlooked. */
function boxSummary(begins: string, tips: string, language: Language): string {
  const words = marketTexts[language]
  const known = [...(begins ? [words.foldBegin(begins)] : []), ...(tips ? [words.foldTips(tips)] : [])]
  return known.length > 0 ? `${words.box}: ${known.join(', ')}` : words.box
}

/** How many lines were typed so far, so that a line in the fold is not out of sight. */
function filledIn(typed: Typed | null | undefined): number {
  return Object.entries(typed ?? {}).reduce((most, [name, value]) => {
    const n = /^what(\d+)$/.exec(name)?.[1]
    return n && value !== '' ? Math.max(most, Number(n)) : most
  }, 0)
}

function rows(from: number, until: number, draft: Draft | null, language: Language) {
  const words = marketTexts[language]
  return Array.from({ length: Math.max(0, until - from) }, (_, index) => {
    const n = from + index + 1
    const line = draft?.lines[n - 1]
    return (
      <FieldGroup legend={words.line(n)} key={n}>
        <TextField name={`what${n}`} label={words.what} value={line?.description ?? ''} maxLength={200} optional={n > 1} />
        <div class="row">
          <TextField name={`quantity${n}`} label={words.quantity} inputMode="decimal" size={5} value={line ? quantity(line.quantity) : ''} optional={n > 1} />
          <MoneyField name={`price${n}`} label={words.price} value={line ? plainEuro(line.price) : ''} optional={n > 1} />
          <div>
            <SelectField
              name={`vat${n}`}
              label={words.vat}
              value={line?.vat ?? 'reduced'}
              options={[...new Set([...KINDS, line?.vat ?? 'reduced'])].map((kind) => ({ value: kind, label: texts[language].vatKind[kind] }))}
            />
          </div>
        </div>
      </FieldGroup>
    )
  })
}
