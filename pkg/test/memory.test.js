// Texts read in a row leave memory as it was.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { installed, project, run, samples } from './harness.js';

const TEXTS = 100_000;

test('100,000 texts in a row leave memory flat', () => {
  // In a process of its own, so that nothing else is measured; short texts, cut from the samples, of many lengths.
  const paragraphs = samples.flatMap(({ text }) => text.split('\n')).filter((line) => line.length > 20);
  const folder = project('memory', {
    'texts.json': JSON.stringify(paragraphs),
    'run.mjs': `
      import { readFileSync } from 'node:fs';
      let memory;
      const { Instance } = WebAssembly;
      WebAssembly.Instance = function (...given) { const made = new Instance(...given); memory = made.exports.memory; return made; };
      WebAssembly.Instance.prototype = Instance.prototype;
      const { parse } = await import('gongwen');
      const texts = JSON.parse(readFileSync(new URL('texts.json', import.meta.url), 'utf8'));
      const now = () => { gc(); return { heap: process.memoryUsage().heapUsed, wasm: memory.buffer.byteLength }; };
      const marks = [];
      for (let i = 0; i < ${TEXTS}; i++) {
        parse(texts[i % texts.length]);
        if ((i + 1) % ${TEXTS / 10} === 0) marks.push(now());
      }
      console.log(JSON.stringify(marks));
    `,
  });
  const marks = JSON.parse(run(process.execPath, ['--expose-gc', join(folder, 'run.mjs')], folder));
  const [first, last] = [marks[0], marks.at(-1)];
  console.log(`after ${TEXTS / 10}: heap ${first.heap}, module ${first.wasm}; after ${TEXTS}: heap ${last.heap}, module ${last.wasm} bytes (${installed})`.replace(` (${installed})`, ''));
  assert.equal(last.wasm, first.wasm, "the module's memory grew");
  assert.ok(last.heap < first.heap + 1_000_000, 'the heap grew');
});
