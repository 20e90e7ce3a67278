import type { Day } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import type { Municipality } from '#rooms/organisations'
import { Actions, Button, ButtonLink, DayField, FileField, Form, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Fold, PageHead } from '#ui/parts.tsx'
import { nl } from '../adding/adding.nl.ts'
import type { Coach } from '../adding/adding.ts'
import type { LineProblem } from '../adding/existing.rules.ts'
import { BENEFIT_SOURCES } from '../benefit.rules.ts'
import { nl as memberTexts } from '../members.nl.ts'

type Keys = { readonly csrf: string; readonly key: string }

/** Adds somebody who took part before, with the real days. */
export function AddPage(props: {
  readonly coaches: readonly Coach[]
  readonly municipalities: readonly Municipality[]
  readonly coach: MemberId | null
  readonly today: Day
  readonly keys: Keys
  readonly problems: Problems | null
}) {
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/leden', label: memberTexts.register.title }]} />
      <PageHead title={nl.title} lead={nl.lead} />
      <p>
        {nl.many} <a href="/leden/inlezen">{nl.manyGo}</a>
      </p>
      <Form action="/leden/nieuw" keys={props.keys} problems={props.problems}>
        <h2>{nl.who}</h2>
        <TextField name="firstName" label={nl.firstName} maxLength={60} autocomplete="off" />
        <TextField name="name" label={nl.name} maxLength={120} autocomplete="off" />
        <TextField name="email" label={nl.email} hint={nl.emailHint} type="email" autocomplete="off" optional />
        <TextField name="phone" label={nl.phone} type="tel" autocomplete="off" optional />
        <SelectField name="language" label={nl.language} value="nl" options={(['nl', 'en'] as const).map((value) => ({ value, label: nl.languages[value] }))} />
        <h2>{nl.when}</h2>
        <p class="soft">{nl.whenHint}</p>
        <DayField name="trialFrom" label={nl.trialFrom} max={props.today} optional />
        <DayField name="trialUntil" label={nl.trialUntil} hint={nl.trialUntilHint} optional />
        <DayField name="memberSince" label={nl.memberSince} max={props.today} optional />
        <TextField name="number" label={nl.number} hint={nl.numberHint} inputMode="numeric" size={6} optional />
        <h2>{nl.trade}</h2>
        <TextField name="tradeName" label={nl.tradeName} maxLength={80} optional />
        <TextField name="makes" label={nl.makes} maxLength={200} optional />
        <h2>{nl.benefit}</h2>
        <p class="soft">{nl.benefitHint}</p>
        <SelectField name="source" label={nl.source} value="unknown" options={BENEFIT_SOURCES.map((value) => ({ value, label: memberTexts.sources[value] }))} />
        <SelectField
          name="municipality"
          label={nl.municipality}
          empty={nl.none}
          options={props.municipalities.map((each) => ({ value: each.id, label: each.name }))}
          optional
        />
        <SelectField
          name="coach"
          label={nl.coach}
          empty={nl.noCoach}
          value={props.coach ?? ''}
          options={props.coaches.map((each) => ({ value: each.person, label: each.name }))}
          optional
        />
        <Actions>
          <Button>{nl.add}</Button>
        </Actions>
      </Form>
    </div>
  )
}

/** Adds all members of a file at once, or nobody. */
export function ImportPage(props: { readonly keys: Keys; readonly problems: Problems | null; readonly lines: readonly LineProblem[] }) {
  const words = nl.import
  return (
    <div class="narrow stack-l">
      <Crumbs
        items={[
          { href: '/leden', label: memberTexts.register.title },
          { href: '/leden/nieuw', label: nl.title },
        ]}
      />
      <PageHead title={words.title} lead={words.lead} />
      {props.lines.length > 0 ? (
        <Alert tone="wrong" title={words.problems}>
          <ul>
            {props.lines.map((problem) => (
              <li key={`${problem.line} ${problem.what}`}>{fill(words.atLine, problem)}</li>
            ))}
          </ul>
        </Alert>
      ) : null}
      <Card>
        <ButtonLink href="/leden/inlezen/voorbeeld" look="secondary" icon="download" download>
          {words.example}
        </ButtonLink>
        <Fold summary={words.columns}>
          <p>{Object.keys(nl.columns).join(' · ')}</p>
          <p>{words.columnsNote}</p>
          <p>{fill(words.sources, { options: Object.keys(nl.sources).join(', ') })}</p>
        </Fold>
        <Form action="/leden/inlezen" keys={props.keys} problems={props.problems} files>
          <FileField name="file" label={words.file} accept=".csv,text/csv" optional />
          <TextArea name="lines" label={words.lines} hint={words.linesHint} rows={8} optional />
          <Actions>
            <Button>{words.bring}</Button>
          </Actions>
        </Form>
      </Card>
    </div>
  )
}
