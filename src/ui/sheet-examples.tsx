import { type Cents, cents, euro } from '#kit/money.ts'
import { Button, ButtonLink, CheckField, DayField, FileField, Form, MoneyField, PercentField, RadioCards, SelectField, TextArea, TextField } from './fields.tsx'
import { Amount, Answer, Card, Duty, Figures, Fold, LinkList, Money, Quoted, Tag, Tiles } from './parts.tsx'
import { Pot, PotParts } from './pot.tsx'
import type { RiverShare } from './river.tsx'
import { nl } from './sheet.nl.ts'
import { Strip, Swatch } from './strip.tsx'
import { SelectionBar, Table } from './table.tsx'

export function HomeParts() {
  const own = { cents: cents(64000), full: cents(100000), reserved: cents(16000), promised: cents(6500) }
  const growth = { cents: cents(16200), full: cents(60000), promised: cents(1000) }
  const money = (amount: Cents) => euro(amount)
  const [before, total, between, part, after] = nl.home.answer
  return (
    <>
      <div class="side">
        <div class="stack-l">
          <section class="window">
            <div class="sky">
              <h3>{nl.home.title}</h3>
              <div class="sill">
                <div class="sill-row">
                  <Pot label={nl.pot.own} {...own} trim />
                  <Pot label={nl.pot.growth} kind="branch" {...growth} trim />
                </div>
              </div>
            </div>
            <div class="under-sill">
              <p>
                {nl.pot.own}
                <b>{euro(cents(41500))}</b>
                {nl.home.free}
              </p>
              <p>
                {nl.pot.growth}
                <b>{euro(cents(15200))}</b>
                {nl.home.free}
              </p>
            </div>
            <Fold summary={nl.home.inside} class="fold-in">
              <PotParts {...own} money={money} />
            </Fold>
          </section>
          <Duty
            days={7}
            title={nl.home.duty}
            action={
              <ButtonLink href="#" after="arrow">
                {nl.home.dutyButton}
              </ButtonLink>
            }
          >
            <p>{nl.home.dutyText}</p>
          </Duty>
        </div>
        <div class="stack-l">
          <Tiles
            items={nl.home.tiles.map((label, index) => ({
              href: `#${index}`,
              label,
              icon: (['paper', 'camera', 'pot'] as const)[index] ?? 'pot',
              tint: (['leaf', 'clay', 'sun'] as const)[index] ?? 'leaf',
            }))}
          />
          <Card title={nl.home.sale}>
            <Strip total={cents(58080)} shares={shares([10080, 9600, 3840, 7680, 7680, 19200])} />
            <p class="row">
              <Swatch kind="business" />
              <Money word={nl.pot.own} cents={cents(19200)} source={nl.tags.plain} />
            </p>
            <LinkList items={nl.home.links.map((label, index) => ({ href: `#l${index}`, label, icon: index === 0 ? 'eye' : 'letter' }))} />
          </Card>
        </div>
      </div>
      <Answer>
        {before}
        <b>{total}</b>
        {between}
        <b>{part}</b>
        {after}
      </Answer>
      <Figures items={nl.home.figures.map(([figure = '', label = '', note = ''], index) => ({ figure, label, note, tone: index === 0 ? 'warn' : 'plain' }))} />
    </>
  )
}

export function BankTable() {
  const rows = nl.table.rows.map(([who = '', what = '', on = '', amount = '0', proposal = '', reason = '', sure = 'ok']) => ({
    who,
    what,
    on,
    amount: cents(Number(amount)),
    proposal,
    reason,
    sure,
  }))
  const tones = { ok: 'ok', wait: 'wait', wrong: 'wrong' } as const
  return (
    <Form action="#" label={nl.table.caption}>
      <SelectionBar label={nl.table.select}>
        <Button>{nl.table.book}</Button>
      </SelectionBar>
      <Table
        caption={nl.table.caption}
        captionHidden
        dense
        keys
        rows={rows}
        rowKey={(row) => row.who}
        rowTone={(row) => (row.sure === 'wrong' ? 'hot' : undefined)}
        select={{ name: 'regel', label: (row) => row.who, checked: (row) => row.sure === 'ok' }}
        columns={[
          { key: 'on', label: nl.table.on, cell: (row) => row.on, sort: { href: '#', now: 'down' }, bare: true },
          {
            key: 'who',
            label: nl.table.who,
            header: true,
            cell: (row) => (
              <>
                {row.who}
                <small>{row.what}</small>
              </>
            ),
          },
          { key: 'amount', label: nl.table.amount, numeric: true, phone: 'beside', cell: (row) => <Amount cents={row.amount} signed />, sort: { href: '#' } },
          {
            key: 'proposal',
            label: nl.table.proposal,
            bare: true,
            cell: (row) => (
              <>
                {row.proposal}
                <small>{row.reason}</small>
              </>
            ),
          },
          {
            key: 'sure',
            label: nl.table.sure,
            bare: true,
            cell: (row) => <Tag tone={tones[row.sure as keyof typeof tones]}>{nl.tags[row.sure as keyof typeof tones]}</Tag>,
          },
        ]}
        foot={[{ key: 'sum', cells: { who: nl.table.together, amount: <Amount cents={cents(16654)} /> } }]}
      />
    </Form>
  )
}

export function Fields() {
  const f = nl.fields
  const problems = { sentence: nl.alerts.refusal, fields: { bedrag: f.amountError }, typed: { bedrag: '450', naam: nl.paper.from } }
  return (
    <Form action="#" problems={problems} keep="onderdelen" label={nl.parts.fields}>
      <TextField name="naam" label={f.name} hint={f.nameHint} />
      <MoneyField name="bedrag" label={f.amount} />
      <DayField name="dag" label={f.day} optional />
      <PercentField name="deel" label={f.share} value="12,5" />
      <SelectField name="plaats" label={f.where} empty={f.choose} options={f.places.map((label) => ({ value: label, label }))} />
      <RadioCards
        name="soort"
        label={f.kind}
        columns={2}
        options={f.kinds.map((label, index) => ({ value: label, label, icon: (['spool', 'tool', 'bus', 'book'] as const)[index] ?? 'receipt' }))}
      />
      <RadioCards
        name="betaald"
        label={f.pay}
        value="zelf"
        options={[
          { value: 'zelf', label: f.self, hint: f.selfHint },
          { value: 'coop', label: f.coop },
          { value: '?', label: f.unsure },
        ]}
      />
      <FileField name="foto" label={f.photo} camera />
      <TextArea name="waarom" label={f.why} rows={3} />
      <CheckField name="akkoord" label={f.agree} />
    </Form>
  )
}

export function shares(amounts: readonly number[]): RiverShare[] {
  const kinds = ['vat', 'costs', 'municipality', 'cooperative', 'development', 'business'] as const
  return kinds.map((kind, index) => {
    const [label = '', article, short] = nl.river.shares[kind]
    return {
      kind,
      label,
      article,
      short,
      cents: cents(amounts[index] ?? 0),
      explain: kind === 'business' ? <Quoted source={nl.river.quoteSource}>{nl.river.quote}</Quoted> : undefined,
    }
  })
}
