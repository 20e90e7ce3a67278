import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import type { Permit } from '#rooms/access'
import { MODELS, modelCalled } from '../models.rules.ts'
import { nl } from '../papers.nl.ts'
import { newestVersion } from '../papers.rules.ts'
import { insertVersionPublished, usesCounted, versionsPublished } from '../papers.sql.ts'

/** Every model with the version that counts, the newest there is, and how many organisations use which. */
export async function modelsOverseen(tx: Tx, _permit: Permit<'paper.oversee'>) {
  const [published, uses] = [await versionsPublished(tx), await usesCounted(tx)]
  return MODELS.map((model) => {
    const counts = published.get(model.code)
    return {
      model,
      version: counts?.version ?? 1,
      since: counts?.at ?? null,
      newest: newestVersion(model),
      uses: uses.filter((each) => each.model === model.code),
    }
  })
}

/** Lets the next version of a model count from now on: whoever made an earlier one is told on the own pages. Refuses (missing, conflict) where there is no next one. */
export async function publishModel(tx: Tx, permit: Permit<'paper.publish'>, code: string): Promise<void> {
  const model = modelCalled(code) ?? refuse(nl.refusals.missing, {}, { kind: 'missing' })
  const next = ((await versionsPublished(tx)).get(code)?.version ?? 1) + 1
  if (next > newestVersion(model) || !(await insertVersionPublished(tx, permit, code, next))) refuse(nl.refusals.noNext, {}, { kind: 'conflict' })
  await happened(tx, permit, 'paper.published', { model: code, version: String(next) })
}
