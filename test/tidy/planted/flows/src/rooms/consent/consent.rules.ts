export const PROCEDURES = ['draft', 'sent', 'decided'] as const
export type Procedure = (typeof PROCEDURES)[number]
export type Effect = 'none' | 'inForce' | 'ended'
