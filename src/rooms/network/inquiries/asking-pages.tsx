import { addDays, type Day, longDay, longInstant } from '#kit/day.ts'
import { type Problems, typedValue } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import { Actions, Button, ButtonLink, DayField, Form, HiddenField, RadioCards, TextArea, TextField } from '#ui/fields.tsx'
import { Alert, Card, Facts, Fold, PageHead, Quoted } from '#ui/parts.tsx'
import { Prose } from '#ui/prose.tsx'
import type { PublicText } from '../texts/texts.rules.ts'
import { texts } from './inquiries.en.ts'
import { INQUIRY_KINDS, type InquiryStanding, PRESENTATION_FORMS } from './inquiries.rules.ts'
import type { Inquiry, InquiryMessage } from './inquiries.sql.ts'

const FOR_PRESENTATION = ['wished1', 'wished2', 'wished3', 'form', 'spoken', 'region'] as const

type Keys = { readonly csrf: string; readonly key: string }

/** How to reach the network, with the form; what was answered before goes along only when the visitor says so. */
export function ContactPage(props: {
  readonly text: PublicText
  readonly language: Language
  readonly open: boolean
  readonly brought: { readonly letters: string; readonly words: string } | null
  readonly today: Day
  readonly shown: string
  readonly keys: Keys
  readonly problems: Problems | null
}) {
  const words = texts(props.language)
  return (
    <div class="narrow stack-l">
      <PageHead title={props.text.title} lead={props.text.intro} read />
      <Prose text={props.text.body} />
      {props.open ? <AskForm {...props} /> : <Alert tone="info">{words.refusals.noDesk.next}</Alert>}
    </div>
  )
}

function AskForm(props: Parameters<typeof ContactPage>[0]) {
  const words = texts(props.language).form
  const { problems, brought } = props
  // Whoever chose a presentation, or typed or left something wrong in there, comes back to what is open.
  const opened = typedValue(problems, 'kind') === 'presentation' || FOR_PRESENTATION.some((name) => problems?.fields[name] || typedValue(problems, name) !== '')
  return (
    <Card title={words.title} id="vraag">
      <Form action={props.language === 'en' ? '/en/contact' : '/contact'} keys={props.keys} problems={problems}>
        <HiddenField name="_shown" value={props.shown} />
        <RadioCards
          name="kind"
          label={words.kind}
          value={typedValue(problems, 'kind')}
          options={INQUIRY_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind][0] ?? '', hint: words.kinds[kind][1] }))}
        />
        <TextArea name="words" label={words.words} hint={words.wordsHint} rows={6} maxLength={3000} />
        <TextField name="name" label={words.name} autocomplete="name" maxLength={100} />
        <TextField name="email" type="email" label={words.email} hint={words.emailHint} autocomplete="email" maxLength={254} />
        <TextField name="organisation" label={words.organisation} autocomplete="organization" maxLength={120} optional />
        <Fold summary={words.only} open={opened}>
          <p class="soft">{words.onlyHint}</p>
          <div class="stack">
            {['1', '2', '3'].map((nr) => (
              <DayField key={nr} name={`wished${nr}`} label={fill(words.wished, { nr })} min={addDays(props.today, 1)} optional />
            ))}
            <RadioCards name="form" label={words.how} options={PRESENTATION_FORMS.map((form) => ({ value: form, label: words.hows[form] }))} optional />
            <TextField name="spoken" label={words.spoken} maxLength={60} optional />
            <TextField name="region" label={words.region} maxLength={80} optional />
          </div>
        </Fold>
        {brought ? (
          <>
            <HiddenField name="a" value={brought.letters} />
            <Prose text={brought.words.replaceAll('\n', '\n\n')} />
            <RadioCards
              name="along"
              label={words.along}
              options={[
                { value: 'ja', label: words.alongYes },
                { value: 'nee', label: words.alongNo },
              ]}
            />
          </>
        ) : null}
        <div class="vh">
          <label for="leeg">{words.trap}</label>
          <input id="leeg" name="leeg" type="text" tabIndex={-1} autocomplete="off" value="" />
        </div>
        <p class="soft">{words.kept}</p>
        <Actions>
          <Button after="arrow">{words.send}</Button>
        </Actions>
      </Form>
    </Card>
  )
}

