import type { ComponentChildren } from 'preact'
import { cents, euro } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import { BarChart } from './chart.tsx'
import { Actions, Button, ButtonLink } from './fields.tsx'
import { Emblem, Icon, iconNames } from './icons.tsx'
import { Alert, Card, Checklist, DaysLeft, Empty, Facts, PageHead, Progress, Refusal, Steps, Tag, Timeline, Toast } from './parts.tsx'
import { Pot } from './pot.tsx'
import { PrintButton, Sheet } from './print.tsx'
import { River } from './river.tsx'
import { nl } from './sheet.nl.ts'
import { BankTable, Fields, HomeParts, shares } from './sheet-examples.tsx'

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
