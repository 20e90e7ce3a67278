import { type Day, longDay } from '#kit/day.ts'
import { fill, type Language } from '#kit/text.ts'
import { ButtonLink } from '#ui/fields.tsx'
import { Empty, PageHead, Tag, type Tone } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { type SampleStanding, sampleStanding } from '../drawing/drawing.rules.ts'
import { oversightTexts } from '../oversight.en.ts'
import type { Sample } from '../oversight.types.ts'

export const STANDING_TONES: Readonly<Record<SampleStanding, Tone>> = { asked: 'wait', running: 'wait', closed: 'ok', over: 'plain' }

/** The samples that concern whoever reads. */
export function SamplesPage(props: { samples: readonly Sample[]; today: Day; asks: boolean; municipality: boolean; language: Language }) {
  const { language } = props
  const words = oversightTexts(language)
  const begin = props.asks ? (
    <ButtonLink href="/steekproeven/nieuw" icon="plus">
      {words.list.begin}
    </ButtonLink>
  ) : null
  return (
    <div class="wrap stack">
      <PageHead title={words.list.title} lead={props.municipality ? words.list.leadMunicipality : words.list.leadCooperative} actions={begin} />
      <Table
        caption={words.list.title}
        captionHidden
        dense
        keys
        rows={props.samples}
        rowKey={(sample) => sample.id}
        rowHref={(sample) => `/steekproeven/${sample.id}`}
        empty={<Empty title={words.list.empty} what={props.municipality ? words.list.emptyMunicipality : words.list.emptyCooperative} />}
        columns={[
          { key: 'what', label: words.list.what, header: true, cell: (sample) => <a href={`/steekproeven/${sample.id}`}>{words.kinds[sample.kind]}</a> },
          {
            key: 'who',
            label: props.municipality ? words.list.who : words.list.by,
            cell: (sample) => (props.municipality ? sample.cooperativeName : sample.municipalityName),
          },
          {
            key: 'period',
            label: words.list.period,
            cell: (sample) => fill(words.sample.period, { from: longDay(sample.from, language), until: longDay(sample.until, language) }),
          },
          { key: 'drawn', label: words.list.drawn, numeric: true, cell: (sample) => sample.counts.drawn },
          {
            key: 'standing',
            label: words.list.standing,
            bare: true,
            cell: (sample) => {
              const standing = sampleStanding(sample, props.today)
              return <Tag tone={STANDING_TONES[standing]}>{words.standings[standing]}</Tag>
            },
          },
        ]}
      />
    </div>
  )
}
