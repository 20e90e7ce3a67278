import type { Problems } from '#kit/form.ts'
import { type Cents, euro, plainEuro } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { ActionButton, Actions, Button, Form, MoneyField, RadioCards, SelectField, TextField } from '#ui/fields.tsx'
import { Card, Crumbs, Empty, Fold, PageHead, Tag } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { nl as bank } from '../banking.nl.ts'
import { BankHead } from '../pages/bank-head.tsx'
import { type BookingRule, RULE_KINDS, RULE_VAT } from './booking-rule.rules.ts'
import { nl } from './booking-rules.nl.ts'
import type { RuleProposal, UsedRule } from './booking-rules.sql.ts'

type Keys = () => { csrf: string; key: string }
type Names = ReadonlyMap<MemberId, string>

/** The rules with how often each was used, and what was booked the same way so often that it could be one. */
export function RulesPage(props: {
  rules: readonly UsedRule[]
  proposed: readonly RuleProposal[]
  names: Names
  mayRule: boolean
  keys: Keys
  problems: Problems | null
}) {
  const { names, mayRule } = props
  return (
    <div class="stack">
      <BankHead now="rules" intro={nl.intro} />
      <Table
        caption={nl.rules}
        captionHidden
        dense
        rows={props.rules}
        rowKey={(rule) => rule.id}
        rowHref={(rule) => `/bank/boekingsregels/${rule.id}`}
        keys={mayRule}
        columns={[
          {
            key: 'recognises',
            label: nl.recognises,
            header: true,
            cell: (rule) => (mayRule ? <a href={`/bank/boekingsregels/${rule.id}`}>{recognised(rule)}</a> : recognised(rule)),
          },
          { key: 'books', label: nl.books, cell: (rule) => booked(rule, names) },
          { key: 'usual', label: nl.usual, cell: usual },
          { key: 'used', label: nl.used, cell: (rule) => nl.times(rule.times) },
          { key: 'state', label: nl.state, bare: true, cell: (rule) => <Tag tone={rule.off ? 'plain' : 'ok'}>{rule.off ? nl.off : nl.on}</Tag> },
        ]}
        empty={
          <Empty title={nl.empty} what={nl.emptyNext}>
            {null}
          </Empty>
        }
      />
      {props.proposed.length > 0 ? (
        <Card title={nl.proposed}>
          <p class="soft">{nl.proposedNote}</p>
          <Table
            caption={nl.proposed}
            captionHidden
            dense
            rows={props.proposed}
            rowKey={(each) => `${each.iban} ${each.way}`}
            columns={[
              {
                key: 'recognises',
                label: nl.recognises,
                header: true,
                cell: (each) => (
                  <>
                    {each.name ?? bank.bank.nobody}
                    <small>{each.iban}</small>
                  </>
                ),
              },
              { key: 'books', label: nl.books, cell: (each) => booked(each, names) },
              { key: 'usual', label: nl.usual, cell: usual },
              { key: 'used', label: nl.used, cell: (each) => nl.times(each.times) },
              ...(mayRule
                ? [
                    {
                      key: 'on',
                      label: nl.turnOn,
                      quiet: true,
                      phone: 'below' as const,
                      cell: (each: RuleProposal) => (
                        <ActionButton action="/bank/boekingsregels" keys={props.keys()} hidden={hiddenOf(each)} look="secondary" size="small">
                          {nl.turnOn}
                          <span class="vh">: {each.name}</span>
                        </ActionButton>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        </Card>
      ) : null}
      {mayRule ? (
        <Fold summary={nl.make} open={props.problems !== null}>
          <RuleForm action="/bank/boekingsregels" rule={null} {...props} />
        </Fold>
      ) : null}
    </div>
  )
}

/** One rule, to change it or to switch it on or off. */
export function RulePage(props: { rule: UsedRule; names: Names; keys: Keys; problems: Problems | null }) {
  const { rule } = props
  return (
    <div class="wrap stack">
      <Crumbs items={[{ href: '/bank/boekingsregels', label: nl.back }]} />
      <PageHead title={nl.edit} lead={`${booked(rule, props.names)}. ${nl.used}: ${nl.times(rule.times)}.`} />
      <Card>
        <RuleForm action={`/bank/boekingsregels/${rule.id}`} {...props} />
      </Card>
      <ActionButton action={`/bank/boekingsregels/${rule.id}/stand`} keys={props.keys()} hidden={{ aan: rule.off ? 'ja' : 'nee' }} look="secondary">
        {rule.off ? nl.switchOn : nl.switchOff}
      </ActionButton>
    </div>
  )
}

function RuleForm(props: { action: string; rule: BookingRule | null; names: Names; keys: Keys; problems: Problems | null }) {
  const { rule } = props
  const money = (cents: Cents | null | undefined) => (cents === null || cents === undefined ? '' : plainEuro(cents))
  return (
    <Form action={props.action} keys={props.keys()} problems={props.problems}>
      <TextField name="iban" label={nl.iban} hint={nl.ibanHint} value={rule?.iban ?? ''} optional maxLength={40} size={24} />
      <TextField name="words" label={nl.words} hint={nl.wordsHint} value={rule?.words ?? ''} optional maxLength={80} />
      <RadioCards
        name="way"
        label={nl.way}
        columns={2}
        value={rule?.way ?? 'out'}
        options={(['out', 'in'] as const).map((value) => ({ value, label: nl.ways[value] }))}
      />
      <SelectField
        name="kind"
        label={nl.kind}
        value={rule?.kind ?? 'ownCost'}
        options={RULE_KINDS.map((value) => ({ value, label: bank.kinds[value].name }))}
      />
      <SelectField
        name="member"
        label={nl.member}
        hint={nl.memberHint}
        value={rule?.member ?? ''}
        empty={nl.noMember}
        options={[...props.names].map(([value, label]) => ({ value, label }))}
        optional
      />
      <SelectField
        name="vat"
        label={nl.vat}
        hint={nl.vatHint}
        value={String(rule?.vat ?? 0)}
        options={RULE_VAT.map((rate) => ({ value: String(rate), label: nl.vats[rate] }))}
      />
      <MoneyField name="least" label={nl.least} value={money(rule?.least)} optional />
      <MoneyField name="most" label={nl.most} hint={nl.amountsHint} value={money(rule?.most)} optional />
      <Actions>
        <Button icon="check">{nl.save}</Button>
      </Actions>
    </Form>
  )
}

function recognised(rule: Pick<BookingRule, 'iban' | 'words'>): string {
  return [rule.words, rule.iban].filter(Boolean).join(' · ')
}

function booked(rule: Pick<BookingRule, 'kind' | 'member' | 'way'> & { vat?: number }, names: Names): string {
  const vat = RULE_VAT.find((rate) => rate > 0 && rate === rule.vat)
  return [bank.kinds[rule.kind].name, rule.member && names.get(rule.member), vat && `btw ${nl.vats[vat]}`].filter(Boolean).join(', ')
}

function usual({ least, most }: Pick<BookingRule, 'least' | 'most'>): string {
  if (least === null || most === null) return nl.anyAmount
  return least === most ? euro(least) : fill(nl.between, { least: euro(least), most: euro(most) })
}

function hiddenOf(each: RuleProposal): Record<string, string> {
  const { iban, way, kind, member, least, most } = each
  return {
    iban: iban ?? '',
    words: '',
    way,
    kind,
    member: member ?? '',
    vat: '0',
    least: least === null ? '' : plainEuro(least),
    most: most === null ? '' : plainEuro(most),
  }
}
