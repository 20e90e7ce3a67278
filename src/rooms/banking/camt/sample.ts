/** Bank statements made up for tests and for the demo: valid CAMT.053, version 08. */

export type SampleEntry = {
  readonly amount: string
  readonly side: 'CRDT' | 'DBIT'
  readonly on?: string
  readonly name?: string
  readonly iban?: string
  readonly text?: string
  readonly reference?: string
  readonly status?: string
  readonly bankReference?: string
  /** The amounts of the payments, when the line is a batch. */
  readonly parts?: readonly string[]
}

export type Sample = {
  readonly id?: string
  readonly account?: string
  readonly opening: string
  readonly closing: string
  readonly openedOn?: string
  readonly closedOn?: string
  readonly entries: readonly string[]
}

/** One statement in one file; amounts as decimals, an amount below zero is a debit balance. */
export function camt(of: Sample): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
<BkToCstmrStmt><GrpHdr><MsgId>M-${of.id ?? 'A-1'}</MsgId><CreDtTm>${of.closedOn ?? '2026-10-31'}T23:00:00+01:00</CreDtTm></GrpHdr>
<Stmt><Id>${of.id ?? 'A-1'}</Id><CreDtTm>${of.closedOn ?? '2026-10-31'}T23:00:00+01:00</CreDtTm>
<Acct><Id><IBAN>${of.account ?? 'NL44RABO0123456789'}</IBAN></Id><Ccy>EUR</Ccy></Acct>
${balance('OPBD', of.opening, of.openedOn ?? '2026-10-01')}
${balance('CLBD', of.closing, of.closedOn ?? '2026-10-31')}
${of.entries.join('\n')}
</Stmt></BkToCstmrStmt></Document>
`
}

/** One line of a statement; `parts` makes it a batch. */
export function entry(of: SampleEntry): string {
  const day = of.on ?? '2026-10-30'
  const details = (of.parts ?? [of.amount]).map((amount) => detail({ ...of, amount }))
  const batch = of.parts ? `<Btch><NbOfTxs>${of.parts.length}</NbOfTxs></Btch>` : ''
  return `<Ntry><Amt Ccy="EUR">${of.amount}</Amt><CdtDbtInd>${of.side}</CdtDbtInd><Sts><Cd>${of.status ?? 'BOOK'}</Cd></Sts><BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${of.on ?? '2026-10-31'}</Dt></ValDt>${
    of.bankReference ? `<AcctSvcrRef>${escaped(of.bankReference)}</AcctSvcrRef>` : ''
  }<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>${of.side === 'CRDT' ? 'RCDT' : 'ICDT'}</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls>${batch}${details.join('')}</NtryDtls></Ntry>`
}

function detail(of: SampleEntry): string {
  const role = of.side === 'CRDT' ? 'Dbtr' : 'Cdtr'
  return `<TxDtls><Refs><EndToEndId>${escaped(of.reference ?? 'E2E-1')}</EndToEndId></Refs><Amt Ccy="EUR">${of.amount}</Amt><CdtDbtInd>${of.side}</CdtDbtInd><RltdPties><${role}><Pty><Nm>${escaped(
    of.name ?? 'Iemand',
  )}</Nm></Pty></${role}><${role}Acct><Id><IBAN>${of.iban ?? 'NL91ABNA0417164300'}</IBAN></Id></${role}Acct></RltdPties>${
    of.text ? `<RmtInf><Ustrd>${escaped(of.text)}</Ustrd></RmtInf>` : ''
  }</TxDtls>`
}

function balance(code: string, amount: string, day: string): string {
  const debit = amount.startsWith('-')
  return `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${debit ? amount.slice(1) : amount}</Amt><CdtDbtInd>${debit ? 'DBIT' : 'CRDT'}</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'))
}
