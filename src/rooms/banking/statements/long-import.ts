import { createHash } from 'node:crypto'
import type { Tx } from '#kit/db.ts'
import { type NewFile, readFile, removeFile, storeFile } from '#kit/files.ts'
import { askErrand, type Errand, type ErrandId, errandWork, type Permit } from '#rooms/access'
import type { BankFileSummary } from '../banking.types.ts'
import { readWholeCamt } from '../camt/read.ts'
import { checkFile, importFile } from './import.ts'

/** Keeps a long file and asks for it to be brought in in the background; gives the errand. Refuses what no file of a bank can be. */
export function askImport(tx: Tx, permit: Permit<'bank.import'>, file: NewFile, options: { readonly ownAccount: boolean }): Promise<ErrandId> {
  return askErrand(tx, permit, {
    kind: 'bank.import',
    about: createHash('sha256').update(file.bytes).digest('hex'),
    label: file.name.slice(0, 60),
    back: '/bank',
    facts: async () => ({
      file: await storeFile(tx, permit, file, { only: ['application/xml'], field: 'bestand' }),
      name: file.name.slice(0, 200),
      own: options.ownAccount ? 'yes' : 'no',
    }),
  })
}

/** Reading and checking change nothing; the whole file comes in by the last step, in one transaction, or not at all. */
export const importing = errandWork(
  'bank.import',
  [
    async (tx, permit, errand) => {
      readWholeCamt((await kept(tx, permit, errand)).bytes)
      return {}
    },
    async (tx, permit, errand) => {
      await checkFile(tx, permit, await kept(tx, permit, errand), optionsOf(errand))
      return {}
    },
    async (tx, permit, errand) => {
      const imported = await importFile(tx, permit, await kept(tx, permit, errand), { ...optionsOf(errand), stored: errand.facts.file ?? '' })
      if (imported.again) await removeFile(tx, permit, errand.facts.file ?? '')
      return { result: afterImport(imported) }
    },
  ],
  (tx, errand) => removeFile(tx, errand, errand.facts.file ?? ''),
)

/** The page that tells what an import brought in. */
export function afterImport(imported: BankFileSummary): string {
  return `/bank?bestand=${imported.file}${imported.again ? '&weer=ja' : ''}`
}

async function kept(tx: Tx, permit: Permit<'bank.import'>, { facts }: Errand): Promise<NewFile> {
  const { bytes, type } = await readFile(tx, permit, facts.file ?? '')
  return { name: facts.name ?? '', type, bytes }
}

function optionsOf({ facts }: Errand): { readonly ownAccount: boolean } {
  return { ownAccount: facts.own === 'yes' }
}
