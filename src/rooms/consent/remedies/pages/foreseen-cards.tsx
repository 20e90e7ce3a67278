import type { Language } from '#kit/text.ts'
import type { Meaning } from '../../exceptions/meaning.rules.ts'
import { WhatItMeans } from '../../exceptions/what-it-means.tsx'
import type { Ending } from '../foreseen.ts'
import { remedyTexts } from '../remedies.en.ts'

/** What the step means for work and month statements, for each way in which it can end, before anybody confirms it. */
export type ForeseenMeaning = { readonly ending: Ending; readonly meaning: Meaning }

/** These, above the form they belong to. */
export function ForeseenCards({ foreseen, language }: { readonly foreseen: readonly ForeseenMeaning[]; readonly language: Language }) {
  return (
    <>
      {foreseen.map(({ ending, meaning }) => (
        <div key={ending} class="stack-s">
          <p class="soft">{remedyTexts[language].endings[ending]}</p>
          <WhatItMeans meaning={meaning} language={language} />
        </div>
      ))}
    </>
  )
}
