export {
  askToSpend,
  bookPurchase,
  decideSpending,
  figures,
  type PotFigures,
  type Pots,
  payablesOpen,
  payCost,
  potsOf,
  potsOfAll,
  requestById,
  requestsInReach,
  reservedOf,
  takeBackSpending,
  undoPayCost,
} from './budgets.ts'
export { answerReceipt, judgeReceipt, receiptById, receiptsInReach, sendReceipt, unjudgedReceipts } from './receipts.ts'
export { type Spending, spendingRows } from './requests.sql.ts'
export { routes } from './spending.routes.tsx'
export type { Payable, Pot } from './spending.rules.ts'
export type { AcceptedCost, CostId, Receipt, SpendingRequest, SpendingRequestId } from './spending.types.ts'
