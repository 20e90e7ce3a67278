export async function standing(): Promise<void> { // planted
  await later() // planted
}
export function today(): string {
  return new Date().toISOString() // planted
}
export function draw(): number {
  return Math.random() // planted
}
export const place = process.env.PLACE // planted
export const fine = new Date('2026-01-01')
declare function later(): unknown