/** How an inquiry goes, for whoever holds its address. */
export function InquiryPage(props: {
  readonly inquiry: Inquiry
  readonly messages: readonly InquiryMessage[]
  readonly standing: InquiryStanding
  readonly today: Day
  readonly language: Language
  readonly address: string
  readonly keys: () => Keys
  readonly problems: Problems | null
}) {
  const { inquiry, language, standing } = props
  const words = texts(language).status
  const again = standing === 'taken' && inquiry.firstAnswerAt !== null
  const day = longDay(inquiry.lastDay, language)
  return (
    <div class="narrow stack-l">
      <PageHead title={fill(words.title, { nr: inquiry.nr })} lead={words.lead} read />
      <Alert tone={standing === 'late' ? 'warn' : standing === 'answered' || standing === 'closed' ? 'ok' : 'info'}>
        {fill(words.standings[again ? 'again' : standing], { day })}
      </Alert>
      {inquiry.presentation ? <PresentationCard {...props} /> : null}
      <section class="stack-s">
        <h2>{words.thread}</h2>
        <Quoted source={fill(words.asked, { at: longInstant(inquiry.askedAt, language) })}>{inquiry.words}</Quoted>
        <Facts items={askedFor(inquiry, language)} />
        {props.messages.map((message) => (
          <Quoted key={message.id} source={fill(words.wrote, { who: message.writtenBy ? words.network : words.you, at: longInstant(message.at, language) })}>
            {message.words}
          </Quoted>
        ))}
      </section>
      {inquiry.closedAt ? null : (
        <Form action={`${props.address}/bericht`} keys={props.keys()} problems={props.problems}>
          <TextArea name="words" label={words.more} rows={4} maxLength={3000} />
          <Actions>
            <Button>{words.send}</Button>
          </Actions>
        </Form>
      )}
    </div>
  )
}

/** What it is about, and what was wished for a presentation: so that the asker sees whether it came across. */
function askedFor({ kind, wished, form, spoken, region }: Inquiry, language: Language) {
  const words = texts(language).form
  return [
    { label: words.kind, value: words.kinds[kind][0] ?? '' },
    ...wished.map((day, index) => ({ label: fill(words.wished, { nr: index + 1 }), value: longDay(day, language) })),
    ...(form ? [{ label: words.how, value: words.hows[form] }] : []),
    ...(spoken ? [{ label: words.spoken, value: spoken }] : []),
    ...(region ? [{ label: words.region, value: region }] : []),
  ]
}

function PresentationCard(props: Parameters<typeof InquiryPage>[0]) {
  const { inquiry, language, today } = props
  const words = texts(language).status
  const { presentation, evaluation } = inquiry
  if (!presentation) return null
  const marks = words.marks.map((label, index) => ({ value: String(index + 1), label }))
  return (
    <Card title={words.presentation}>
      <Facts
        items={[
          { label: words.when, value: fill(words.at, { day: longDay(presentation.on, language), starts: presentation.starts, minutes: presentation.minutes }) },
          { label: words.where, value: presentation.place },
          { label: words.who, value: presentation.giver },
        ]}
      />
      {presentation.on >= today ? (
        <Actions>
          <ButtonLink href={`${props.address}/agenda.ics`} look="secondary" icon="calendar" download>
            {words.calendar}
          </ButtonLink>
        </Actions>
      ) : null}
      {evaluation ? <p>{words.thanks}</p> : null}
      {!evaluation && presentation.on <= today ? (
        <Form action={`${props.address}/mening`} keys={props.keys()} problems={props.problems}>
          <h3>{words.howWasIt}</h3>
          <RadioCards name="clear" label={words.clear} options={marks} />
          <RadioCards name="useful" label={words.useful} options={marks} />
          <TextArea name="missed" label={words.missed} rows={3} maxLength={1000} optional />
          <Button>{words.send}</Button>
        </Form>
      ) : null}
    </Card>
  )
}
