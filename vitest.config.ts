import vue from '@vitejs/plugin-vue'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { browserArgs, findBrowser } from './scripts/browser.mjs'
import { modern } from './vite.config.ts'

/**
 * Four projects: `node` (pure floors, the device on fake-indexeddb, the server by `app.request()`: seconds), `postgres`
 * (what `node` runs on SQLite, on a real PostgreSQL, and what only it can do: several instances), `browser`
 * (components and Dexie in a real Chromium) and `e2e` (Playwright against the built app and the real server: minutes).
 */

const define = { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false' }

export default defineConfig({
  cacheDir: process.env.VITE_CACHE_DIR ?? '.cache/vitest',
  test: {
    teardownTimeout: 20_000,
    projects: [
      {
        plugins: [vue()],
        define,
        test: {
          name: 'node',
          environment: 'node',
          // Wide, for a busy machine: the whole project takes seconds on a quiet one.
          testTimeout: 30_000,
          hookTimeout: 30_000,
          include: ['tests/{domain,sync,data,server,report,app,nett}/**/*.test.ts', 'tests/journey*.test.ts'],
        },
      },
      {
        plugins: [vue()],
        define,
        test: {
          name: 'postgres',
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // What chance finds in the protocol, `node` finds; here it is the database that is tried.
          env: { HH_DATABASE: 'postgres', HH_REISER: process.env.HH_REISER ?? '30' },
          globalSetup: 'tests/support/postgres.ts',
          include: [
            'tests/postgres/**/*.test.ts',
            'tests/server/{admin,app,events,kalender,login}.test.ts',
            'tests/journey*.test.ts',
          ],
        },
      },
      {
        plugins: [vue()],
        define,
        resolve: { alias: modern },
        // All of it up front: a package that Vite finds later makes it reload the page in the middle of a test.
        optimizeDeps: {
          include: [
            'axe-core',
            'chart.js',
            'dexie/dist/modern/dexie.mjs',
            'fast-check',
            'pinia',
            'valibot',
            'vitest-browser-vue',
            'vue',
            'vue-router',
          ],
        },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          setupFiles: 'tests/support/ikoner.ts',
          testTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: findBrowser(), args: browserArgs },
              contextOptions: { locale: 'nb-NO', timezoneId: 'Europe/Oslo' },
            }),
            instances: [{ browser: 'chromium', viewport: { width: 820, height: 1180 } }],
          },
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          // Two at a time: each has a browser and a server of its own, and waits more than it works.
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
