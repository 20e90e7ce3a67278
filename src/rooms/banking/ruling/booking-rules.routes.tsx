import { type Context, Hono } from 'hono'
import { amount, choice, optional, optionalText, type Problems, ticked, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { act, change, type Env, formKeys, type MemberId, scopeOf, show } from '#rooms/access'
import { memberNames } from '#rooms/members'
import { RULE_KINDS, RULE_VAT } from './booking-rule.rules.ts'
import { nl } from './booking-rules.nl.ts'
import { proposedRules, rulesUsed } from './booking-rules.sql.ts'
import { keepRule, ruleById, switchRule } from './booking-rules.ts'
import { RulePage, RulesPage } from './rules-page.tsx'

export const ruling = new Hono<Env>()

const RuleForm = z.object({
  iban: optionalText(40).transform((typed) => typed?.replace(/\s+/g, '').toUpperCase() ?? null),
  words: optionalText(80),
  way: choice(['in', 'out']),
  kind: choice(RULE_KINDS),
  member: optionalText(36).transform((id) => (id && isId(id) ? (id as MemberId) : null)),
  vat: optional(choice(['0', '900', '2100'])).transform((rate) => RULE_VAT.find((each) => String(each) === rate) ?? 0),
  least: optional(amount()),
  most: optional(amount()),
})

async function rulesPage(c: Context<Env>, problems: Problems | null) {
  const found = await act(c, 'bank.read', async (tx, permit) => ({
    rules: await rulesUsed(tx, permit),
    proposed: await proposedRules(tx, permit),
    names: await memberNames(tx, permit),
  }))
  const mayRule = c.var.seat !== null && scopeOf('bank.rule', c.var.seat.role) !== null
  return show(c, { title: nl.title, body: <RulesPage {...found} mayRule={mayRule} keys={() => formKeys(c)} problems={problems} /> })
}

ruling.get('/bank/boekingsregels', (c) => rulesPage(c, null))

ruling.post('/bank/boekingsregels', (c) =>
  change(c, 'bank.rule', {
    form: RuleForm,
    run: (tx, permit, form) => keepRule(tx, permit, form),
    done: 'ruleKept',
    to: () => '/bank/boekingsregels',
    again: (problems) => rulesPage(c, problems),
  }),
)

async function rulePage(c: Context<Env>, problems: Problems | null) {
  const found = await act(c, 'bank.rule', async (tx, permit) => ({ rule: await ruleById(tx, permit, ruleIn(c)), names: await memberNames(tx, permit) }))
  return show(c, { title: nl.edit, body: <RulePage {...found} keys={() => formKeys(c)} problems={problems} /> })
}

ruling.get('/bank/boekingsregels/:rule', (c) => rulePage(c, null))

ruling.post('/bank/boekingsregels/:rule', (c) =>
  change(c, 'bank.rule', {
    form: RuleForm,
    run: (tx, permit, form) => keepRule(tx, permit, form, ruleIn(c)),
    done: 'ruleKept',
    to: () => '/bank/boekingsregels',
    again: (problems) => rulePage(c, problems),
  }),
)

ruling.post('/bank/boekingsregels/:rule/stand', (c) =>
  change(c, 'bank.rule', {
    form: z.object({ aan: ticked() }),
    run: (tx, permit, form) => switchRule(tx, permit, ruleIn(c), form.aan),
    done: ({ aan }) => (aan ? 'ruleOn' : 'ruleOff'),
    to: () => '/bank/boekingsregels',
  }),
)

function ruleIn(c: Context<Env>): string {
  const id = c.req.param('rule') ?? ''
  return isId(id) ? id : refuse(nl.refusals.missing, {}, { kind: 'missing' })
}
