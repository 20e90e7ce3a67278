import { type Context, Hono } from 'hono'
import { fileResponse } from '#kit/files.ts'
import { choice, file, prose, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { act, change, type Env } from '#rooms/access'
import { STATEMENT_ABOUT } from '../statements/statement.types.ts'
import { statementTexts } from '../statements/statements.en.ts'
import { answerQuestion, askFurther, endStatementQuestion, statementEvidence } from './asking.ts'

/** Questions about what was sent, with their answers. */
export const routes = new Hono<Env>()

routes.post('/opgaven/vragen/:question/antwoord', (c) =>
  change(c, 'statement.answer', {
    form: z.object({ words: prose(2000), evidence: file() }),
    run: async (tx, permit, { words, evidence }) =>
      answerQuestion(tx, permit, asked(c), words, evidence ? { name: evidence.name, bytes: new Uint8Array(await evidence.arrayBuffer()) } : null),
    done: 'statementAnswered',
    to: ({ month, member }) => `/opgaven/${month}${c.var.seat?.role === 'member' ? '' : `?lid=${member}`}`,
  }),
)

routes.post('/opgaven/vragen/:question/sluiting', (c) =>
  change(c, 'statement.receive', {
    run: (tx, permit) => endStatementQuestion(tx, permit, asked(c)),
    done: 'sampleQuestionEnded',
    to: ({ statement }) => `/opgaven/${statement}`,
  }),
)

routes.get('/opgaven/vragen/:question/bewijs', async (c) =>
  fileResponse(await act(c, 'statement.read', (tx, permit) => statementEvidence(tx, permit, asked(c)))),
)

routes.post('/opgaven/:key/vragen', (c) => {
  const statement = known(c, c.req.param('key'))
  return change(c, 'statement.receive', {
    form: z.object({ about: choice(STATEMENT_ABOUT), words: prose(1000) }),
    run: (tx, permit, { about, words }) => askFurther(tx, permit, statement, about, words),
    done: 'statementQuestioned',
    to: () => `/opgaven/${statement}`,
  })
})

function asked(c: Context<Env>): string {
  return known(c, c.req.param('question') ?? '')
}

function known(c: Context<Env>, id: string): string {
  return isId(id) ? id : refuse(statementTexts(c.var.language).refusals.noSuchStatement, {}, { kind: 'missing' })
}
