import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { house, planted } from './sources.ts'

type Manifest = {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly allowScripts?: Readonly<Record<string, boolean>>
}
type Lock = { readonly packages: Readonly<Record<string, { readonly version?: string; readonly hasInstallScript?: boolean; readonly resolved?: string }>> }
type Rule = (manifest: Manifest, lock: Lock) => string[]

const rules: Readonly<Record<string, Rule>> = {
  'the lock file names no host': (_, { packages }) =>
    Object.entries(packages).flatMap(([path, { resolved }]) => (resolved && !packages[resolved] ? [path] : [])),
  'there are at most 30 direct run-time packages': ({ dependencies }) => Object.keys(dependencies).slice(30),
  'every package has one exact version': ({ dependencies, devDependencies }) =>
    Object.entries({ ...dependencies, ...devDependencies }).flatMap(([name, version]) => (/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version) ? [] : [name])),
  'only packages on the list run a script when installed': ({ allowScripts = {} }, { packages }) =>
    Object.entries(packages).flatMap(([path, { hasInstallScript }]) =>
      hasInstallScript && !allowScripts[path.replace(/^.*node_modules\//, '')] ? [path] : [],
    ),
  'the manifest and the lock file agree': ({ dependencies, devDependencies }, { packages }) =>
    Object.entries({ ...dependencies, ...devDependencies }).flatMap(([name, version]) => (packages[`node_modules/${name}`]?.version === version ? [] : [name])),
}

const caught: Readonly<Record<keyof typeof rules, readonly string[]>> = {
  'the lock file names no host': ['node_modules/from-somewhere'],
  'there are at most 30 direct run-time packages': ['one-too-many'],
  'every package has one exact version': ['loose'],
  'only packages on the list run a script when installed': ['node_modules/runs-a-script'],
  'the manifest and the lock file agree': ['behind'],
}

describe('packages', () => {
  test.each(Object.entries(rules))('%s', (_, rule) => {
    const [manifest, lock] = read(house)
    expect(Object.keys(lock.packages).length).toBeGreaterThan(50)
    expect(rule(manifest, lock)).toEqual([])
  })
  test.each(Object.entries(rules))('%s: what was planted is found', (name, rule) => {
    const [manifest, lock] = read(`${planted}/packages/`)
    expect(rule(manifest, lock)).toEqual(caught[name])
  })
})

function read(root: string): [Manifest, Lock] {
  return [JSON.parse(readFileSync(`${root}package.json`, 'utf8')), JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8'))]
}
