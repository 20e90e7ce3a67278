import { type Context, Hono } from 'hono'
import type { Tx } from '#kit/db.ts'
import { fileResponse, readFile } from '#kit/files.ts'
import type { Problems } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { act, change, type Env, errandAddress, formKeys, type MemberId, type Permit, scopeOf, show, togetherToUndo } from '#rooms/access'
import { type InvoiceId, invoicesOf, type OpenInvoice } from '#rooms/invoicing'
import { balanceOf } from '#rooms/ledger'
import { memberNames } from '#rooms/members'
import { nl } from './banking.nl.ts'
import type { BankLine, BankLineId } from './banking.types.ts'
import { lineOfBooking, partsOf } from './booking/booking.sql.ts'
import { bookLine, matchLine, undoBooking } from './booking/booking.ts'
import { lineById } from './booking/lines.sql.ts'
import { handing } from './cash/cash.nl.ts'
import { lastCounts } from './cash/cash.sql.ts'
import { cashOnDay, countCash, handCash } from './cash/cash.ts'
import { AcceptForm, BookForm, CountForm, choiceOf, HandForm, ImportForm, MatchForm, ProposalForm, rowsIn } from './forms.ts'
import { linesBooked, linesWaiting } from './lines.ts'
import { acceptCertain, acceptMany, acceptOne, BOOKED_TOGETHER, outcomeOf, undoTogether } from './matching/accepting.ts'
import { materialFor, proposalsFor, proposalsFrom } from './matching/proposals.ts'
import { BankPage, BookedPage, importSaid, StatementsPage } from './pages/bank-page.tsx'
import { CashPage } from './pages/cash-page.tsx'
import { LinePage } from './pages/line-page.tsx'
import { ruling } from './ruling/booking-rules.routes.tsx'
import { importFile } from './statements/import.ts'
import { isLongFile, LINES_AT_ONCE } from './statements/long.rules.ts'
import { afterImport, askImport } from './statements/long-import.ts'
import { importOf, latestStatements, storedFileOf } from './statements/statements.sql.ts'

export const routes = new Hono<Env>()

const PAGE = 50

const may = (c: Context<Env>, action: Parameters<typeof scopeOf>[0]) => c.var.seat !== null && scopeOf(action, c.var.seat.role) !== null

async function bankPage(c: Context<Env>, problems: Problems | null) {
  const after = c.req.query('na') ?? null
  const file = c.req.query('bestand') ?? ''
  const together = c.req.query('samen') ?? ''
  const { imported, ...found } = await act(c, 'bank.read', async (tx, permit) => {
    const lines = await linesWaiting(tx, permit, PAGE, after)
    return {
      lines,
      proposals: await proposalsFor(tx, permit, lines),
      imported: isId(file) ? await importOf(tx, permit, file) : null,
      outcome: isId(together) ? await outcomeOf(tx, permit, together) : null,
    }
  })
  return show(c, {
    title: nl.bank.title,
    body: (
      <BankPage
        {...found}
        older={next(found.lines)}
        said={imported ? importSaid({ ...imported, again: c.req.query('weer') === 'ja' }) : []}
        mayBook={may(c, 'payment.match')}
        mayImport={may(c, 'bank.import')}
        keys={formKeys(c)}
        problems={problems}
      />
    ),
  })
}

routes.get('/bank', async (c) => {
  const after = c.req.query('na') ?? null
  if (c.req.query('toon') === 'geboekt') {
    const found = await act(c, 'bank.read', async (tx, permit) => ({
      lines: await linesBooked(tx, permit, PAGE, after),
      names: await memberNames(tx, permit),
      last: may(c, 'bank.undo') ? await togetherToUndo(tx, permit, BOOKED_TOGETHER) : null,
    }))
    return show(c, { title: nl.bank.booked, body: <BookedPage {...found} older={next(found.lines)} keys={formKeys(c)} /> })
  }
  if (c.req.query('toon') === 'afschriften') {
    const statements = await act(c, 'bank.read', (tx, permit) => latestStatements(tx, permit, 100))
    return show(c, { title: nl.bank.statements, body: <StatementsPage statements={statements} /> })
  }
  return bankPage(c, null)
})

