import { type Day, daysBetween, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { euro, plainEuro } from '#kit/money.ts'
import { LawFold } from '#rooms/law'
import { Actions, Button, CheckCards, CheckField, Form, MoneyField, TextField } from '#ui/fields.tsx'
import { Card, Crumbs, Empty, Fold, LinkList, PageHead } from '#ui/parts.tsx'
import { textsIn } from '../pages/texts.ts'
import { nl } from './reminding.nl.ts'
import { type RemindingScheme, STEPS } from './reminding.rules.ts'
import { dueToday, type RemindingLine } from './reminding.ts'

type Keys = { readonly csrf: string; readonly key: string }

/** Who is reminded today, whom to call, what is proposed to be written off, who is left alone and why; and how the cooperative reminds. */
export function RemindingPage(props: {
  lines: readonly RemindingLine[]
  scheme: RemindingScheme
  today: Day
  keys: readonly [Keys, Keys]
  problems: Problems | null
  /** What is wrong with who was chosen. */
  wrong: Problems | null
}) {
  const { lines, today } = props
  const words = nl.list
  const due = dueToday(lines, today)
  const of = (step: string) => due.filter((line) => line.next?.step === step)
  const letters = due.filter((line) => line.next?.step !== 'call' && line.next?.step !== 'writeOff')
  const halted = lines.filter((line) => line.halt === 'paused' || line.halt === 'question' || line.halt === 'proposed')
  return (
    <div class="narrow stack">
      <Crumbs items={[{ href: '/facturen', label: textsIn('nl').list.title }]} />
      <PageHead title={words.title} {...(letters.length > 0 ? { lead: words.lead } : {})} />
      {letters.length > 0 ? (
        <Form action="/facturen/herinneren" keys={props.keys[0]} problems={props.wrong}>
          <CheckCards
            name="invoices"
            moving
            label={words.choose}
            values={letters.map(({ invoice }) => invoice.id)}
            options={letters.map((line) => ({ value: line.invoice.id, label: labelOf(line), hint: hintOf(line, today) }))}
          />
          <Actions>
            <Button icon="send">{words.send}</Button>
          </Actions>
        </Form>
      ) : (
        <Empty {...(due.length > 0 ? { title: words.noLetter, what: words.noLetterText } : { title: words.none, what: words.noneText })} />
      )}
      <Tasks title={words.calls} hint={words.callsHint} lines={of('call')} today={today} end="" />
      <Tasks title={words.writeOffs} hint={words.writeOffsHint} lines={of('writeOff')} today={today} end="/afboeking" />
      {halted.length > 0 ? (
        <Card title={words.halted}>
          <LinkList
            items={halted.map((line) => ({ href: `/facturen/${line.invoice.id}`, icon: 'paper' as const, label: labelOf(line), note: whyOf(line, today) }))}
          />
        </Card>
      ) : null}
      <LawFold screen="invoiceReminder" />
      <Fold summary={nl.settings.title} open={props.problems !== null}>
        <SchemeForm scheme={props.scheme} keys={props.keys[1]} problems={props.problems} />
      </Fold>
    </div>
  )
}

function Tasks(props: { title: string; hint: string; lines: readonly RemindingLine[]; today: Day; end: string }) {
  if (props.lines.length === 0) return null
  return (
    <Card title={props.title}>
      <p class="soft">{props.hint}</p>
      <LinkList
        items={props.lines.map((line) => ({
          href: `/facturen/${line.invoice.id}${props.end}`,
          icon: 'paper',
          label: labelOf(line),
          note: nl.list.late(lateBy(line, props.today)),
        }))}
      />
    </Card>
  )
}

function SchemeForm(props: { scheme: RemindingScheme; keys: Keys; problems: Problems | null }) {
  const words = nl.settings
  const { after, automatic, costs } = props.scheme
  return (
    <Form action="/facturen/herinneren/stappen" keys={props.keys} problems={props.problems}>
      <p class="soft">{words.hint}</p>
      {STEPS.map((step) => (
        <TextField
          name={step}
          label={words.days(nl.step[step])}
          value={after[step] === null ? '' : String(after[step])}
          inputMode="numeric"
          size={4}
          optional
          key={step}
        />
      ))}
      <CheckField name="automatic" label={words.automatic} hint={words.automaticHint} checked={automatic} />
      <MoneyField name="costs" label={words.costs} hint={words.costsHint} value={costs === null ? '' : plainEuro(costs)} optional />
      <Actions>
        <Button look="secondary">{words.save}</Button>
      </Actions>
    </Form>
  )
}

function labelOf({ invoice }: RemindingLine): string {
  return `${invoice.number} · ${invoice.customerName} · ${euro(invoice.open)}`
}

function hintOf(line: RemindingLine, today: Day): string {
  return `${line.next ? nl.step[line.next.step] : ''} · ${nl.list.late(lateBy(line, today))}`
}

function whyOf({ halt, pauses }: RemindingLine, today: Day): string {
  if (halt === 'question') return nl.list.question
  if (halt === 'proposed') return nl.list.proposed
  const pause = pauses.find((each) => !each.ended && (each.until === null || today <= each.until))
  return pause ? [nl.why[pause.why], pause.until ? `${nl.card.until.toLowerCase()} ${longDay(pause.until)}` : null].filter(Boolean).join(', ') : ''
}

function lateBy({ invoice }: RemindingLine, today: Day): number {
  return invoice.dueOn ? daysBetween(invoice.dueOn, today) : 0
}
