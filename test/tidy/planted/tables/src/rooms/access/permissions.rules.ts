export const PERMISSIONS = { 'members.leave': { may: {} } }
