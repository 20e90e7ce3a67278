import type { ComponentChildren } from 'preact'
import { type Cents, cents, euro } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import { BarChart } from './chart.tsx'
import {
  Actions,
  Button,
  ButtonLink,
  CheckField,
  DayField,
  FileField,
  Form,
  MoneyField,
  PercentField,
  RadioCards,
  SelectField,
  TextArea,
  TextField,
} from './fields.tsx'
import { Emblem, Icon, iconNames } from './icons.tsx'
import {
  Alert,
  Amount,
  Answer,
  Card,
  Checklist,
  DaysLeft,
  Duty,
  Empty,
  Facts,
  Figures,
  Fold,
  LinkList,
  Money,
  PageHead,
  Progress,
  Quoted,
  Refusal,
  Steps,
  Tag,
  Tiles,
  Timeline,
  Toast,
} from './parts.tsx'
import { Pot, PotParts } from './pot.tsx'
import { PrintButton, Sheet } from './print.tsx'
import { River, type RiverShare } from './river.tsx'
import { nl } from './sheet.nl.ts'
import { Strip, Swatch } from './strip.tsx'
import { KeyHints, SelectionBar, Table } from './table.tsx'

export const sheetTitle = nl.title

const LEVELS = [-20, 0, 3, 12, 27, 35, 45, 64, 80, 100]
const FULL = cents(50000)

/** All building blocks on one sheet, for looking at; mounted in the demo only. */
export function ComponentSheet() {
  return (
    <>
      <PageHead title={nl.title} lead={nl.lead} read />
      <Part title={nl.parts.home}>
        <HomeParts />
      </Part>
      <Part title={nl.parts.river}>
        <Card>
          <River total={cents(58080)} shares={shares([10080, 9600, 3840, 7680, 7680, 19200])} words={nl.river} />
        </Card>
      </Part>
      <Part title={nl.parts.noRiver}>
        <River total={cents(10000)} shares={shares([0, 18000, 0, 0, 0, 0])} words={nl.river} />
      </Part>
      <Part title={nl.parts.pots}>
        <Pots kind="tall" />
        <Pots kind="branch" />
      </Part>
      <Part title={nl.parts.tables}>
        <BankTable />
      </Part>
      <Part title={nl.parts.buttons}>
        <Actions>
          <Button icon="send">{nl.buttons.send}</Button>
          <Button look="secondary">{nl.buttons.look}</Button>
          <Button look="subtle" icon="pencil">
            {nl.buttons.edit}
          </Button>
          <Button look="plain">{nl.buttons.unsure}</Button>
          <Button look="warn" icon="cross">
            {nl.buttons.remove}
          </Button>
          <Button disabled icon="lock">
            {nl.buttons.closed}
          </Button>
          <ButtonLink href="#" size="big" after="arrow">
            {nl.buttons.send}
          </ButtonLink>
          <ButtonLink href="#" size="small" look="subtle">
            {nl.buttons.look}
          </ButtonLink>
        </Actions>
      </Part>
      <Part title={nl.parts.fields}>
        <Fields />
      </Part>
      <Part title={nl.parts.alerts}>
        {(['info', 'ok', 'warn'] as const).map((tone) => (
          <Alert tone={tone} title={nl.alerts[tone][0] ?? ''} level={3} key={tone}>
            <p>{nl.alerts[tone][1]}</p>
          </Alert>
        ))}
        <Refusal sentence={nl.alerts.refusal} ways={[{ href: '#', label: nl.alerts.way }]} />
        <Toast undo={<a href="#inhoud">{nl.alerts.undo}</a>}>{nl.alerts.toast}</Toast>
      </Part>
      <Part title={nl.parts.tags}>
        <p class="row">
          {(['ok', 'wait', 'wrong', 'info', 'plain'] as const).map((tone) => (
            <Tag tone={tone} key={tone}>
              {nl.tags[tone]}
            </Tag>
          ))}
        </p>
      </Part>
      <Part title={nl.parts.order}>
        <div class="grid3">
          <Steps steps={nl.steps.map(([label = '', note = ''], index) => ({ label, note, state: index === 0 ? 'done' : index === 1 ? 'now' : 'later' }))} />
          <Timeline
            items={nl.timeline.map(([on = '', label = '', note = ''], index) => ({
              on,
              label,
              note,
              state: index < 2 ? 'done' : index === 2 ? 'now' : 'later',
            }))}
          />
          <div class="stack">
            <Progress label={nl.progress} value={4} max={6} />
            <Checklist items={nl.checks.map(([label = '', note = ''], index) => ({ label, note, ok: index === 0, href: '#' }))} />
            <DaysLeft days={2} of={56} until={nl.home.days} />
          </div>
        </div>
      </Part>
      <Part title={nl.parts.chart}>
        <BarChart
          title={nl.chart.title}
          says={nl.chart.says}
          heads={[nl.chart.month, nl.chart.turnover]}
          bars={[12000, 31000, 48000, -4000].map((value, index) => ({
            label: nl.chart.months[index] ?? '',
            value,
            shown: euro(cents(value)),
            now: index === 2,
          }))}
        />
      </Part>
      <Part title={nl.parts.paper}>
        <div class="narrow stack">
          <Sheet from={<p class="strong">{nl.paper.from}</p>} facts={[{ label: nl.paper.month, value: nl.chart.months[2] }]}>
            <h3>{nl.paper.title}</h3>
            <Facts items={nl.paper.rows.map((label, index) => ({ label, value: euro(cents(19200 - index * 3000)), total: index === 2 }))} />
          </Sheet>
          <PrintButton label={nl.paper.print} />
        </div>
      </Part>
      <Part title={nl.parts.empty}>
        <Card>
          <Empty title={nl.empty.title} what={nl.empty.what} picture={<Pot label={nl.pot.own} cents={cents(0)} full={FULL} trim />}>
            <ButtonLink href="#">{nl.empty.button}</ButtonLink>
          </Empty>
        </Card>
      </Part>
      <Part title={nl.parts.emblem}>
        <div class="row">
          <Emblem class="huge" />
          <Emblem />
          <span class="on-leaf">
            <Emblem one />
          </span>
          <Emblem one class="huge" />
        </div>
      </Part>
      <Part title={nl.parts.icons}>
        <ul class="icons">
          {iconNames.map((name) => (
            <li key={name}>
              <Icon name={name} />
              {name}
            </li>
          ))}
        </ul>
      </Part>
    </>
  )
}

function Part(props: { title: string; children?: ComponentChildren }) {
  return (
    <section class="comp">
      <h2>{props.title}</h2>
      {props.children}
    </section>
  )
}

function Pots(props: { kind: 'tall' | 'branch' }) {
  return (
    <div class="states">
      {LEVELS.map((percent) => (
        <figure key={percent}>
          <Pot
            label={nl.pot.own}
            kind={props.kind}
            cents={cents(percent * 500)}
            full={FULL}
            reserved={cents(Math.max(0, percent) * 100)}
            promised={cents(Math.max(0, percent) * 50)}
          />
          <figcaption>{percent < 0 ? nl.pot.below : fill(nl.pot.of, { percent })}</figcaption>
        </figure>
      ))}
    </div>
  )
}

function shares(amounts: readonly number[]): RiverShare[] {
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

function HomeParts() {
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

function BankTable() {
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
      <KeyHints accept />
    </Form>
  )
}

function Fields() {
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
