import { minus, sum } from '#kit/money.ts'
import { fill, type Language } from '#kit/text.ts'
import { articlesEn, articlesNl, comparingTexts, rulesBeside, TextBeside } from '#rooms/agreements'
import { SAMPLE_NAMES, whatIfTexts } from '#rooms/settlement'
import { Actions, Button, Form, SelectField } from '#ui/fields.tsx'
import { Alert, Amount, Card, Crumbs, PageHead } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { texts } from '../lending.en.ts'
import { sourceOf, wordsOf } from '../lent-facts.ts'
import { type Beside, type BesideSide, ownKey } from './beside.ts'

type Props = Beside & { readonly base: string; readonly mayMonths: boolean; readonly language: Language }

/** Two agreements beside each other: as money, as rules, in words. Everything stands in the address. */
export function BesidePage(props: Props) {
  const { a, b, asked, language } = props
  const words = texts(language)
  const chose = asked.a !== '' && asked.b !== ''
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: props.base, label: words.title }]} />
      <PageHead title={words.beside.title} lead={words.beside.lead} read />
      <Choice {...props} />
      {chose && (!a || !b) ? <Alert tone="warn">{words.beside.missing}</Alert> : null}
      {a && b && a.key === b.key ? <Alert tone="info">{words.beside.same}</Alert> : null}
      {a && b && a.key !== b.key ? (
        <>
          <Sides {...props} a={a} b={b} />
          <Money {...props} />
          <Rules a={a} b={b} language={language} />
          <TextBeside before={a.articles} after={b.articles} words={comparingTexts[language].beside} language={language} />
        </>
      ) : null}
    </div>
  )
}

function Choice(props: Props) {
  const { asked, language } = props
  const words = texts(language).beside
  const samples = whatIfTexts[language].samples
  const options = [
    ...props.own.map(({ id, number }) => ({ value: ownKey(id), label: fill(words.own, { number }) })),
    ...props.lent.map((lent) => ({ value: lent.slug, label: wordsOf(lent, language).title })),
  ]
  return (
    <Form action={`${props.base}/vergelijken`} method="get" label={words.title} class="form find roomy">
      <SelectField name="a" label={words.a} value={asked.a} options={options} empty="" />
      <SelectField name="b" label={words.b} value={asked.b} options={options} empty="" />
      <SelectField
        name="jaar"
        label={words.year}
        value={asked.year === 'months' ? 'maanden' : asked.year}
        options={[
          ...SAMPLE_NAMES.map((value) => ({ value, label: samples[value].name })),
          ...(props.mayMonths ? [{ value: 'maanden', label: words.months }] : []),
        ]}
      />
      <Actions>
        <Button>{words.go}</Button>
      </Actions>
    </Form>
  )
}

function Sides(props: Props & { readonly a: BesideSide; readonly b: BesideSide }) {
  const { language } = props
  const words = texts(language).beside
  return (
    <ul>
      {(['a', 'b'] as const).map((letter) => {
        const { lent, number, key } = props[letter]
        return (
          <li key={letter}>
            <b>{letter.toUpperCase()}</b>:{' '}
            {lent ? (
              <>
                <a href={`${props.base}/${key}`} lang={wordsOf(lent, language).lang}>
                  {wordsOf(lent, language).title}
                </a>{' '}
                <span class="soft">({sourceOf(lent, language)})</span>
              </>
            ) : (
              <a href={`/afspraken/${key.replace(/^eigen-/, '')}`}>{fill(words.own, { number: number ?? '' })}</a>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Money({ asked, outcome, language }: Props) {
  const words = texts(language).beside
  const names = (language === 'nl' ? articlesNl : articlesEn).receiverNames
  if (!outcome) return asked.year === 'months' ? <Alert tone="info">{words.noMonths}</Alert> : null
  const about = asked.year === 'months' ? words.monthsNote : fill(words.invented, { about: whatIfTexts[language].samples[asked.year].about })
  return (
    <Card title={words.money} class="stack">
      <p>{about}</p>
      <Table
        caption={words.money}
        captionHidden
        rows={outcome.lines}
        rowKey={(row) => row.receiver}
        columns={[
          { key: 'receiver', label: words.receiver, header: true, cell: (row) => (row.receiver === 'undivided' ? words.undivided : names[row.receiver]) },
          { key: 'a', label: 'A', numeric: true, cell: (row) => <Amount cents={row.now} /> },
          { key: 'b', label: 'B', numeric: true, cell: (row) => <Amount cents={row.would} /> },
          { key: 'difference', label: words.difference, numeric: true, phone: 'beside', cell: (row) => <Amount cents={minus(row.would, row.now)} signed /> },
        ]}
        foot={[
          {
            key: 'total',
            cells: {
              receiver: words.total,
              a: <Amount cents={sum(outcome.lines.map((line) => line.now))} />,
              b: <Amount cents={sum(outcome.lines.map((line) => line.would))} />,
              difference: <Amount cents={sum(outcome.lines.map((line) => minus(line.would, line.now)))} signed />,
            },
          },
        ]}
      />
    </Card>
  )
}

function Rules(props: { readonly a: BesideSide; readonly b: BesideSide; readonly language: Language }) {
  const words = texts(props.language).beside
  const said = (words_: string | null) => words_ ?? <span class="soft">{words.nothing}</span>
  return (
    <Card title={words.rules}>
      <Table
        caption={words.rules}
        captionHidden
        rows={rulesBeside(props.a.articles, props.b.articles, props.language)}
        rowKey={({ what }) => what}
        columns={[
          { key: 'what', label: words.rule, header: true, cell: ({ what }) => what },
          { key: 'a', label: 'A', cell: ({ before }) => said(before) },
          { key: 'b', label: 'B', cell: (row) => (row.before === row.after ? <span class="soft">{said(row.after)}</span> : <b>{said(row.after)}</b>) },
        ]}
      />
    </Card>
  )
}
