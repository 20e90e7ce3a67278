import { toString as draw } from 'qrcode'

/** A key as a square to scan, drawn without style so that the content policy lets it through, and as letters to type. */
export async function pictureOf(uri: string): Promise<{ readonly source: string; readonly letters: string }> {
  const svg = await draw(uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })
  const letters = new URL(uri).searchParams.get('secret') ?? ''
  return { source: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`, letters: letters.replace(/(.{4})/g, '$1 ').trim() }
}
