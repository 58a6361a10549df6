// The package in Node, both ways, and where the workerd condition leads.
import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import { installed, project, root, run, scratch } from './harness.js';

const SHOW = "console.log(JSON.stringify([parse('林晓峰强调，要抓好落实。').people[0].name.text, parse('').offsets, version()]));\n";
const EXPECTED = `["林晓峰","utf16","${JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')).version}"]\n`;

const node = (file, text, more = []) => run(process.execPath, [...more, join(project('runtimes', { [file]: text }), file)], scratch);

test('Node, as a module', () => {
  assert.equal(node('esm.mjs', `import { parse, version } from 'gongwen';\n${SHOW}`), EXPECTED);
});

test('Node, in CommonJS', () => {
  assert.equal(node('cjs.cjs', `const { parse, version } = require('gongwen');\n${SHOW}`), EXPECTED);
});

test('both export the same', async () => {
  const said = node('same.mjs', `import * as esm from 'gongwen';\nimport { createRequire } from 'node:module';\nconst cjs = createRequire(import.meta.url)('gongwen');
console.log(JSON.stringify([Object.keys(esm).sort(), Object.keys(cjs).sort()]));\n`);
  const [esm, cjs] = JSON.parse(said);
  assert.deepEqual(esm, cjs);
  assert.deepEqual(esm, ['GongwenError', 'createParser', 'decode', 'init', 'initSync', 'parse', 'parseBytes', 'parseMany', 'render', 'version']);
});

test('the entry that carries the module needs no file beside it', async () => {
  const folder = project('runtimes', { 'inline.mjs': `import { parse, version } from 'gongwen/inline';\n${SHOW}` });
  await build({ entryPoints: [join(folder, 'inline.mjs')], outfile: join(folder, 'alone/inline.mjs'), bundle: true, format: 'esm', platform: 'neutral' });
  assert.equal(run(process.execPath, [join(folder, 'alone/inline.mjs')], folder), EXPECTED);
});

test('the condition workerd: the runtime gives the compiled module', async () => {
  const folder = project('runtimes', { 'workerd.mjs': `import { parse, version } from 'gongwen';\n${SHOW}` });
  const compiled = { name: 'compiled', setup: (at) => at.onLoad({ filter: /\.wasm$/ }, ({ path }) => ({
    contents: `import { readFileSync } from 'node:fs';\nexport default new WebAssembly.Module(readFileSync(${JSON.stringify(path)}));`, loader: 'js' })) };
  const outfile = join(folder, 'out/workerd.mjs');
  const { metafile } = await build({ entryPoints: [join(folder, 'workerd.mjs')], outfile, bundle: true, format: 'esm', conditions: ['workerd'], external: ['node:fs'], plugins: [compiled], metafile: true });
  assert.ok(Object.keys(metafile.inputs).some((path) => path.endsWith('dist/workerd.js')));
  assert.equal(run(process.execPath, [outfile], folder), EXPECTED);
});

test('the exported files are there', () => {
  const said = node('files.mjs', `import { createRequire } from 'node:module';\nconst { resolve } = createRequire(import.meta.url);
console.log(['gongwen/gongwen.wasm', 'gongwen/schema.json', 'gongwen/package.json'].map((name) => resolve(name).split('/').at(-1)).join());\n`);
  assert.equal(said, 'gongwen.wasm,schema.json,package.json\n');
});

test('the examples run', () => {
  cpSync(join(root, 'examples/node'), join(scratch, 'examples-node'), { recursive: true });
  const sample = join(root, 'examples/texts/mobilization.txt');
  const folder = join(scratch, 'examples-node');
  const people = run(process.execPath, ['people.cjs', sample], folder).trim().split('\n');
  assert.ok(people.length > 1 && people.every((line) => line.split('\t')[0].length > 1), people.join('\n'));
  const directives = run(process.execPath, ['directives.mjs', sample], folder).replace(/\n$/, '').split('\n');
  assert.ok(directives.length > 1 && directives.every((line) => line.split('\t').length === 3), directives.join('\n'));
});
