import { dayOf, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import { PaperParts, type Partner, type PartnerAnswer, type PartnerPiece, partnerTexts } from '#rooms/coaching'
import { Actions, Button, Form, HiddenField, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Alert, Card, PageHead, Quoted } from '#ui/parts.tsx'

type Keys = { readonly csrf: string; readonly key: string }

/** The door: a code, or a kind sentence where nothing can be seen any more. */
export function CodePage(props: {
  readonly token: string
  readonly member: string
  readonly open: boolean
  readonly wrong: boolean
  readonly language: Language
  readonly keys: Keys
}) {
  const words = partnerTexts(props.language)
  const { along } = words
  const wrong = words.refusals.wrongCode
  return (
    <div class="narrow stack-l">
      <PageHead title={along.title} />
      {props.open ? (
        <Card title={along.code}>
          <p>{along.codeText}</p>
          <Form
            action={`/meekijken/${props.token}`}
            keys={props.keys}
            problems={props.wrong ? { sentence: wrong, fields: { code: wrong.what }, typed: {} } : null}
          >
            <TextField name="code" label={along.codeLabel} inputMode="numeric" autocomplete="one-time-code" size={8} maxLength={9} />
            <Actions>
              <Button>{along.open}</Button>
            </Actions>
          </Form>
        </Card>
      ) : (
        <Alert tone="info" title={along.over.title}>
          <p>{fill(along.over.text, { member: props.member })}</p>
        </Alert>
      )}
    </div>
  )
}

/** Exactly the chosen pieces, and room to confirm one or to leave a message. */
export function AlongPage(props: {
  readonly token: string
  readonly code: string
  readonly invitation: Partner & { readonly pieces: readonly PartnerPiece[]; readonly answers: readonly PartnerAnswer[] }
  readonly language: Language
  readonly keys: () => Keys
  readonly problems: { readonly at: 'right' | 'message'; readonly problems: Problems } | null
}) {
  const { invitation, language, problems } = props
  const words = partnerTexts(language)
  const { along } = words
  const member = invitation.memberName
  const action = `/meekijken/${props.token}/antwoord`
  const of = (at: 'right' | 'message') => (problems?.at === at ? problems.problems : null)
  return (
    <div class="narrow stack-l">
      <PageHead title={along.title} lead={fill(along.lead, { member, day: longDay(invitation.until, language) })} />
      {invitation.pieces.map((piece) => (
        <Card title={piece.title} look="sheet" key={piece.id}>
          <PaperParts parts={piece.parts} caption={piece.title} />
        </Card>
      ))}
      {invitation.answers.length > 0 ? (
        <Card title={along.said}>
          {invitation.answers.map((each) => (
            <Quoted key={`${each.at} ${each.about}`} source={`${each.name}, ${longDay(dayOf(each.at), language)}`}>
              {each.words ?? each.about}
            </Quoted>
          ))}
        </Card>
      ) : null}
      <Card title={along.right}>
        <p>{fill(along.rightText, { member })}</p>
        <Form action={action} keys={props.keys()} problems={of('right')} ids="klopt">
          <HiddenField name="code" value={props.code} />
          <SelectField name="about" label={along.piece} options={invitation.pieces.map(({ title }) => ({ value: title, label: title }))} />
          <TextField name="name" label={along.name} value={invitation.name} maxLength={80} />
          <Actions>
            <Button look="secondary">{along.sayRight}</Button>
          </Actions>
        </Form>
      </Card>
      <Card title={along.message}>
        <Form action={action} keys={props.keys()} problems={of('message')} ids="bericht">
          <HiddenField name="code" value={props.code} />
          <HiddenField name="kind" value="message" />
          <TextArea name="words" label={along.words} rows={4} maxLength={1000} />
          <TextField name="name" label={along.name} value={invitation.name} maxLength={80} />
          <Actions>
            <Button look="secondary">{along.send}</Button>
          </Actions>
        </Form>
      </Card>
    </div>
  )
}
