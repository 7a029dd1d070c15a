import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/**
 * The server as few files, `dist-server/main.js` first (or in `DIST_SERVER_DIR`), so that a start reads no thousand small
 * ones; its commands beside it.
 *
 * Left outside: Node's own modules, the SQLite twin (it carries a binary) and pg (only an installation on PostgreSQL has it).
 */

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  cacheDir: process.env.VITE_CACHE_DIR ?? '.cache/vite',
  ssr: { noExternal: true, external: ['@photostructure/sqlite', 'pg'], target: 'node' },
  build: {
    ssr: true,
    target: 'node20',
    outDir: process.env.DIST_SERVER_DIR ?? 'dist-server',
    emptyOutDir: true,
    copyPublicDir: false,
    minify: false,
    sourcemap: false,
    reportCompressedSize: false,
    rolldownOptions: {
      external: [/^node:/, '@photostructure/sqlite', 'pg', 'pg-native'],
      input: {
        main: 'src/server/main.ts',
        backup: 'src/server/backup/main.ts',
        restore: 'src/server/backup/restoreMain.ts',
        move: 'src/server/move/main.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
