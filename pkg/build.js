// Builds dist/ from src/: types by tsc, code by esbuild. `cargo xtask npm` runs it, after it has put into src/generated/
// the module's glue and the types of the Document, and the module and its schema into dist/.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const [source, dist] = ['src', 'dist'].map((folder) => join(here, folder));
mkdirSync(dist, { recursive: true });

const module = readFileSync(join(dist, 'gongwen.wasm')).toString('base64');
writeFileSync(join(source, 'generated/bytes.ts'), `// The module's bytes, for the entry that carries them.\nexport const bytes: string = '${module}';\n`);

execFileSync(process.execPath, [join(here, 'node_modules/typescript/bin/tsc'), '-p', here], { stdio: 'inherit' });

const common = { bundle: true, minify: true, keepNames: false, target: 'es2022', legalComments: 'none', logLevel: 'warning' };
// The bytes stay a file of their own, so that what else the package weighs can be seen.
const outside = {
  name: 'outside',
  setup(at) {
    at.onResolve({ filter: /generated\/bytes\.js$/ }, () => ({ path: './bytes.js', external: true }));
    at.onResolve({ filter: /^gongwen\.wasm$/ }, () => ({ path: './gongwen.wasm', external: true }));
  },
};
const entries = ['web', 'node', 'inline', 'workerd', 'worker', 'worker-thread', 'worker-node', 'worker-thread-node'];
await build({
  ...common,
  entryPoints: entries.map((name) => join(source, `${name}.ts`)),
  outdir: dist,
  format: 'esm',
  splitting: true,
  chunkNames: 'chunk-[hash]',
  external: ['node:*'],
  plugins: [outside],
});
await build({ ...common, entryPoints: [join(source, 'generated/bytes.ts')], outfile: join(dist, 'bytes.js'), format: 'esm' });
await build({ ...common, entryPoints: [join(source, 'node-cjs.ts')], outfile: join(dist, 'node.cjs'), format: 'cjs', platform: 'node' });

// CommonJS has declarations of its own: the same, under names that TypeScript takes for CommonJS.
for (const name of declarations(dist)) {
  const text = readFileSync(join(dist, name), 'utf8').replaceAll(/(from '|from "|import\(")(\.[^'"]*)\.js/g, '$1$2.cjs');
  writeFileSync(join(dist, name.replace(/\.d\.ts$/, '.d.cts')), text);
}

/** The declarations that the entry of CommonJS leads to. */
function declarations(folder) {
  const found = new Set();
  const visit = (name) => {
    if (found.has(name)) return;
    found.add(name);
    for (const [, to] of readFileSync(join(folder, name), 'utf8').matchAll(/(?:from ['"]|import\(")(\.[^'"]*)\.js/g)) visit(join(dirname(name), `${to}.d.ts`));
  };
  visit('index.d.ts');
  return found;
}

const kept = new Set(['index', 'web', 'inline', 'worker', ...[...declarations(dist)].map((name) => name.replace(/\.d\.ts$/, ''))]);
if (!kept.has('api')) throw new Error(`the declarations don't lead to the API: ${[...kept]} of ${readdirSync(dist)}`);
