import type { ComponentChildren } from 'preact'
import { cents } from '#kit/money.ts'
import type { Language } from '#kit/text.ts'
import { ButtonLink } from '#ui/fields.tsx'
import { Icon } from '#ui/icons.tsx'
import { Pot } from '#ui/pot.tsx'
import { Prose } from '#ui/prose.tsx'
import { River, type RiverShare } from '#ui/river.tsx'
import { texts } from '../network.en.ts'
import type { PublicText } from '../texts/texts.rules.ts'

/** What a hundred euros without VAT could become; the amounts are an example and add up. */
const EXAMPLE = { costs: 2000, municipality: 800, cooperative: 1600, development: 1600, business: 4000 } as const
const FULL = cents(100)

/** The public page: what it is, how it works, what it does and does not promise. */
export function FrontPage(props: { text: PublicText; language: Language; demo: boolean }) {
  const words = texts(props.language).front
  const check = props.language === 'en' ? '/en/iets-voor-mij' : '/iets-voor-mij'
  return (
    <>
      <section class="hero">
        <div class="hero-text">
          <h1 class="display">{props.text.title}</h1>
          <p class="lead">{props.text.intro}</p>
          <div class="actions">
            <ButtonLink href={check} size="big" after="arrow">
              {words.check}
            </ButtonLink>
            <ButtonLink href="#zo-werkt-het" size="big" look="secondary">
              {words.how}
            </ButtonLink>
          </div>
          <p class="soft">{words.applyNote}</p>
        </div>
        <div class="sill hero-pots">
          <div class="sill-row">
            <Pot label={words.pots[0] ?? ''} cents={cents(12)} full={FULL} marks={false} />
            <Pot label={words.pots[1] ?? ''} cents={cents(62)} full={FULL} kind="branch" marks={false} />
            <Pot label={words.pots[2] ?? ''} cents={cents(100)} full={FULL} marks={false} />
          </div>
        </div>
      </section>
      <section class="band" id="zo-werkt-het">
        <div class="wrap">
          <h2>{words.how}</h2>
          <ol class="grid3 how">
            {words.steps.map(([title, text], index) => (
              <li key={title}>
                <span class="howno" aria-hidden="true">
                  {index + 1}
                </span>
                <h3>{title}</h3>
                <p>{text}</p>
              </li>
            ))}
          </ol>
        </div>
      </section>
      <section class="part">
        <h2>{words.river.title}</h2>
        <p class="soft">{words.river.note}</p>
        <River total={cents(10000)} shares={exampleShares(words.river.shares)} words={words.river} noTable />
      </section>
      <section class="grid2">
        <Promises title={words.expect} lines={words.expects} />
        <Promises title={words.not} lines={words.nots} not />
      </section>
      <section class="story">
        <div class="story-pic">
          <Pot label={words.quotePot} cents={cents(100)} full={FULL} kind="branch" marks={false} trim />
        </div>
        <blockquote>
          <p class="quote">{words.quote}</p>
          <p class="soft">{words.quoteBy}</p>
        </blockquote>
      </section>
      <Invitation title={words.begin} text={words.beginText}>
        <ButtonLink href="/aanmelden" after="arrow">
          {words.apply}
        </ButtonLink>
        {props.demo ? (
          <ButtonLink href="/inloggen" look="secondary">
            {words.demo}
          </ButtonLink>
        ) : null}
      </Invitation>
      <section class="narrow">
        <Prose text={props.text.body} />
      </section>
    </>
  )
}

function Promises(props: { title: string; lines: readonly string[]; not?: boolean }) {
  return (
    <div class={props.not ? 'card flat' : 'card'}>
      <h2>{props.title}</h2>
      <ul class={props.not ? 'ticks no' : 'ticks'}>
        {props.lines.map((line) => (
          <li key={line}>
            <Icon name={props.not ? 'cross' : 'check'} />
            <span>{line}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Invitation(props: { title: string; text: string; children: ComponentChildren }) {
  return (
    <section class="gem-card">
      <div>
        <h2>{props.title}</h2>
        <p>{props.text}</p>
      </div>
      <div class="actions">{props.children}</div>
    </section>
  )
}

function exampleShares(words: Readonly<Record<keyof typeof EXAMPLE, readonly string[]>>): RiverShare[] {
  return (Object.keys(EXAMPLE) as (keyof typeof EXAMPLE)[]).map((kind) => ({
    kind,
    cents: cents(EXAMPLE[kind]),
    label: words[kind][0] ?? '',
    article: words[kind][1],
  }))
}
