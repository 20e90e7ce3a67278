import type { ComponentChildren } from 'preact'
import { clockTime, longDay, longInstant } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill, type Language, list } from '#kit/text.ts'
import { Button, ButtonLink, Form, TextArea } from '#ui/fields.tsx'
import { Card, Crumbs, Empty, PageHead, Tag } from '#ui/parts.tsx'
import type { accessTextsOf } from '../access.en.ts'
import type { Look } from '../access.sql.ts'
import { askable, togetherByDay } from '../asking/looks.rules.ts'
import { whyOf } from '../asking/why.ts'

type Words = ReturnType<typeof accessTextsOf>

/** Who looked at oneself, newest first: what one person opened more than once on a day stands once. With the way to ask about it. */
export function LooksPage(props: { looks: readonly Look[]; words: Words; language: Language }) {
  const words = props.words.looksPage
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} lead={words.intro} read />
      {props.looks.length === 0 ? (
        <Empty title={words.empty} what={words.emptyNext} />
      ) : (
        <ul class="list">
          {togetherByDay(props.looks).map((group) => {
            const { on, looks } = group
            const [newest] = looks
            const open = askable(group)
            return (
              <li class="row between" key={newest.id}>
                <Told look={newest} words={props.words} language={props.language}>
                  {looks.length > 1
                    ? fill(words.times, {
                        day: longDay(on, props.language),
                        count: looks.length,
                        times: list([...new Set(looks.map((each) => clockTime(each.at)))].toReversed(), words.and),
                      })
                    : longInstant(newest.at, props.language)}
                </Told>
                {open ? (
                  <ButtonLink href={`/wie-keek/${open.id}`} look="secondary" size="small" icon="question">
                    {words.ask}
                  </ButtonLink>
                ) : (
                  <Tag tone="wait">{words.asked}</Tag>
                )}
              </li>
            )
          })}
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
        <Told look={props.look} words={props.words} language={props.language}>
          {longInstant(props.look.at, props.language)}
        </Told>
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

function Told(props: { look: Look; words: Words; language: Language; children: ComponentChildren }) {
  const { look, words, language } = props
  return (
    <div>
      <p class="strong">{fill(words.looksPage.of, { role: words.roles[look.role], organisation: look.organisation })}</p>
      <p>{whyOf(look.action, language)}</p>
      <p class="soft small">{props.children}</p>
    </div>
  )
}
