/** Where in a CAMT.053 document the facts stand; everything else is passed over. */

/** A thing that begins at an element and gathers fields until it ends. */
export type Part = 'statement' | 'balance' | 'entry' | 'detail'

export type Place = {
  readonly children: Map<string, Place>
  begins: Part | null
  field: Field | null
}

type Field = { readonly part: Part | 'file'; readonly name: string; readonly many: boolean }

/** What was gathered for a part: field → text; the currency of an amount stands under `<field>:currency`. */
export type Gathered = Record<string, string>

const STATEMENT = 'Document/BkToCstmrStmt/Stmt'
const BALANCE = `${STATEMENT}/Bal`
const ENTRY = `${STATEMENT}/Ntry`
const DETAIL = `${ENTRY}/NtryDtls/TxDtls`

const party = (tag: string) => ({ [`RltdPties/${tag}/Nm`]: '', [`RltdPties/${tag}/Pty/Nm`]: '' })
const named = (tag: string, name: string) => Object.fromEntries(Object.keys(party(tag)).map((path) => [path, name]))

const FIELDS: Readonly<
  Record<Part, { readonly at: string; readonly once: Readonly<Record<string, string>>; readonly many?: Readonly<Record<string, string>> }>
> = {
  statement: {
    at: STATEMENT,
    once: {
      Id: 'id',
      'StmtPgntn/PgNb': 'page',
      'Acct/Id/IBAN': 'account',
      'Acct/Id/Othr/Id': 'account',
      'Acct/Ccy': 'currency',
      'Acct/Ownr/Nm': 'owner',
    },
  },
  balance: {
    at: BALANCE,
    once: { 'Tp/CdOrPrtry/Cd': 'code', Amt: 'amount', CdtDbtInd: 'side', 'Dt/Dt': 'day', 'Dt/DtTm': 'day' },
  },
  entry: {
    at: ENTRY,
    once: {
      Amt: 'amount',
      CdtDbtInd: 'side',
      RvslInd: 'reversal',
      Sts: 'status',
      'Sts/Cd': 'status',
      'BookgDt/Dt': 'booked',
      'BookgDt/DtTm': 'booked',
      'ValDt/Dt': 'value',
      'ValDt/DtTm': 'value',
      NtryRef: 'entryReference',
      AcctSvcrRef: 'bankReference',
      'BkTxCd/Domn/Cd': 'domain',
      'BkTxCd/Domn/Fmly/Cd': 'family',
      'BkTxCd/Domn/Fmly/SubFmlyCd': 'subfamily',
      'BkTxCd/Prtry/Cd': 'ownCode',
      AddtlNtryInf: 'info',
    },
    many: { 'NtryDtls/Btch/NbOfTxs': 'batch' },
  },
  detail: {
    at: DETAIL,
    once: {
      Amt: 'amount',
      CdtDbtInd: 'side',
      'AmtDtls/TxAmt/Amt': 'transactionAmount',
      'Refs/EndToEndId': 'endToEnd',
      'Refs/MndtId': 'mandate',
      'Refs/AcctSvcrRef': 'bankReference',
      ...named('Dbtr', 'debtor'),
      ...named('Cdtr', 'creditor'),
      ...named('UltmtDbtr', 'ultimateDebtor'),
      'RltdPties/DbtrAcct/Id/IBAN': 'debtorAccount',
      'RltdPties/DbtrAcct/Id/Othr/Id': 'debtorAccount',
      'RltdPties/CdtrAcct/Id/IBAN': 'creditorAccount',
      'RltdPties/CdtrAcct/Id/Othr/Id': 'creditorAccount',
      'RtrInf/Rsn/Cd': 'returned',
      AddtlTxInf: 'info',
    },
    many: {
      'RmtInf/Ustrd': 'text',
      'RmtInf/Strd/AddtlRmtInf': 'text',
      'RmtInf/Strd/CdtrRefInf/Ref': 'references',
      'RmtInf/Strd/RfrdDocInf/Nb': 'references',
    },
  },
}

/** Between values of a field that may come more than once; no XML text can hold it. */
export const BETWEEN = '\u0000'

/** The tree of known elements; the reader walks it beside the document. */
export function shape(): Place {
  const root = place()
  for (const [part, fields] of Object.entries(FIELDS) as [Part, (typeof FIELDS)[Part]][]) {
    walk(root, fields.at).begins = part
    for (const [path, name] of Object.entries(fields.once)) walk(root, `${fields.at}/${path}`).field = { part, name, many: false }
    for (const [path, name] of Object.entries(fields.many ?? {})) walk(root, `${fields.at}/${path}`).field = { part, name, many: true }
  }
  walk(root, 'Document/BkToCstmrStmt/GrpHdr/MsgId').field = { part: 'file', name: 'messageId', many: false }
  return root
}

function place(): Place {
  return { children: new Map(), begins: null, field: null }
}

function walk(from: Place, path: string): Place {
  let here = from
  for (const name of path.split('/')) {
    let next = here.children.get(name)
    if (!next) {
      next = place()
      here.children.set(name, next)
    }
    here = next
  }
  return here
}
