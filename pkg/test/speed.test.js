// The package beside its peers (benches/js), held to its limits on real texts.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { installed, limits, root } from './harness.js';

const { compare } = await import(join(root, 'benches/js/peers.js'));
const { speeds, start, real } = await compare(join(installed, 'dist'));

test('the module is instantiated in time', () => {
  assert.ok(start <= limits.instantiate_ms, `${start.toFixed(1)} ms; the limit is ${limits.instantiate_ms} ms`);
});

test('a parse to a finished object outruns jieba-wasm', { skip: !real && 'the texts are not there (../shared/corpus/texts)' }, () => {
  const times = speeds.gongwen / speeds['jieba-wasm cut'];
  assert.ok(times >= limits.times_jieba_wasm, `${times.toFixed(2)} times jieba-wasm; the limit is ${limits.times_jieba_wasm} times`);
});
