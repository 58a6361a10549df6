import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { defineConfig } from 'vite';

const module = readFileSync(new URL('node_modules/gongwen/dist/gongwen.wasm', import.meta.url));

export default defineConfig({
  // The page works from any folder of a server.
  base: './',
  // The package finds its module and its worker by addresses beside its own files: the development server leaves them there.
  optimizeDeps: { exclude: ['gongwen'] },
  worker: { format: 'es' },
  // The sample texts are those of the examples.
  server: { fs: { allow: ['.', '../texts'] } },
  define: { MODULE_BYTES: module.length, MODULE_GZIP_BYTES: gzipSync(module, { level: 9 }).length },
  build: {
    target: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: { polyfill: false },
    // An inlined file would be a data: address, which the page's policy forbids.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
});
