import pino from 'pino'

/** JSON lines without personal data: ids, routes and durations only. */
export const log = pino({ level: process.env.LOG_LEVEL ?? 'info', base: null, timestamp: pino.stdTimeFunctions.isoTime })
