import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      { extends: true, test: { name: 'rules', include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'bench/**/*.test.ts'] } },
      { extends: true, test: { name: 'tidy', include: ['test/tidy/*.test.ts'], testTimeout: 60_000 } },
      // Stories share one database per run: each builds its own cooperative, and tenants keep them apart.
      {
        extends: true,
        test: {
          name: 'stories',
          include: ['test/stories/**/*.story.ts'],
          pool: 'forks',
          isolate: false,
          fileParallelism: false,
          maxWorkers: 1,
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.browser.ts'],
          pool: 'forks',
          fileParallelism: false,
          maxWorkers: 1,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      // Every page of every role, looked at by axe.
      {
        extends: true,
        test: {
          name: 'pages',
          include: ['test/browser/**/*.sweep.ts'],
          pool: 'forks',
          fileParallelism: false,
          maxWorkers: 1,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
