import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { minify } from 'terser'
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { afterwards, firstFilling, firstScreens, togetherAs } from './scripts/lib/first-screens.mjs'

/**
 * The app: one HTML file, chunks with hashed names, a service worker and a web manifest, in `dist/` (or `DIST_DIR`).
 *
 * The server answers with `script-src 'self'; style-src 'self'`, so nothing may be inlined into index.html: no preload
 * polyfill and no `data:` assets. `manifest` is what scripts/lib/budget.mjs measures by.
 */

const root = fileURLToPath(new URL('.', import.meta.url))
/** These packages' own entries are written for browsers of 2015, which costs 2 kB together; these are the same code for those of today. */
export const modern = [
  { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' },
  { find: /^workbox-window$/, replacement: 'workbox-window/build/workbox-window.prod.mjs' },
]

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

/** The icons stand in the page itself: markup that no script has to be read for, and that a picture of Oversikt uses too. */
const icons: Plugin = {
  name: 'icons',
  transformIndexHtml: (html) =>
    html.replace('</body>', () => `${readFileSync(`${root}src/app/ui/ikoner.svg`, 'utf8').trim()}\n  </body>`),
}

/**
 * Pinia's saving of a store to a file is for its devtools, which are not here. It stays in the bundle all the same (0.9 kB, brotli)
 * because of one line that asks the browser how files are saved. Said to be without effect, the line goes, and all that it names.
 */
const withoutSaving: Plugin = {
  name: 'without-saving',
  apply: 'build',
  transform: {
    filter: { id: /\/pinia\/dist\/pinia\.js$/ },
    handler(code) {
      const [line, how] =
        /^const saveAs = (.+);$/m.exec(code) ??
        this.error('pinia has no such line any more: see whether this is still needed')
      return { code: code.replace(line, `const saveAs = /*#__PURE__*/ (() => ${how})();`), map: null }
    },
  },
}

/** What a cold start runs at once, whole: the first screens and the part of Oversikt that the role sees. */
const RUN_AT_ONCE = /^(foerst|EnhetOversikt|RadOversikt|PartOversikt|LeserOversikt)$/

/**
 * The first load goes through a second minifier as well: a kilobyte less (brotli), which the budget needs. For the rest it is not
 * worth the seconds.
 */
const smallerFirst: Plugin = {
  name: 'smaller-first',
  apply: 'build',
  generateBundle: {
    order: 'post',
    async handler(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk' || !(RUN_AT_ONCE.test(file.name) || file.name === 'work')) continue
        const { code } = await minify(file.code, {
          module: true,
          compress: { passes: 2, ecma: 2020, keep_fargs: false },
          format: { ecma: 2020 },
        })
        if (code !== undefined) file.code = code
      }
    },
  },
}

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
    icons,
    withoutSaving,
    smallerFirst,
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
  resolve: { alias: modern },
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
            // And a few lines that every part of Oversikt asks for: not worth a file of their own.
            {
              name: togetherAs('foerst', [...firstScreens, 'src/domain/siden.ts', 'src/domain/sistmeldt.ts']),
              priority: 2,
            },
            { name: togetherAs('work', afterwards), priority: 1 },
            { name: (id) => (firstFilling.some((path) => id.endsWith(`/${path}`)) ? 'sene' : undefined) },
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
