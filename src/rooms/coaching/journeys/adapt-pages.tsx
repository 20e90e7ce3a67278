import type { Problems } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import { Actions, Button, ButtonLink, FieldGroup, Form, HiddenField, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Card, Crumbs, Fold, PageHead } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { texts } from './journeys.en.ts'
import { standardSteps, type Track, type TrackStep, WHO } from './journeys.rules.ts'

type Now = { readonly track: Track; readonly version: number; readonly steps: readonly TrackStep[] }

/** How many steps can be added at once. */
export const EXTRA = 2

/** All tracks of the cooperative, each to be looked at and changed. */
export function TracksPage(props: { readonly tracks: readonly Now[]; readonly terms: boolean; readonly language: Language }) {
  const words = texts[props.language].adapt
  return (
    <div class="stack-l">
      <PageHead title={words.title} lead={words.lead} />
      <Table
        caption={words.title}
        captionHidden
        rows={props.tracks}
        rowKey={(row) => row.track}
        columns={[
          { key: 'track', label: words.columns.track, header: true, cell: (row) => texts[props.language].tracks[row.track].name },
          { key: 'version', label: words.columns.version, cell: (row) => versionOf(row.version, props.language) },
          { key: 'steps', label: words.columns.steps, cell: (row) => fill(words.steps, { n: row.steps.length }) },
          {
            key: 'go',
            label: words.columns.go,
            phone: 'below',
            cell: (row) => (
              <a href={`/trajecten/${row.track}`}>
                {words.look}
                <span class="vh">{`: ${texts[props.language].tracks[row.track].name}`}</span>
              </a>
            ),
          },
        ]}
      />
      {props.terms ? (
        <Actions>
          <ButtonLink href="/trajecten/voorwaarden" look="secondary">
            {words.terms}
          </ButtonLink>
        </Actions>
      ) : null}
    </div>
  )
}

/** One track with a form for each step; the standard set stays to read below. */
export function AdaptPage(props: {
  readonly now: Now
  readonly language: Language
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
}) {
  const { now, language } = props
  const words = texts[language].adapt
  const rows = [...now.steps, ...Array.from({ length: EXTRA }, () => null)]
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/trajecten', label: words.title }]} />
      <PageHead over={versionOf(now.version, language)} title={fill(words.one, { track: texts[language].tracks[now.track].name })} lead={words.oneLead} />
      <Form action={`/trajecten/${now.track}`} keys={props.keys} problems={props.problems}>
        <HiddenField name="seen" value={String(now.version)} />
        {rows.map((step, index) => (
          <StepFields step={step} nr={index + 1} language={language} key={step?.key ?? `new ${index}`} />
        ))}
        <Button>{words.save}</Button>
      </Form>
      <Fold summary={words.standardTitle}>
        <p class="soft">{words.standardText}</p>
        <ol>
          {standardSteps(now.track).map((step) => (
            <li key={step.key}>
              <b>{step[language].title}</b> {step[language].why} {step[language].help}
            </li>
          ))}
        </ol>
      </Fold>
    </div>
  )
}

function StepFields(props: { readonly step: TrackStep | null; readonly nr: number; readonly language: Language }) {
  const { step, nr, language } = props
  const words = texts[language].adapt
  const name = (part: string) => `s${nr}-${part}`
  return (
    <Card>
      <FieldGroup legend={step ? fill(words.step, { nr }) : words.extra}>
        {step ? <HiddenField name={name('key')} value={step.key} /> : null}
        <TextField
          name={name('title')}
          label={words.stepTitle}
          hint={step ? words.titleHint : undefined}
          value={step?.nl.title ?? ''}
          maxLength={80}
          optional
        />
        <TextField name={name('why')} label={words.why} hint={words.whyHint} value={step?.nl.why ?? ''} maxLength={160} optional />
        <TextArea name={name('help')} label={words.help} value={step?.nl.help ?? ''} rows={2} maxLength={400} optional />
        <SelectField
          name={name('who')}
          label={words.who}
          value={step?.who ?? 'member'}
          options={WHO.map((value) => ({ value, label: texts[language].whoOf[value] }))}
        />
        <TextField name={name('place')} label={words.place} value={String(nr)} inputMode="numeric" size={3} />
        <Fold summary={words.english}>
          <p class="hint">{words.englishHint}</p>
          <TextField name={name('titleEn')} label={words.stepTitle} value={step?.en.title ?? ''} maxLength={80} optional />
          <TextField name={name('whyEn')} label={words.why} value={step?.en.why ?? ''} maxLength={160} optional />
          <TextArea name={name('helpEn')} label={words.help} value={step?.en.help ?? ''} rows={2} maxLength={400} optional />
        </Fold>
      </FieldGroup>
    </Card>
  )
}

function versionOf(version: number, language: Language): string {
  const words = texts[language].adapt
  return version === 0 ? words.standard : fill(words.version, { version })
}
