export const notInSql = 'members.member' // planted
export const action = 'members.leave'
