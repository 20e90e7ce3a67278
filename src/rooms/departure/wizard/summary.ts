import { longDay } from '#kit/day.ts'
import { fill, type Language, list } from '#kit/text.ts'
import { type DepartureTexts, departureTexts } from '../departure.en.ts'
import type { StepAnswers, StepName } from '../departure.rules.ts'
import type { Along } from './along.ts'

/** What was answered at a step, in a sentence. */
export function saidOf(step: StepName, answers: StepAnswers, along: Along, language: Language): string {
  const words = departureTexts(language)
  const and = language === 'en' ? 'and' : 'en'
  const with_ = (said: string, note: string | null | undefined) => (note ? `${said}. ${note}` : said)
  if (answers[step] === undefined) return words.stepOpen
  switch (step) {
    case 'destination':
      return with_(words.goals[answers.destination?.goal ?? 'other'], answers.destination?.note)
    case 'lastDay':
      return answers.lastDay ? longDay(answers.lastDay.on, language) : words.stepOpen
    case 'invoices':
      return with_(words.invoicesWho[answers.invoices?.by ?? 'treasurer'], answers.invoices?.note)
    case 'jobs':
      return with_(words.jobsChoices[answers.jobs?.what ?? 'none'], answers.jobs?.note)
    case 'customers':
      return goAlong(answers.customers?.along.length ?? 0, words)
    case 'equipment': {
      const said = along.things.flatMap((thing) => {
        const choice = answers.equipment?.things[thing.id]
        return choice ? [`${thing.name}: ${words.thingChoices[choice]}`] : []
      })
      return with_(said.join('; ') || words.chosenNone, answers.equipment?.note)
    }
    case 'pots':
      return with_(words.stepDone, answers.pots?.wish)
    case 'data':
      return (
        list(
          (answers.data?.parts ?? []).map((part) => words.dataParts[part]),
          and,
        ) || words.chosenNone
      )
    case 'followUp':
      return words.followUpChoices[answers.followUp?.agrees ? 'ja' : 'nee']
  }
}

function goAlong(count: number, { chosenAlong }: DepartureTexts): string {
  return count === 0 ? chosenAlong.none : count === 1 ? chosenAlong.one : fill(chosenAlong.more, { count })
}
