// The package beside its peers (benches/js). The figures are printed; no test fails on the clock of a busy machine.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { installed, root } from './harness.js';

const { compare } = await import(join(root, 'benches/js/peers.js'));
const { speeds, start } = await compare(join(installed, 'dist'));

test('the package and its peers all read the same texts', () => {
  for (const [name, speed] of Object.entries(speeds)) {
    assert.ok(Number.isFinite(speed) && speed > 0, `${name}: ${speed}`);
  }
  const times = speeds.gongwen / speeds['jieba-wasm cut'];
  console.log(`gongwen: ${times.toFixed(2)} times jieba-wasm cut; instantiated in ${start.toFixed(1)} ms`);
});