routes.route('/', ruling)

async function cashPage(c: Context<Env>, problems: Problems | null) {
  const found = await act(c, 'bank.read', async (tx, permit) => ({
    cash: await cashOnDay(tx, permit, permit.today),
    counts: await lastCounts(tx, permit, 6),
    names: await memberNames(tx, permit),
  }))
  const said = c.req.query('geteld') === 'ja' ? nl.cash.saved : null
  return show(c, { title: nl.cash.title, body: <CashPage {...found} said={said} mayBook={may(c, 'bank.book')} keys={formKeys(c)} problems={problems} /> })
}

routes.get('/bank/kas', (c) => cashPage(c, null))

routes.post('/bank/kas', (c) =>
  change(c, 'bank.book', {
    form: CountForm,
    run: (tx, permit, form) => countCash(tx, permit, form.geteld, form.reden),
    to: () => '/bank/kas?geteld=ja',
    again: (problems) => cashPage(c, problems),
  }),
)

routes.post('/bank/kas/leden', (c) =>
  change(c, 'bank.book', {
    form: HandForm,
    run: (tx, permit, { lid, richting, bedrag }) =>
      handCash(tx, permit, isId(lid) ? (lid as MemberId) : refuse(handing.refusals.nobody, {}, { field: 'lid' }), richting, bedrag),
    done: 'cashHanded',
    to: () => '/bank/kas',
    again: (problems) => cashPage(c, problems),
  }),
)

routes.get('/bank/bestanden/:file', async (c) => {
  const found = await act(c, 'bank.read', async (tx, permit) => {
    const id = c.req.param('file')
    const stored = isId(id) ? await storedFileOf(tx, permit, id) : null
    return readFile(tx, permit, stored ?? refuse(nl.refusals.noSuchLine, {}, { kind: 'missing' }))
  })
  return fileResponse(found, { download: true })
})

routes.post('/bank/afschriften', (c) =>
  change(c, 'bank.import', {
    form: ImportForm,
    run: async (tx, permit, form) => {
      const bank = form.bestand ?? refuse(nl.refusals.noFile, {}, { field: 'bestand' })
      const bytes = new Uint8Array(await bank.arrayBuffer())
      const file = { name: bank.name, type: bank.type, bytes }
      const options = { ownAccount: form.rekening !== null }
      const long = isLongFile(bytes, c.var.settings.atOnce?.lines ?? LINES_AT_ONCE)
      return long ? errandAddress(await askImport(tx, permit, file, options)) : afterImport(await importFile(tx, permit, file, options))
    },
    to: (address) => address,
    again: (problems) => bankPage(c, problems),
  }),
)

routes.post('/bank/akkoord', (c) =>
  change(c, 'payment.match', {
    form: AcceptForm,
    run: (tx, permit, form) => {
      if (form.alles) return acceptCertain(tx, permit)
      const choices = form.regel.map((value) => value.split('.')).filter(([line = '']) => isId(line))
      return acceptMany(
        tx,
        permit,
        choices.map(([line = '', key = '']) => ({ line: line as BankLineId, key })),
      )
    },
    to: ({ together }) => `/bank?samen=${together}`,
    again: (problems) => bankPage(c, problems),
  }),
)

routes.post('/bank/samen/:together/ongedaan', (c) => {
  const id = c.req.param('together')
  return change(c, 'bank.undo', {
    run: (tx, permit) => undoTogether(tx, permit, isId(id) ? id : refuse(nl.refusals.nothingTogether, {}, { kind: 'missing' })),
    to: (undone) => `/bank?samen=${undone}`,
  })
})

