import { type Day, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import { Actions, Button, ButtonLink, FieldGroup, Form, MoneyField, PercentField, TextField } from '#ui/fields.tsx'
import { Alert, Card, PageHead, Tag } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import type { Tone } from '#ui/tone.ts'
import { caseTexts } from './case.en.ts'
import {
  ASSUMPTIONS,
  type Assumption,
  type CaseFacts,
  type CaseLine,
  LINES,
  type Outcome,
  perYear,
  RESTS_ON,
  STANDINGS,
  type Standing,
  standingsOf,
  UNITS,
} from './case.rules.ts'
import { nameOf, PEOPLE, typedFacts, YEARS } from './case-form.ts'
import { outcomeWords } from './case-paper.ts'

const TONES: Readonly<Record<Standing, Tone>> = { measured: 'ok', assumed: 'warn', own: 'info' }

type Props = {
  readonly facts: CaseFacts | null
  readonly usual: CaseFacts
  readonly problems: Problems | null
  /** Nobody wrote down yet how high the benefit is today. */
  readonly noNorm: boolean
  /** Where it stands, in the language of the reader. */
  readonly address: string
  /** The question part of the address: the paper and a link open the same sum. */
  readonly query: string
  readonly today: Day
  readonly language: Language
}

/** The sum of a municipality: the outcome as a span, then every figure with where it comes from. Nothing is kept: the figures stand in the address. */
export function CasePage(props: Props) {
  const words = caseTexts(props.language)
  return (
    <div class="stack-l">
      <PageHead title={words.title} lead={words.lead} />
      <Alert tone="info" title={words.honest.title}>
        <p>{words.honest.text}</p>
      </Alert>
      {props.noNorm ? <Alert tone="warn">{words.noNorm}</Alert> : null}
      {props.facts ? <Result {...props} facts={props.facts} /> : null}
      <Figures {...props} />
    </div>
  )
}

function Result(props: Props & { readonly facts: CaseFacts }) {
  const { facts, language } = props
  const words = caseTexts(language)
  const said = outcomeWords(facts, language)
  const standing = standingsOf(facts, props.usual)
  const rows = [
    ...LINES.map((line) => ({ key: line as string, label: words.result.lines[line], span: said.found.lines[line], rests: restsOn(line, standing) })),
    { key: 'all', label: words.result.all, span: said.found.result, rests: [] },
    { key: 'year', label: words.result.year, span: perYear(said.found.result, facts.years), rests: [] },
  ]
  return (
    <Card title={fill(words.result.title, { years: facts.years })} id="uitkomst">
      <p class="strong big">{wholeAmounts(said.between)}</p>
      <SpanBar span={said.found.result} words={fill(words.result.bar, { low: said.about(said.found.result.low), high: said.about(said.found.result.high) })} />
      <Table
        caption={fill(words.result.title, { years: facts.years })}
        captionHidden
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'line', label: words.result.line, header: true, cell: ({ label }) => label },
          { key: 'against', label: words.result.against, numeric: true, cell: ({ span }) => said.about(span.low) },
          { key: 'favour', label: words.result.favour, numeric: true, cell: ({ span }) => said.about(span.high) },
          { key: 'rests', label: words.result.rests, cell: ({ rests }) => rests.map((each) => <Kind standing={each} language={language} key={each} />) },
        ]}
      />
      <ul>
        {said.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Actions>
        <ButtonLink href={`${props.address}/pdf${props.query}`} look="secondary" icon="download">
          {words.paper.button}
        </ButtonLink>
      </Actions>
    </Card>
  )
}

function Figures(props: Props) {
  const { language } = props
  const words = caseTexts(language)
  const typed = props.problems?.typed ?? typedFacts(props.facts ?? props.usual)
  const was = (name: string) => String(typed[name] ?? '')
  const standing = standingsOf(props.facts ?? props.usual, props.usual)
  return (
    <Form action={props.address} method="get" problems={props.problems}>
      <FieldGroup legend={words.form.about}>
        <div class="month-amounts">
          <TextField name={PEOPLE} label={words.form.people} value={was(PEOPLE)} inputMode="numeric" size={5} />
          <TextField name={YEARS} label={words.form.years} value={was(YEARS)} inputMode="numeric" size={3} />
        </div>
      </FieldGroup>
      <div class="stack-s">
        <h2>{words.form.figures}</h2>
        <p class="soft">{words.form.figuresHint}</p>
        <ul class="plain" aria-label={words.legend}>
          {STANDINGS.map((each) => (
            <li key={each}>
              <Kind standing={each} language={language} /> {words.standingSays[each]}
            </li>
          ))}
        </ul>
      </div>
      <div class="grid2">
        {ASSUMPTIONS.map((name) => (
          <FieldGroup key={name} legend={words.names[name]}>
            <p class="soft">
              <Kind standing={standing[name]} language={language} /> {fill(words.sources[name], { day: longDay(props.today, language) })}
            </p>
            <div class="month-amounts">
              {(['low', 'high'] as const).map((end) => (
                <End key={end} name={name} field={nameOf(name, end)} label={words.form[end]} value={was(nameOf(name, end))} />
              ))}
            </div>
          </FieldGroup>
        ))}
      </div>
      <Actions>
        <Button>{words.form.button}</Button>
        <a href={props.address}>{words.form.again}</a>
      </Actions>
    </Form>
  )
}

function End(props: { readonly name: Assumption; readonly field: string; readonly label: string; readonly value: string }) {
  const { field, label, value } = props
  return UNITS[props.name] === 'share' ? <PercentField name={field} label={label} value={value} /> : <MoneyField name={field} label={label} value={value} />
}

function Kind(props: { readonly standing: Standing; readonly language: Language }) {
  return <Tag tone={TONES[props.standing]}>{caseTexts(props.language).standing[props.standing]}</Tag>
}

function restsOn(line: CaseLine, standing: Readonly<Record<Assumption, Standing>>): Standing[] {
  return STANDINGS.filter((kind) => RESTS_ON[line].some((name) => standing[name] === kind))
}

/** From the least to the most on one line, with zero in it; the words say the same. */
function SpanBar(props: { readonly span: Outcome; readonly words: string }) {
  const [low, high] = [Number(props.span.low), Number(props.span.high)]
  const [from, to] = [Math.min(low, 0), Math.max(high, 0)]
  const at = (value: number) => (to === from ? 0 : ((value - from) / (to - from)) * 600)
  return (
    <svg viewBox="-4 0 608 36" role="img" aria-label={props.words} class="span-bar">
      <line x1="0" x2="600" y1="18" y2="18" stroke="currentColor" stroke-opacity="0.35" stroke-width="2" />
      {low < 0 ? <rect x={at(low)} y="10" width={Math.max(2, at(Math.min(high, 0)) - at(low))} height="16" rx="3" class="span-under" /> : null}
      {high > 0 ? <rect x={at(Math.max(low, 0))} y="10" width={Math.max(2, at(high) - at(Math.max(low, 0)))} height="16" rx="3" class="span-over" /> : null}
      <line x1={at(0)} x2={at(0)} y1="2" y2="34" stroke="currentColor" stroke-width="2" />
    </svg>
  )
}

/** Amounts in a sentence that stay on one line, with their minus. */
function wholeAmounts(sentence: string) {
  return sentence.split(/(−?€\u00a0[\d.,]*\d)/).map((part, index) => (index % 2 === 0 ? part : <span class="money-of">{part}</span>))
}
