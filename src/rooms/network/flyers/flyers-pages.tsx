import { fill, type Language } from '#kit/text.ts'
import { Actions, Button, ButtonLink, Form, SelectField } from '#ui/fields.tsx'
import { Card, Crumbs, Facts, PageHead } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import type { FlyerText } from './flyer-text.ts'
import { texts } from './flyers.en.ts'
import { nl } from './flyers.nl.ts'
import { FLYERS, type Flyer, flyerAddress, type Sender, SHEETS, type takenOf } from './flyers.rules.ts'

const listAddress = (language: Language) => (language === 'en' ? '/en/flyers' : '/flyers')

/** The flyers, with whose they are. */
export function FlyersPage(props: { readonly senders: readonly Sender[]; readonly sender: Sender; readonly language: Language }) {
  const { sender, language } = props
  const words = texts(language)
  const groups = { cooperative: words.cooperatives, municipality: words.municipalities }
  const options = props.senders.flatMap(({ kind, id, name }) => (kind === 'network' ? [] : [{ value: id, label: name, group: groups[kind] }]))
  return (
    <div class="stack-l">
      <PageHead title={words.title} lead={words.lead} read />
      <Form action={listAddress(language)} method="get" label={words.sender}>
        <SelectField
          name="van"
          label={words.sender}
          hint={words.senderHint}
          value={sender.kind === 'network' ? '' : sender.id}
          empty={words.network}
          options={options}
          optional
        />
        <Actions>
          <Button>{words.choose}</Button>
        </Actions>
      </Form>
      <p>{fill(words.from, { name: sender.name })}</p>
      <div class="grid3">
        {FLYERS.map((flyer) => (
          <Card title={words.flyers[flyer].readers} key={flyer}>
            <p>{words.flyers[flyer].title}</p>
            <Actions>
              <ButtonLink href={flyerAddress(flyer, sender, language)} look="secondary">
                {words.read} <span class="vh">{words.flyers[flyer].readers}</span>
              </ButtonLink>
            </Actions>
          </Card>
        ))}
      </div>
      <p class="soft">{words.counted}</p>
    </div>
  )
}

/** One flyer on the screen, with its files. */
export function FlyerPage(props: {
  readonly flyer: Flyer
  readonly sender: Sender
  readonly text: FlyerText
  readonly landing: string
  readonly square: string
  readonly language: Language
}) {
  const { flyer, sender, text, language } = props
  const words = texts(language)
  const back = sender.kind === 'network' ? '' : `?van=${sender.id}`
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: `${listAddress(language)}${back}`, label: words.title }]} />
      <PageHead title={text.title} over={words.flyers[flyer].readers} lead={text.intro} read />
      <Actions>
        {SHEETS.map((sheet) => (
          <ButtonLink key={sheet} href={flyerAddress(flyer, sender, language, sheet)} look={sheet === 'a4' ? 'primary' : 'secondary'} icon="download" download>
            {words.files[sheet]}
          </ButtonLink>
        ))}
      </Actions>
      {text.parts.map((part) => (
        <section class="stack-s" key={part.title}>
          <h2>{part.title}</h2>
          <ul>
            {part.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </section>
      ))}
      <Card title={text.contact.title}>
        <p>
          <strong>{text.contact.name}</strong>
        </p>
        <Facts items={[...text.contact.lines, { label: words.more, value: <a href={new URL(props.landing).pathname}>{text.scan}</a> }]} />
        <img src={props.square} alt={text.scanAlt} width={140} height={140} />
      </Card>
      <p class="soft">{words.counted}</p>
    </div>
  )
}

/** For the network: how often each flyer was taken. */
export function FlyersTakenPage(props: { readonly rows: ReturnType<typeof takenOf> }) {
  const words = nl.taken
  return (
    <div class="stack-l">
      <Crumbs items={[{ href: '/netwerk', label: words.network }]} />
      <PageHead title={words.title} lead={words.lead} />
      <Table
        caption={words.title}
        captionHidden
        rows={props.rows}
        rowKey={({ flyer }) => flyer}
        columns={[
          { key: 'flyer', label: words.flyer, header: true, cell: (row) => nl.flyers[row.flyer].readers },
          { key: 'lately', label: words.lately, cell: (row) => row.lately },
          { key: 'ever', label: words.ever, cell: (row) => row.ever },
        ]}
      />
      <p class="soft">{words.note}</p>
      <p>
        <a href="/flyers">{words.see}</a>
      </p>
    </div>
  )
}
