import { longInstant } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import { Button, ButtonLink, Form, TextArea } from '#ui/fields.tsx'
import { Card, Crumbs, Empty, PageHead, Tag } from '#ui/parts.tsx'
import type { accessTextsOf } from '../access.en.ts'
import type { Look } from '../access.sql.ts'
import { wordsFor } from '../permissions/words.en.ts'
import { isAction } from '../permissions.rules.ts'

type Words = ReturnType<typeof accessTextsOf>

/** Each look at oneself, newest first, with the way to ask about it. */
export function LooksPage(props: { looks: readonly Look[]; words: Words; language: Language }) {
  const words = props.words.looksPage
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} lead={words.intro} read />
      {props.looks.length === 0 ? (
        <Empty title={words.empty} what={words.emptyNext} />
      ) : (
        <ul class="list">
          {props.looks.map((look) => (
            <li class="row between" key={look.id}>
              <Told look={look} words={props.words} language={props.language} />
              {look.asked ? (
                <Tag tone="wait">{words.asked}</Tag>
              ) : (
                <ButtonLink href={`/wie-keek/${look.id}`} look="secondary" size="small" icon="question">
                  {words.ask}
                </ButtonLink>
              )}
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href="/toegang">{words.may}</a>
      </p>
    </div>
  )
}

/** The question about one look. */
export function AskPage(props: {
  look: Look
  words: Words
  language: Language
  keys: { csrf: string; key: string }
  hasMail: boolean
  problems: Problems | null
}) {
  const words = props.words.askPage
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/wie-keek', label: props.words.looksPage.title }]} />
      <PageHead title={words.title} lead={fill(words.intro, { organisation: props.look.organisation })} />
      <Card>
        <Told look={props.look} words={props.words} language={props.language} />
      </Card>
      <Form action={`/wie-keek/${props.look.id}`} keys={props.keys} problems={props.problems}>
        <TextArea name="vraag" label={words.text} hint={words.textHint} rows={4} maxLength={1000} />
        <p class="soft">{props.hasMail ? words.goes : words.goesNoMail}</p>
        <Button icon="send">{words.send}</Button>
      </Form>
    </div>
  )
}

export function AskedPage(props: { words: Words }) {
  const words = props.words.askPage
  return (
    <div class="narrow stack-l">
      <PageHead title={words.sent} lead={words.sentText} />
      <p>
        <ButtonLink href="/wie-keek">{words.back}</ButtonLink>
      </p>
    </div>
  )
}

function Told(props: { look: Look; words: Words; language: Language }) {
  const { look, words, language } = props
  const why = Object.hasOwn(words.looked, look.action)
    ? words.looked[look.action as keyof Words['looked']]
    : isAction(look.action)
      ? wordsFor(look.action, language)
      : look.action
  return (
    <div>
      <p class="strong">{fill(words.looksPage.of, { role: words.roles[look.role], organisation: look.organisation })}</p>
      <p>{fill(words.looksPage.toDo, { words: why })}</p>
      <p class="soft small">{longInstant(look.at, props.language)}</p>
    </div>
  )
}
