import { type Context, Hono } from 'hono'
import { csvOf } from '#kit/csv.ts'
import { fileResponse, readFile } from '#kit/files.ts'
import { amount, choice, dayField, file, optionalProse, optionalText, type Problems, prose, text, wholeNumber, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { decimal } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { act, change, type Env, formKeys, looked, type MemberId, show } from '#rooms/access'
import { memberNames } from '#rooms/members'
import { billsOpen } from '../bills/bills.ts'
import { disposalRows, thingsInBooks } from '../disposing/disposing.sql.ts'
import { idIn, keep, may } from '../forms.ts'
import type { SpendingRequestId } from '../spending.types.ts'
import { equipmentTexts } from './equipment.en.ts'
import { nl } from './equipment.nl.ts'
import { ENDINGS, worthOn } from './equipment.rules.ts'
import { changeEquipment, type EquipmentId, equipmentById, equipmentInReach, moveEquipment, originOf, registerEquipment } from './equipment.ts'
import { EquipmentPage } from './equipment-page.tsx'
import { EquipmentList, NewEquipmentPage } from './list-page.tsx'

export const equipment = new Hono<Env>()

const memberField = optionalText(36).transform((id) => (id && isId(id) ? (id as MemberId) : null))
const details = { place: optionalProse(120), serial: optionalText(80), years: wholeNumber(), photo: file() }
const NewForm = z.object({ request: text(36), name: prose(120), value: amount(), ...details })
const DetailsForm = z.object(details)
const LendForm = z.object({ member: memberField, on: dayField() })
const EndForm = z.object({ kind: choice(ENDINGS), member: memberField, on: dayField(), note: optionalProse(200) })

equipment.get('/spullen', async (c) => {
  const found = await act(c, 'equipment.read', async (tx, permit) => ({
    things: await equipmentInReach(tx, permit),
    names: await memberNames(tx, permit),
    today: permit.today,
    own: permit.role === 'member',
    bills: await billsOpen(tx, permit),
    books: permit.role === 'member' ? null : await thingsInBooks(tx, permit),
  }))
  if (c.req.query('vorm') === 'csv') {
    const head = [nl.thing, nl.serial, nl.member, nl.owner, nl.place, nl.bought, nl.cost, nl.years, nl.worth, nl.standing, nl.holder]
    const rows = found.things.map((each) => [
      each.name,
      each.serial ?? '',
      found.names.get(each.member) ?? '',
      nl.owners[each.owner],
      each.place ?? '',
      each.boughtOn,
      decimal(each.value),
      String(each.years),
      decimal(worthOn(each, found.today)),
      nl.standings[each.standing],
      each.holder ? (found.names.get(each.holder) ?? '') : '',
    ])
    c.header('Content-Type', 'text/csv; charset=utf-8')
    c.header('Content-Disposition', 'attachment; filename="spullen.csv"')
    return c.body(csvOf([head, ...rows]))
  }
  const words = equipmentTexts[c.var.language]
  return show(c, {
    title: found.own ? words.own : words.title,
    body: <EquipmentList {...found} mayWear={may(c, 'equipment.wear')} words={words} language={c.var.language} />,
  })
})

async function newEquipment(c: Context<Env>, problems: Problems | null) {
  const words = equipmentTexts[c.var.language]
  const asked = String(problems?.typed.request ?? c.req.query('verzoek') ?? '')
  const origin = await act(c, 'equipment.register', async (tx, permit) => {
    const found = isId(asked) ? await originOf(tx, permit, asked as SpendingRequestId) : refuse(words.refusals.missing, {}, { kind: 'missing' })
    await looked(tx, permit, [found.request.member])
    return found
  })
  return show(c, { title: words.add, body: <NewEquipmentPage words={words} origin={origin} keys={formKeys(c)} problems={problems} /> })
}

equipment.get('/spullen/nieuw', (c) => newEquipment(c, null))

equipment.post('/spullen', (c) =>
  change(c, 'equipment.register', {
    form: NewForm,
    run: async (tx, permit, { request, photo, ...facts }) => {
      const id = isId(request) ? (request as SpendingRequestId) : refuse(equipmentTexts[permit.language].refusals.missing, {}, { kind: 'missing' })
      return registerEquipment(tx, permit, id, { ...facts, photo: await keep(tx, permit, photo) })
    },
    done: 'equipmentRegistered',
    to: (id) => `/spullen/${id}`,
    again: (problems) => newEquipment(c, problems),
  }),
)

async function equipmentPage(c: Context<Env>, problems: Problems | null) {
  const found = await act(c, 'equipment.read', async (tx, permit) => {
    const thing = await equipmentById(tx, permit, idIn<EquipmentId>(c))
    await looked(tx, permit, [thing.member])
    const disposal = (await disposalRows(tx, permit, { equipment: thing.id })).findLast((each) => !each.undoneOn) ?? null
    return { thing, disposal, names: await memberNames(tx, permit), today: permit.today }
  })
  const words = equipmentTexts[c.var.language]
  return show(c, {
    title: found.thing.name,
    body: (
      <EquipmentPage
        {...found}
        words={words}
        keys={formKeys(c)}
        problems={problems}
        language={c.var.language}
        own={c.var.seat?.role === 'member'}
        mayChange={may(c, 'equipment.register')}
        mayMove={may(c, 'equipment.move')}
        mayDispose={may(c, 'equipment.dispose')}
      />
    ),
  })
}

equipment.get('/spullen/:id', (c) => equipmentPage(c, null))

equipment.get('/spullen/:id/foto', async (c) => {
  const photo = await act(c, 'equipment.read', async (tx, permit) => {
    const thing = await equipmentById(tx, permit, idIn<EquipmentId>(c))
    await looked(tx, permit, [thing.member])
    return thing.photo ? readFile(tx, permit, thing.photo) : refuse(equipmentTexts[permit.language].refusals.missing, {}, { kind: 'missing' })
  })
  return fileResponse(photo)
})

const pageOf = (c: Context<Env>) => `/spullen/${c.req.param('id')}`

equipment.post('/spullen/:id/gegevens', (c) =>
  change(c, 'equipment.register', {
    form: DetailsForm,
    run: async (tx, permit, { photo, ...facts }) => changeEquipment(tx, permit, idIn<EquipmentId>(c), { ...facts, photo: await keep(tx, permit, photo) }),
    done: 'equipmentChanged',
    to: () => pageOf(c),
    again: (problems) => equipmentPage(c, problems),
  }),
)

equipment.post('/spullen/:id/uitlening', (c) =>
  change(c, 'equipment.move', {
    form: LendForm,
    run: (tx, permit, form) => moveEquipment(tx, permit, idIn<EquipmentId>(c), { ...form, kind: 'lent', note: null }),
    done: 'equipmentLent',
    to: () => pageOf(c),
    again: (problems) => equipmentPage(c, problems),
  }),
)

equipment.post('/spullen/:id/terug', (c) =>
  change(c, 'equipment.move', {
    run: (tx, permit) => moveEquipment(tx, permit, idIn<EquipmentId>(c), { kind: 'returned', member: null, on: permit.today, note: null }),
    done: 'equipmentReturned',
    to: () => pageOf(c),
    again: (problems) => equipmentPage(c, problems),
  }),
)

equipment.post('/spullen/:id/einde', (c) =>
  change(c, 'equipment.move', {
    form: EndForm,
    run: (tx, permit, form) => moveEquipment(tx, permit, idIn<EquipmentId>(c), form),
    done: 'equipmentEnded',
    to: () => pageOf(c),
    again: (problems) => equipmentPage(c, problems),
  }),
)
