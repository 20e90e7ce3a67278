import { newId } from '#kit/ids.ts'

/** A browser over real HTTP: cookies, the token of forms, and patience. */
export type Visitor = {
  readonly signIn: (person: string) => Promise<void>
  /** Sends a form under a key until the program answers; gives the status and where it points. Counts how often it had to be sent. */
  readonly insist: (path: string, fields: Readonly<Record<string, string>>) => Promise<{ status: number; location: string | null; sent: number }>
}

/** `forgetful` makes up a new key at each attempt: the fault that keys are for, to see that the comparison notices it. */
export function visitor(address: () => string, forgetful = false): Visitor {
  const cookies = new Map<string, string>()
  let token = ''
  const send = async (path: string, init: RequestInit) => {
    const headers = { cookie: [...cookies].map((pair) => pair.join('=')).join('; '), origin: address() }
    const response = await fetch(address() + path, { ...init, headers, redirect: 'manual', signal: AbortSignal.timeout(20_000) })
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=')
      cookies.set(name, value)
    }
    return response
  }
  const form = (fields: Readonly<Record<string, string>>) => new URLSearchParams({ _csrf: token, ...fields })
  return {
    signIn: async (person) => {
      token = /name="_csrf" value="([^"]+)"/.exec(await (await send('/inloggen', {})).text())?.[1] ?? ''
      const answer = await send(`/demo/als/${person}`, { method: 'POST', body: form({}) })
      if (answer.status !== 303) throw new Error(`could not sign in: ${answer.status}`)
    },
    insist: async (path, fields) => {
      const key = newId()
      for (let sent = 1; ; sent++) {
        try {
          const answer = await send(path, { method: 'POST', body: form({ ...fields, _key: forgetful ? newId() : key }) })
          await answer.body?.cancel()
          if (answer.status < 500) return { status: answer.status, location: answer.headers.get('location'), sent }
        } catch {
          // No answer: it may be stored or not. The same form goes again.
        }
        await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 100))
      }
    },
  }
}
