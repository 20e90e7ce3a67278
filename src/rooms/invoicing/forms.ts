import type { Context } from 'hono'
import { amount, anyAmount, choice, dayField, email, optional, optionalProse, optionalText, prose, quantity, said, text, ticked, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { type Cents, negate, ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import type { Env, MemberId } from '#rooms/access'
import { COUNTRIES, type CustomerFacts, type CustomerId } from '#rooms/organisations'
import { texts } from './invoicing.en.ts'
import type { InvoiceId } from './invoicing.types.ts'
import { type Line, ONE, UNITS, type Unit } from './pricing/pricing.rules.ts'
import type { VatKind } from './pricing/vat-rates.rules.ts'
import { sharesFrom } from './sharing/form.ts'

export const ENTERED_VAT = ['standard', 'reduced', 'zero', 'exempt', 'reverse-charge'] as const
export const MOST_LINES = 15

export const id = <T extends string>() => optionalText(36).transform((value) => (value !== null && isId(value) ? (value as T) : null))

/** Stands for the customer that was typed in. */
const TYPED = 'typed'
const chooseCustomer = said({ nl: texts.nl.refusals.noCustomer.next, en: texts.en.refusals.noCustomer.next })

export const customerFields = {
  customer: z
    .unknown()
    .optional()
    .transform((value, context): CustomerId | null => {
      if (value === TYPED) return null
      if (typeof value === 'string' && isId(value)) return value as CustomerId
      context.addIssue({ code: 'custom', message: chooseCustomer })
      return z.NEVER
    }),
  newKind: optional(choice(['person', 'organisation'])),
  newName: optionalText(120),
  newStreet: optionalText(120),
  newPostCode: optionalText(10),
  newCity: optionalText(80),
  newCountry: optional(choice(COUNTRIES)),
  newEmail: optional(email()),
  newKvk: optionalText(12),
  newVatId: optionalText(20),
}

export type TypedCustomer = { readonly [K in keyof typeof customerFields]: z.output<(typeof customerFields)[K]> }

/** The five questions of a member, a little more for who wants it, and the further lines of the last time. */
const Questions = z.looseObject({
  ...customerFields,
  member: id<MemberId>(),
  what: prose(200),
  price: amount(),
  vat: choice(['standard', 'reduced', 'unsure']),
  performedOn: dayField(),
  quantity: optional(quantity()),
  unit: optional(choice(UNITS as readonly [Unit, ...Unit[]])),
  basis: optional(choice(['with', 'without'])),
  reference: optionalText(60),
  note: optionalProse(300),
})
// Whether a customer is missing depends on a field beside it, and must be said together with what is wrong elsewhere.
export const RequestForm = z
  .preprocess((body) => withCustomer(body as Loose), Questions)
  .transform((form, context) => ({ ...form, lines: linesFrom(form, context, 2), shares: sharesFrom(form, context) }))
export type RequestAnswers = z.infer<typeof RequestForm>

/** A draft with all its lines; an empty description leaves a line out. */
export const ReviseForm = z
  .looseObject({
    customer: id<CustomerId>(),
    basis: choice(['with', 'without']),
    performedOn: dayField(),
    reference: optionalText(60),
    note: optionalProse(300),
  })
  .transform((form, context) => ({ ...form, lines: linesFrom(form, context), shares: sharesFrom(form, context) }))
export type Revised = z.infer<typeof ReviseForm>

/** Quantities to credit, one field per line of the invoice; empty is nothing of that line. */
export const CreditForm = z.looseObject({ note: prose(300) }).transform((form, context) => ({
  note: form.note,
  quantities: Array.from({ length: MOST_LINES }, (_, index) => readQuantity(form, `quantity${index + 1}`, context) ?? 0n),
}))

export const ReasonForm = z.object({ reason: prose(300) })
export const WriteOffForm = z.object({ reason: prose(300), certain: ticked() })
export const ReleaseForm = z.object({ reason: prose(300), whose: id<MemberId>() })
export const SendForm = z.object({ waitsBecause: optionalProse(300) })
export const TrustForm = z.object({ member: text(36).transform((value) => value as MemberId), trusted: choice(['ja', 'nee']) })

/** The customer that a member typed in, if no one was chosen. */
export function newCustomer(answers: TypedCustomer, member: MemberId): CustomerFacts | null {
  if (!answers.newName) return null
  return {
    member,
    kind: answers.newKind ?? 'person',
    name: answers.newName,
    attention: null,
    street: answers.newStreet,
    postCode: answers.newPostCode,
    city: answers.newCity,
    country: answers.newCountry ?? 'NL',
    email: answers.newEmail,
    kvk: answers.newKvk,
    vatId: answers.newVatId,
    peppol: null,
  }
}

export function requestedLine(answers: RequestAnswers): Line {
  return {
    description: answers.what,
    quantity: answers.quantity ?? ONE,
    unit: answers.unit ?? 'piece',
    price: answers.price,
    vat: answers.vat === 'unsure' ? 'standard' : answers.vat,
  }
}

type Loose = Readonly<Record<string, unknown>>
type Issues = { readonly addIssue: (issue: { code: 'custom'; message: string; path: string[] }) => void }

/** Says that the customer was typed in, where none was chosen and a name stands there. */
export function withCustomer(body: Loose): Loose {
  const { customer, newName } = body
  return { ...body, customer: customer || (typeof newName === 'string' && newName.trim() !== '' ? TYPED : '') }
}

/** The lines of a form; an empty description leaves one out. */
export function linesFrom(form: Loose, context: Issues, from = 1): Line[] {
  const lines: Line[] = []
  for (let n = from; n <= MOST_LINES; n++) {
    const description = typeof form[`what${n}`] === 'string' ? String(form[`what${n}`]).trim().slice(0, 200) : ''
    if (description === '') continue
    const words = prose(200).safeParse(description)
    if (!words.success) context.addIssue({ code: 'custom', message: words.error.issues[0]?.message ?? '', path: [`what${n}`] })
    const many = readQuantity(form, `quantity${n}`, context) ?? ONE
    const each = readPrice(form, `price${n}`, context)
    const unit = UNITS.find((known) => known === form[`unit${n}`]) ?? 'piece'
    const vat: VatKind = ENTERED_VAT.find((known) => known === form[`vat${n}`]) ?? 'standard'
    // A discount is entered as a price below zero and kept as a quantity below zero: a unit price is never negative (BR-27).
    lines.push({ description, quantity: each < 0n ? -many : many, unit, price: each < 0n ? negate(each) : each, vat })
  }
  return lines
}

function readQuantity(form: Loose, name: string, context: Issues): bigint | null {
  const typed = form[name]
  if (typed === undefined || typed === null || String(typed).trim() === '' || String(typed).trim() === '0') return null
  const negative = String(typed).trim().match(/^[-−]/) !== null
  const read = quantity().safeParse(String(typed).trim().replace(/^[-−]/, ''))
  if (read.success) return negative ? -read.data : read.data
  context.addIssue({ code: 'custom', message: read.error.issues[0]?.message ?? '', path: [name] })
  return null
}

function readPrice(form: Loose, name: string, context: Issues): Cents {
  const read = anyAmount().safeParse(form[name])
  if (read.success) return read.data
  context.addIssue({ code: 'custom', message: read.error.issues[0]?.message ?? '', path: [name] })
  return ZERO
}

export const isMember = (c: Context<Env>) => c.var.seat?.role === 'member'

/** For whom something is asked: a member for oneself, the office for whom it chose. */
export function forWhom(c: Context<Env>, chosen: MemberId | null): MemberId {
  if (isMember(c) && c.var.person) return c.var.person.id
  return chosen ?? refuse(texts[c.var.language].refusals.noMember, {}, { field: 'member' })
}

/** The invoice that an address names; what is no id is answered like an id that does not exist. */
export function idOf(c: Context<Env>): InvoiceId {
  const id = c.req.param('id') ?? ''
  return isId(id) ? (id as InvoiceId) : refuse(texts[c.var.language].refusals.missing, {}, { kind: 'missing' })
}
