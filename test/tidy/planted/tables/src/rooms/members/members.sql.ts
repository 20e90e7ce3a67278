export const own = 'members.member'
