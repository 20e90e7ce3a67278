import { addDays, type Day } from '#kit/day.ts'
import { type Cents, decimal } from '#kit/money.ts'

/** A line as the invented bank writes it: money in is positive. */
export type BankFact = {
  readonly on: Day
  readonly cents: Cents
  readonly name: string
  readonly iban: string | null
  readonly text: string
  readonly reference: string
}

/** A CAMT.053 (.001.02) statement over a period, as a Dutch bank sends it. */
export function camtFile(iban: string, period: { from: Day; until: Day }, opening: Cents, lines: readonly BankFact[]): Uint8Array {
  const closing = lines.reduce((sum, line) => (sum + line.cents) as Cents, opening)
  const id = `DEMO-${iban.slice(-6)}-${period.until}`
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>
<GrpHdr><MsgId>${id}</MsgId><CreDtTm>${addDays(period.until, 1)}T06:00:00</CreDtTm></GrpHdr>
<Stmt><Id>${id}</Id><ElctrncSeqNb>1</ElctrncSeqNb><CreDtTm>${addDays(period.until, 1)}T06:00:00</CreDtTm>
<FrToDt><FrDtTm>${period.from}T00:00:00</FrDtTm><ToDtTm>${period.until}T23:59:59</ToDtTm></FrToDt>
<Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>
${balance('OPBD', opening, period.from)}${balance('CLBD', closing, period.until)}
${lines.map((line, index) => entry(line, `${id}-${index + 1}`)).join('\n')}
</Stmt></BkToCstmrStmt></Document>`
  return new TextEncoder().encode(xml)
}

function balance(code: string, cents: Cents, on: Day): string {
  return `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${amount(cents)}<Dt><Dt>${on}</Dt></Dt></Bal>`
}

function amount(cents: Cents): string {
  return `<Amt Ccy="EUR">${decimal((cents < 0n ? -cents : cents) as Cents)}</Amt><CdtDbtInd>${cents < 0n ? 'DBIT' : 'CRDT'}</CdtDbtInd>`
}

function entry(line: BankFact, reference: string): string {
  const party = line.cents > 0n ? 'Dbtr' : 'Cdtr'
  const account = line.iban ? `<${party}Acct><Id><IBAN>${line.iban}</IBAN></Id></${party}Acct>` : ''
  return `<Ntry><NtryRef>${reference}</NtryRef>${amount(line.cents)}<Sts>BOOK</Sts><BookgDt><Dt>${line.on}</Dt></BookgDt><ValDt><Dt>${line.on}</Dt></ValDt>
<AcctSvcrRef>${reference}</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>${line.cents > 0n ? 'RCDT' : 'ICDT'}</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>
<NtryDtls><TxDtls><Refs><EndToEndId>${escaped(line.reference)}</EndToEndId></Refs><RltdPties><${party}><Nm>${escaped(line.name)}</Nm></${party}>${account}</RltdPties>
<RmtInf><Ustrd>${escaped(line.text)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
