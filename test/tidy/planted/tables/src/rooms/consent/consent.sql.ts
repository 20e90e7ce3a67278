declare const sql: (parts: TemplateStringsArray, ...values: unknown[]) => unknown
export const view = 'members.shared'
export const taken = 'members.member' // planted
export const raw = sql`select * from members.member where id = ${1}` // planted
