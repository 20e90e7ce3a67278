export type Consent = { readonly approvedBy: string; readonly member: string }
export type Approval = { readonly id: string } // planted
export function grant(users: readonly string[]): void {} // planted
export const memberApproval = 1 // planted
