// What the package weighs; the limits are in limits.json.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { installed, limits } from './harness.js';

const dist = join(installed, 'dist');

/** Bytes as they are, in gzip and in brotli; printed. */
function weigh(name, files) {
  const bytes = files.map((file) => readFileSync(join(dist, file)));
  const sum = (pack) => bytes.reduce((total, b) => total + pack(b).length, 0);
  const size = { raw: sum((b) => b), gzip: sum((b) => gzipSync(b, { level: 9 })), brotli: sum(brotliCompressSync) };
  console.log(`${name}: raw ${size.raw}, gzip ${size.gzip}, brotli ${size.brotli}`);
  return size;
}

test('the module is within its limit', () => {
  assert.ok(weigh('gongwen.wasm', ['gongwen.wasm']).gzip <= limits.wasm_gzip_bytes, `the limit is ${limits.wasm_gzip_bytes} in gzip`);
});

test('the rest of the runtime is within its limit', () => {
  // bytes.js is the module once more, for the entry that carries it.
  const code = readdirSync(dist).filter((file) => /\.c?js$/.test(file) && file !== 'bytes.js');
  assert.ok(code.includes('web.js') && code.includes('node.cjs'));
  assert.ok(weigh(`the ${code.length} scripts`, code).gzip <= limits.runtime_gzip_bytes, `the limit is ${limits.runtime_gzip_bytes} in gzip`);
});

test('the module tells nothing of the machine it was built on', () => {
  const text = readFileSync(join(dist, 'gongwen.wasm')).toString('latin1');
  assert.doesNotMatch(text, /\/(root|home|Users|work|builds)\//);
});
