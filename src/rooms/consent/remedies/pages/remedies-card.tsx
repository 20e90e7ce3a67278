import { longDay } from '#kit/day.ts'
import { fill, type Language } from '#kit/text.ts'
import { Actions, ButtonLink } from '#ui/fields.tsx'
import { Card } from '#ui/parts.tsx'
import { texts } from '../../consent.en.ts'
import type { Step } from '../../consent.rules.ts'
import type { RequestFile } from '../../file/request-file.ts'
import { remedyTexts } from '../remedies.en.ts'
import { codeOf, type RemedyStep } from '../remedies.rules.ts'
import { nameOf } from './decision-name.ts'

/** Where each of these is done. */
export const REMEDY_ADDRESSES: Readonly<Record<RemedyStep | 'tellDefault' | 'correct', string>> = {
  object: '/bezwaar',
  mendObjection: '/herstel',
  hearObjection: '/hoorzitting',
  askMend: '/verzuim',
  putOffObjection: '/verdaging',
  delayObjection: '/verder-uitstel',
  decideObjection: '/beslissing-op-bezwaar',
  noteAppeal: '/beroep',
  noteRuling: '/uitspraak',
  takeBackObjection: '/bezwaar-intrekken',
  tellDefault: '/ingebrekestelling',
  correct: '/verbetering',
}

/** Every decision with how far somebody went against it, and what can be done. */
export function RemediesCard(props: { readonly file: RequestFile; readonly steps: readonly Step[]; readonly language: Language }) {
  const { file, steps, language } = props
  const words = remedyTexts[language]
  if (file.remedies.length === 0) return null
  const offered = (Object.keys(REMEDY_ADDRESSES) as (keyof typeof REMEDY_ADDRESSES)[]).filter((step) => steps.includes(step))
  const inTime = file.remedies.some(({ remedy, objectUntil }) => remedy === 'none' && file.today <= objectUntil)
  return (
    <Card title={words.card}>
      <ul class="stack">
        {file.remedies.map(({ decision, remedy, objectUntil }) => (
          <li key={codeOf(decision)}>
            <b>{nameOf(decision, language)}</b>
            <br />
            {fill(words.standing[remedy === 'none' && file.today > objectUntil ? 'over' : remedy], { day: longDay(objectUntil, language) })}
          </li>
        ))}
      </ul>
      {offered.length > 0 ? (
        <Actions>
          {offered.map((step) => (
            <ButtonLink
              key={step}
              href={`/toestemmingen/${file.request.id}${REMEDY_ADDRESSES[step]}`}
              look={step === 'object' && !inTime ? 'plain' : 'secondary'}
            >
              {step === 'object' && !inTime ? words.lateLink : texts[language].steps[step]}
            </ButtonLink>
          ))}
        </Actions>
      ) : null}
    </Card>
  )
}
