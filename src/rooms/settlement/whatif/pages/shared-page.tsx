import { longDay } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import { Fold, PageHead } from '#ui/parts.tsx'
import type { WhatIfLink } from '../sharing.ts'
import { nl } from '../whatif.nl.ts'
import { OutcomeView, RuleList, spanOf } from './outcome-view.tsx'

/** An outcome for whoever holds the link: as it was when it was shared, in Dutch, without names. */
export function SharedPage({ shared }: { shared: WhatIfLink }) {
  const { frozen } = shared
  return (
    <div class="wrap stack stack-l">
      <PageHead title={nl.shared.title} over={fill(nl.shared.over, { cooperative: frozen.cooperative, number: frozen.number })} lead={nl.shared.lead} read />
      <p>{fill(nl.shared.standing, { on: longDay(frozen.sharedOn), until: longDay(shared.until) })}</p>
      <p>{frozen.source === 'own' ? spanOf(frozen.months, 'nl') : nl.samples[frozen.source].about}</p>
      <OutcomeView {...frozen} members={null} own={false} language="nl" />
      <RuleList changes={frozen.changes} today={frozen.today} language="nl" />
      <Fold summary={nl.shared.fingerprint}>
        <p class="small">{shared.hash}</p>
        <p class="small soft">{nl.shared.fingerprintWhy}</p>
      </Fold>
    </div>
  )
}
