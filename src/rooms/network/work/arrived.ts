import type { NewFile } from '#kit/files.ts'

/** A file of a form with its bytes; null where none was chosen. */
export async function arrived(file: File | null): Promise<NewFile | null> {
  return file ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } : null
}
