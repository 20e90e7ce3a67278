export {
  askToSpend,
  bookPurchase,
  decideSpending,
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
export { acceptedCostsOfMonth, answerReceipt, judgeReceipt, receiptById, receiptsInReach, sendReceipt, unjudgedReceipts } from './receipts.ts'
export { routes } from './spending.routes.tsx'
export type { Payable, Pot } from './spending.rules.ts'
export type { AcceptedCost, CostId, Receipt, SpendingRequest, SpendingRequestId } from './spending.types.ts'
