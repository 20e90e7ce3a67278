import { longDay, longMonth, monthOf } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { euro } from '#kit/money.ts'
import type { Language } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { ActionButton, Actions, Button, Form, TextArea } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Facts, Fold, PageHead, Tag } from '#ui/parts.tsx'
import { betweenTexts } from '../between.en.ts'
import { type MemberWork, type MemberWorkStanding, memberWorkStanding } from '../between.rules.ts'
import { NoVat } from './form-page.tsx'
import { WORK_TONES } from './tones.ts'

type WorkProps = {
  work: MemberWork
  names: ReadonlyMap<MemberId, string>
  may: { readonly answer: boolean; readonly withdraw: boolean; readonly undo: boolean }
  keys: { csrf: string; key: string }
  problems: Problems | null
  language: Language
}

/** One piece of work between two members: what it is, where it stands, and what the reader can do. */
export function WorkPage(props: WorkProps) {
  const { work, names, language } = props
  const all = betweenTexts(language)
  const words = all.page
  const standing = memberWorkStanding(work.steps)
  const accepted = work.steps.find((step) => step.what === 'accepted')
  return (
    <div class="narrow stack">
      <Crumbs items={[{ href: '/onderling', label: all.title }]} />
      <PageHead title={work.what} over={all.title} lead={<Tag tone={WORK_TONES[standing]}>{all.standing[standing]}</Tag>} read />
      <Card>
        <Facts
          items={[
            { label: words.worker, value: names.get(work.worker) ?? '' },
            { label: words.receiver, value: names.get(work.receiver) ?? '' },
            { label: words.on, value: longDay(work.performedOn, language) },
            ...(accepted?.number ? [{ label: words.number, value: accepted.number }] : []),
            { label: words.amount, value: <strong>{euro(work.net)}</strong>, total: true },
          ]}
        />
      </Card>
      <Told {...props} standing={standing} />
      {accepted ? <p>{words.countsIn(longMonth(monthOf(accepted.on), language))}</p> : null}
      <NoVat language={language} />
      {standing === 'asked' ? <Asked {...props} /> : null}
      {standing === 'accepted' && props.may.undo ? <Undo {...props} /> : null}
    </div>
  )
}

function Told({ work, names, may, standing, language }: WorkProps & { standing: MemberWorkStanding }) {
  const words = betweenTexts(language).page
  const reason = work.steps.find((step) => step.what === 'declined' || step.what === 'undone')?.words ?? ''
  if (standing === 'asked') return may.answer ? <p>{words.willCount}</p> : <Alert tone="wait">{words.waits(names.get(work.receiver) ?? '')}</Alert>
  if (standing === 'withdrawn') return <Alert tone="plain">{words.withdrawn}</Alert>
  if (standing === 'accepted') return null
  return (
    <Alert tone="warn" title={standing === 'declined' ? words.declined : words.undone}>
      <p>{reason}</p>
      <p>{standing === 'declined' ? words.declinedNext : words.undoneNext}</p>
    </Alert>
  )
}

function Asked({ work, may, keys, problems, language }: WorkProps) {
  const words = betweenTexts(language).page
  const path = `/onderling/${work.id}`
  return (
    <>
      {may.answer ? (
        <>
          <Actions>
            <ActionButton action={`${path}/akkoord`} keys={keys} icon="check" size="big">
              {words.accept}
            </ActionButton>
          </Actions>
          <Fold summary={words.decline} open={problems !== null}>
            <Form action={`${path}/bezwaar`} keys={keys} problems={problems}>
              <TextArea name="reason" label={words.declineLabel} rows={2} maxLength={300} />
              <Button look="secondary">{words.decline}</Button>
            </Form>
          </Fold>
        </>
      ) : null}
      {may.withdraw ? (
        <Actions>
          <ActionButton action={`${path}/intrekking`} keys={keys} look="secondary">
            {words.withdraw}
          </ActionButton>
        </Actions>
      ) : null}
    </>
  )
}

function Undo({ work, keys, problems, language }: WorkProps) {
  const words = betweenTexts(language).page
  return (
    <Fold summary={words.undo} open={problems !== null}>
      <Form action={`/onderling/${work.id}/tegenboeking`} keys={keys} problems={problems}>
        <TextArea name="reason" label={words.undoLabel} hint={words.undoHint} rows={2} maxLength={300} />
        <Button look="secondary">{words.doUndo}</Button>
      </Form>
    </Fold>
  )
}