async function linePage(c: Context<Env>, problems: Problems | null) {
  const found = await act(c, 'bank.read', async (tx, permit) => {
    const line = (await lineById(tx, permit, lineIn(c))) ?? refuse(nl.refusals.noSuchLine, {}, { kind: 'missing' })
    if (line.booking) {
      const parts = (await partsOf(tx, permit, [line.booking.id])).get(line.booking.id) ?? []
      const cash = parts.some(({ kind }) => kind === 'cashDeposit' || kind === 'cashWithdrawal') ? await balanceOf(tx, permit, 'cash', permit.today) : ZERO
      return { line, parts, proposals: [], names: await memberNames(tx, permit), material: null, cash }
    }
    const material = await materialFor(tx, permit, [line], true)
    return { line, parts: [], proposals: proposalsFrom([line], material).get(line.id) ?? [], names: material.names, material, cash: ZERO }
  })
  const said = c.req.query('gedaan') === 'geboekt' ? nl.line.bookedNow : c.req.query('gedaan') === 'ongedaan' ? nl.line.undone : null
  return show(c, {
    title: nl.line.title,
    body: (
      <LinePage
        {...found}
        said={said}
        mayBook={may(c, 'bank.book')}
        keys={formKeys(c)}
        problems={problems}
        rows={rowsIn(problems?.typed.delen ?? c.req.query('delen'))}
      />
    ),
  })
}

routes.get('/bank/regels/:line', (c) => linePage(c, null))

/** From an entry of the books to the line of the bank it booked. */
routes.get('/bank/boeking/:booking', async (c) => {
  const booking = c.req.param('booking')
  const line = await act(c, 'bank.read', async (tx, permit) => (isId(booking) ? await lineOfBooking(tx, permit, booking) : null))
  return c.redirect(`/bank/regels/${line ?? refuse(nl.refusals.noSuchLine, {}, { kind: 'missing' })}`, 303)
})

routes.post('/bank/regels/:line/voorstel', (c) =>
  change(c, 'payment.match', {
    form: ProposalForm,
    run: async (tx, permit, form) => {
      await acceptOne(tx, permit, { line: lineIn(c), key: form.voorstel })
    },
    to: () => `/bank/regels/${lineIn(c)}?gedaan=geboekt`,
  }),
)

routes.post('/bank/regels/:line/koppeling', (c) =>
  change(c, 'payment.match', {
    form: MatchForm,
    run: async (tx, permit, form) => matchLine(tx, permit, lineIn(c), await invoicesNamed(tx, permit, form.nummers)),
    to: () => `/bank/regels/${lineIn(c)}?gedaan=geboekt`,
    again: (problems) => linePage(c, problems),
  }),
)

routes.post('/bank/regels/:line/boeking', (c) =>
  change(c, 'bank.book', {
    form: BookForm,
    run: async (tx, permit, form) => {
      const line = (await lineById(tx, permit, lineIn(c))) ?? refuse(nl.refusals.noSuchLine, {}, { kind: 'missing' })
      const open = form.rows.some((row) => row.numbers.length > 0) ? await invoicesOf(tx, permit, { payable: true }) : []
      return bookLine(
        tx,
        permit,
        line.id,
        choiceOf(form, line, (numbers, field) => numbered(open, numbers, field)),
      )
    },
    to: () => `/bank/regels/${lineIn(c)}?gedaan=geboekt`,
    again: (problems) => linePage(c, problems),
  }),
)

routes.post('/bank/regels/:line/ongedaan', (c) =>
  change(c, 'bank.undo', {
    run: (tx, permit) => undoBooking(tx, permit, lineIn(c)),
    to: () => `/bank/regels/${lineIn(c)}?gedaan=ongedaan`,
  }),
)

async function invoicesNamed(tx: Tx, permit: Permit<'payment.match'>, typed: string): Promise<InvoiceId[]> {
  return numbered(await invoicesOf(tx, permit, { payable: true }), typed.split(/[\s,;]+/).filter(Boolean), 'nummers')
}

function numbered(open: readonly OpenInvoice[], numbers: readonly string[], field: string): InvoiceId[] {
  return numbers.map(
    (number) => open.find((invoice) => invoice.number === number)?.id ?? refuse(nl.refusals.unknownNumber, { number: number.slice(0, 40) }, { field }),
  )
}

function lineIn(c: Context<Env>): BankLineId {
  const id = c.req.param('line') ?? ''
  return isId(id) ? (id as BankLineId) : refuse(nl.refusals.noSuchLine, {}, { kind: 'missing' })
}

function next(lines: readonly BankLine[]): string | null {
  const last = lines.at(-1)
  return last && lines.length === PAGE ? `${last.bookedOn}_${last.id}` : null
}
