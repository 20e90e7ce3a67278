import { percent, plainEuro, WHOLE } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import { COST_KINDS, organisationTexts } from '#rooms/organisations'
import { CheckCards, CheckField, type Option, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { articlesNl } from '../articles/articles.nl.ts'
import { type Article, CHANGEABLE, EXIT_RECEIVERS, isStep, letterOf, numberOfStep, POT_EXIT_RECEIVERS, type StepArticle } from '../articles/articles.rules.ts'
import { agreementText } from '../articles/text.rules.ts'
import { BASES, LOSS_BEARERS, OWN_POTS, PERIODS, RECEIVERS } from '../dividing/language.rules.ts'
import { officeNl } from '../pages/office.nl.ts'
import { THRESHOLDS, UNITS } from './editor-form.ts'
import { InsetInput, InsetSelect } from './inset.tsx'

const words = officeNl.editor
const RECEIVER_OPTIONS = receiverOptions(RECEIVERS)
const BASE_OPTIONS = BASES.map((value) => ({ value, label: articlesNl.bases[value] }))

/** The fields of an article, in the middle of its own sentences. */
export function ArticleFields(props: { article: Article; articles: readonly Article[]; prefix: string }) {
  const { article, prefix } = props
  const name = (field: string) => `${prefix}${field}`
  switch (article.kind) {
    case 'weights':
      return <WeightFields article={article} name={name} />
    case 'fixed':
      return (
        <>
          <p class="sentence">
            {words.say.everyMonth} <InsetInput name={name('cents')} label={words.amount} value={plainEuro(article.cents)} before="€" wide /> {words.say.of}{' '}
            <InsetSelect name={name('base')} label={words.divideBase} value={article.base} options={BASE_OPTIONS} /> {words.say.to}{' '}
            <InsetSelect name={name('receiver')} label={fill(words.receiver, { mark: '' })} value={article.receiver} options={RECEIVER_OPTIONS} />.
          </p>
          <ThresholdFields article={article} name={name} />
          <ShortField value={article.short} name={name} />
        </>
      )
    case 'fill':
      return (
        <>
          <p class="sentence">
            {words.say.weFill}{' '}
            <InsetSelect name={name('receiver')} label={fill(words.receiver, { mark: '' })} value={article.receiver} options={receiverOptions(OWN_POTS)} />{' '}
            {words.say.upTo} <InsetInput name={name('level')} label={words.level} value={plainEuro(article.level)} before="€" wide /> {words.say.with}{' '}
            <InsetSelect name={name('base')} label={words.divideBase} value={article.base} options={BASE_OPTIONS} />.
          </p>
          <ThresholdFields article={article} name={name} />
        </>
      )
    case 'cap':
      return <CapFields {...props} article={article} name={name} />
    case 'basis':
      return (
        <p class="sentence">
          {words.say.weDivide}{' '}
          <InsetSelect
            name={name('basis')}
            label={words.basis}
            value={article.basis}
            options={(['received', 'invoiced'] as const).map((value) => ({ value, label: words.bases[value] }))}
          />
          {words.say.withoutVat}
        </p>
      )
    case 'costs':
      return (
        <>
          <p class="sentence">
            {words.say.fromTurnover}{' '}
            <InsetSelect
              name={name('which')}
              label={words.costs}
              value={article.costs === 'all' ? 'all' : 'some'}
              options={[
                { value: 'all', label: words.costsAll },
                { value: 'some', label: words.costsSome },
              ]}
            />{' '}
            {words.say.off}
          </p>
          <CheckCards
            name={name('kinds')}
            label={words.costKinds}
            columns={2}
            values={article.costs === 'all' ? [] : article.costs}
            options={COST_KINDS.map((value) => ({ value, label: organisationTexts.nl.costKinds[value] }))}
            optional
          />
        </>
      )
    case 'loss':
      return (
        <>
          <CheckField name={name('carried')} label={words.carried} checked={article.carried} />
          <CheckField name={name('turnoverSteps')} label={words.turnoverSteps} checked={article.turnoverSteps} />
          <SelectField
            name={name('inTheEnd')}
            label={words.inTheEnd}
            value={article.inTheEnd}
            options={LOSS_BEARERS.map((value) => ({ value, label: articlesNl.lossBearers[value] }))}
          />
        </>
      )
    case 'exit':
      return (
        <>
          {(['businessTo', 'developmentTo'] as const).map((pot) => (
            <SelectField
              key={pot}
              name={name(pot)}
              label={words[pot]}
              value={article[pot] ?? ''}
              options={[{ value: '', label: words.potUnsaid }, ...receiverOptions(POT_EXIT_RECEIVERS)]}
              optional
            />
          ))}
          <TextField name={name('fundOf')} label={words.fundOf} hint={words.fundOfHint} value={article.fundOf ?? ''} maxLength={120} optional />
          <CheckField name={name('setsOff')} label={words.setsOff} checked={article.setsOff === true} />
          <SelectField name={name('lateMoneyTo')} label={words.lateMoney} value={article.lateMoneyTo} options={receiverOptions(EXIT_RECEIVERS)} />
        </>
      )
    case 'change':
      return (
        <>
          <CheckCards
            name={name('reserved')}
            label={words.reserved}
            hint={words.reservedHint}
            values={article.reserved}
            options={CHANGEABLE.map((value) => ({ value, label: articlesNl.changeable[value] }))}
            optional
          />
          <TextField name={name('noticeDays')} label={words.noticeDays} value={String(article.noticeDays)} inputMode="numeric" size={4} />
        </>
      )
    case 'free':
      return (
        <>
          <TextField name={name('title')} label={words.freeTitle} value={article.title} maxLength={80} />
          <TextArea name={name('text')} label={words.freeText} value={article.text} rows={3} maxLength={1000} />
        </>
      )
    default:
      return (
        <>
          {agreementText([article])[0]?.sentences.map((sentence) => (
            <p key={sentence.text}>{sentence.text}</p>
          ))}
        </>
      )
  }
}

type Name = (field: string) => string

function WeightFields(props: { article: Extract<Article, { kind: 'weights' }>; name: Name }) {
  const { article, name } = props
  const parts = article.whole === WHOLE
  const shares = [...article.shares, null]
  return (
    <>
      <p class="sentence">
        {words.divideBase} <InsetSelect name={name('base')} label={words.divideBase} value={article.base} options={BASE_OPTIONS} />.
      </p>
      <p class="sentence">
        {words.unit}:{' '}
        <InsetSelect
          name={name('unit')}
          label={words.unit}
          value={parts ? 'percent' : 'parts'}
          options={UNITS.map((value) => ({ value, label: words.units[value] }))}
        />{' '}
        {parts ? null : <InsetInput name={name('whole')} label={words.whole} value={String(article.whole)} before={words.whole} />}
      </p>
      <p class="soft small">{words.unitHint}</p>
      {shares.map((share, j) => {
        const mark = letterOf(j, shares.length)
        return (
          <p class="sentence" key={mark}>
            <b class="ab">{mark}</b>{' '}
            <InsetInput
              name={name(`weight${j}`)}
              label={fill(words.part, { mark })}
              value={share ? (parts ? percent(share.weight).replace('%', '') : String(share.weight)) : ''}
              after={parts ? '%' : `/ ${article.whole}`}
            />{' '}
            {words.partOf}{' '}
            <InsetSelect
              name={name(`receiver${j}`)}
              label={fill(words.receiver, { mark })}
              value={share?.receiver ?? ''}
              options={RECEIVER_OPTIONS}
              empty={words.choose}
            />
          </p>
        )
      })}
      <ThresholdFields article={article} name={name} />
      <ShortField value={article.short} name={name} />
    </>
  )
}

function ThresholdFields(props: { article: StepArticle; name: Name }) {
  const { threshold } = props.article
  return (
    <p class="sentence">
      {words.threshold}:{' '}
      <InsetSelect
        name={props.name('threshold')}
        label={words.threshold}
        value={threshold?.kind ?? 'none'}
        options={THRESHOLDS.map((value) => ({ value, label: words.thresholds[value] }))}
      />{' '}
      <InsetInput name={props.name('over')} label={words.over} value={threshold ? plainEuro(threshold.over) : ''} before="€" wide />
    </p>
  )
}

function ShortField(props: { value: 'lapses' | 'carried'; name: Name }) {
  return (
    <p class="sentence">
      {words.short}:{' '}
      <InsetSelect
        name={props.name('short')}
        label={words.short}
        value={props.value}
        options={(['lapses', 'carried'] as const).map((value) => ({ value, label: words.shorts[value] }))}
      />
    </p>
  )
}

function CapFields(props: { article: Extract<Article, { kind: 'cap' }>; articles: readonly Article[]; name: Name }) {
  const { article, name } = props
  const steps = props.articles
    .filter(isStep)
    .map((step) => ({ value: step.id, label: fill(words.capArticle, { number: numberOfStep(props.articles, step.id) ?? '' }) }))
  return (
    <>
      <p class="sentence">
        {words.say.toWhom} <InsetSelect name={name('receiver')} label={words.capReceiver} value={article.receiver} options={RECEIVER_OPTIONS} />{' '}
        {words.say.atMost} <InsetInput name={name('cents')} label={words.capCents} value={plainEuro(article.cents)} before="€" wide />{' '}
        <InsetSelect name={name('per')} label={words.capPer} value={article.per} options={PERIODS.map((value) => ({ value, label: words.capPers[value] }))} />.
      </p>
      <p class="sentence">
        {words.capStep}: <InsetSelect name={name('step')} label={words.capStep} value={article.step ?? ''} options={steps} empty={words.capAll} />
      </p>
      <p class="sentence">
        {words.surplusTo}{' '}
        <InsetSelect
          name={name('surplusTo')}
          label={words.surplusTo}
          value={article.surplusTo}
          options={[...RECEIVER_OPTIONS, { value: 'nextStep', label: words.nextStep }]}
          empty={words.choose}
        />
        .
      </p>
    </>
  )
}

function receiverOptions(receivers: readonly (keyof typeof articlesNl.receivers)[]): Option[] {
  return receivers.map((value) => ({ value, label: articlesNl.receivers[value] }))
}
