import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { afterwards, firstScreens, togetherAs } from './scripts/lib/first-screens.mjs'

/**
 * The app: one HTML file, chunks with hashed names, a service worker and a web manifest, in `dist/` (or `DIST_DIR`).
 *
 * The server answers with `script-src 'self'; style-src 'self'`, so nothing may be inlined into index.html: no preload
 * polyfill and no `data:` assets. `manifest` is what scripts/lib/budget.mjs measures by.
 */

const root = fileURLToPath(new URL('.', import.meta.url))
/** Dexie's own entry is written for browsers of 2015, which costs 1.6 kB; this one is the same code for those of today. */
export const modernDexie = { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }

const port = Number(process.env.PORT ?? 8080)

/**
 * There is one style sheet, and the service worker fetches every chunk ahead: nothing is left for Vite's preloading, which
 * would be sent with the first screen.
 */
const noPreload: Plugin = {
  name: 'no-preload',
  enforce: 'pre',
  load: { filter: { id: /vite\/preload-helper/ }, handler: () => 'export const __vitePreload = (load) => load()' },
}

/** What a cold start runs at once, whole: the first screens and the part of Oversikt that the role sees. */
const RUN_AT_ONCE = /^(foerst|EnhetOversikt|RadOversikt|PartOversikt|LeserOversikt)$/

/**
 * Two hints for a cold start on a slow tablet. Functions that are called on load anyway are compiled while the file is read, beside the
 * page's thread (V8's explicit compile hints; others read a comment). And the font is asked for with the page, not when the first text
 * is laid out, so that nothing is laid out twice.
 */
const coldStart: Plugin = {
  name: 'cold-start',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'chunk' && RUN_AT_ONCE.test(file.name))
          file.code = `//# allFunctionsCalledOnLoad\n${file.code}`
    },
  },
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle }) {
      const font = Object.keys(bundle ?? {}).find((name) => /inter-latin-opsz-normal.*\.woff2$/.test(name))
      const first = Object.values(bundle ?? {}).find((file) => file.type === 'chunk' && file.name === 'foerst')
      if (font === undefined || first === undefined) return []
      const preload = (attrs: Record<string, string>): HtmlTagDescriptor => ({
        tag: 'link',
        attrs: { rel: 'preload', crossorigin: true, ...attrs },
        injectTo: 'head',
      })
      return [
        preload({ as: 'font', type: 'font/woff2', href: `/${font}` }),
        // Fetched with the page and not yet read in: a picture of Oversikt is painted before it (src/app/start.ts).
        preload({ as: 'script', href: `/${first.fileName}` }),
      ]
    },
  },
}

export default defineConfig({
  root,
  cacheDir: process.env.VITE_CACHE_DIR ?? '.cache/vite',
  plugins: [
    vue(),
    noPreload,
    coldStart,
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/app',
      filename: 'sw.ts',
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        id: '/',
        name: 'Heltidshjulet',
        short_name: 'Heltidshjulet',
        description: 'Heltidsprosjektet samlet på ett sted, med og uten nett',
        lang: 'nb',
        dir: 'ltr',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        theme_color: '#0B5563',
        background_color: '#F3F6F6',
        icons: [
          { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      includeManifestIcons: false,
      injectManifest: {
        rollupFormat: 'iife',
        // Every chunk, so that every screen opens without a network; of the font only the part that Norwegian needs.
        globPatterns: ['**/*.{js,css,html,svg}', '*.png', 'assets/inter-latin-opsz-*.woff2'],
        target: 'es2022',
        // The worker is a build of its own, which would otherwise report at length.
        buildPlugins: { vite: [{ name: 'quiet', config: () => ({ logLevel: 'warn' }) }] },
      },
    }),
  ],
  // A worker in parts: Excel's format is read by a part of its own, fetched when an Excel file comes.
  worker: { format: 'es', plugins: () => [noPreload] },
  define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false' },
  resolve: { alias: [modernDexie] },
  build: {
    target: 'es2022',
    outDir: process.env.DIST_DIR ?? 'dist',
    emptyOutDir: true,
    manifest: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: false,
    cssCodeSplit: false,
    reportCompressedSize: false,
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: {
        codeSplitting: {
          groups: [
            // With the framework: 2 kB less than in a chunk of its own, and the budget needs them.
            { name: togetherAs('start', ['index.html']), priority: 3 },
            { name: togetherAs('foerst', firstScreens), priority: 2 },
            { name: togetherAs('work', afterwards), priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    port,
    strictPort: true,
    // The server of scripts/dev.mjs listens beside. The Host header goes through untouched, so that it sees one origin.
    proxy: { '/api': { target: `http://127.0.0.1:${port + 1}`, changeOrigin: false } },
  },
})
