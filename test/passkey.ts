import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** A device that keeps passkeys, played: it answers what a page asks, as a browser would send it. */
export type PlayedDevice = {
  readonly make: (page: string, origin: string, verified?: boolean) => Record<string, string>
  readonly answer: (page: string, origin: string, verified?: boolean) => Record<string, string>
}

export function playedDevice(): PlayedDevice {
  const id = randomBytes(16)
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const whole = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key', clientExtensionResults: {} }
  const sent = (seal: string, response: Record<string, Buffer>) => ({
    zegel: seal,
    antwoord: JSON.stringify({ ...whole, response: Object.fromEntries(Object.entries(response).map(([part, bytes]) => [part, bytes.toString('base64url')])) }),
  })
  return {
    make: (page, origin, verified = true) => {
      const { options, seal } = askedOn(page, 'create')
      const clientDataJSON = clientData('webauthn.create', options.challenge, origin)
      const head = authenticatorData(options.rp?.id ?? '', verified ? 0x45 : 0x41)
      const size = Buffer.from([0, id.length])
      const data = Buffer.concat([head, Buffer.alloc(16), size, id, coseKey(publicKey)])
      const length = Buffer.from([0x58, data.length])
      const attestationObject = Buffer.concat([
        Buffer.from([0xa3]),
        word('fmt'),
        word('none'),
        word('attStmt'),
        Buffer.from([0xa0]),
        word('authData'),
        length,
        data,
      ])
      return sent(seal, { clientDataJSON, attestationObject })
    },
    answer: (page, origin, verified = true) => {
      const { options, seal } = askedOn(page, 'get')
      const clientDataJSON = clientData('webauthn.get', options.challenge, origin)
      const data = authenticatorData(options.rpId ?? '', verified ? 0x05 : 0x01)
      const signature = sign('sha256', Buffer.concat([data, digest(clientDataJSON)]), privateKey)
      return sent(seal, { clientDataJSON, authenticatorData: data, signature })
    },
  }
}

/** What a page asks a device for, with the seal that must come back. */
function askedOn(page: string, what: 'create' | 'get'): { options: { challenge: string; rpId?: string; rp?: { id: string } }; seal: string } {
  const form = new RegExp(`<form[^>]*data-passkey="${what}"[\\s\\S]*?</form>`).exec(page)?.[0] ?? ''
  const options = /data-options="([^"]*)"/.exec(form)?.[1]?.replaceAll('&quot;', '"') ?? 'null'
  return { options: JSON.parse(options), seal: /name="zegel" value="([^"]*)"/.exec(form)?.[1] ?? '' }
}

function clientData(type: string, challenge: string, origin: string): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
}

function authenticatorData(house: string, flags: number): Buffer {
  return Buffer.concat([digest(Buffer.from(house)), Buffer.from([flags]), Buffer.alloc(4)])
}

function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const part = (label: number, value: string) => Buffer.concat([Buffer.from([label, 0x58, 32]), Buffer.from(value, 'base64url')])
  return Buffer.concat([Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]), part(0x21, x), part(0x22, y)])
}

function word(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)])
}

function digest(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest()
}
