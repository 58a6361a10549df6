// The parser off the main thread, in Node; its twin in a browser is in browser.test.js.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { load, project, samples } from './harness.js';
import { join } from 'node:path';

const { createParser } = await load('worker-node.js');
const main = await load('node.js');

const TEXT = samples[0].text;
const LONG = TEXT.repeat(300);

async function using(options, use) {
  const parser = createParser(options);
  try {
    await use(parser);
  } finally {
    parser.terminate();
  }
}

test('it gives what the main thread gives', () => using({}, async (parser) => {
  assert.deepEqual(await parser.parse(TEXT, { offsets: 'utf8' }), main.parse(TEXT, { offsets: 'utf8' }));
  assert.deepEqual(await parser.parseMany([TEXT, '会']), main.parseMany([TEXT, '会']));
  assert.deepEqual(await parser.parseBytes(Buffer.from(TEXT)), main.parse(TEXT));
  assert.equal(await parser.render(TEXT, 'outline'), main.render(TEXT, 'outline'));
}));

test('calls are answered in order, each its own answer', () => using({}, async (parser) => {
  const answers = await Promise.all(samples.map(({ text }) => parser.parse(text)));
  assert.deepEqual(answers, samples.map(({ text }) => main.parse(text)));
}));

test('a mistake is refused with its code, and the next call works', () => using({}, async (parser) => {
  await assert.rejects(parser.parse(undefined), { name: 'GongwenError', code: 'INVALID_TEXT' });
  await assert.rejects(parser.parse(TEXT, { ofsets: 1 }), { code: 'INVALID_OPTION', option: 'ofsets' });
  await assert.rejects(parser.parse(TEXT, { date: () => 1 }), { code: 'WORKER_FAILED' });
  assert.equal((await parser.parse(TEXT)).schema, '1');
}));

test('a signal breaks off a running call and a waiting one, and leaves the others', () => using({}, async (parser) => {
  const [running, waiting] = [new AbortController(), new AbortController()];
  await parser.parse(TEXT);
  const first = parser.parse(LONG, { signal: running.signal });
  const second = parser.parse(TEXT, { signal: waiting.signal });
  const third = parser.parse(TEXT);
  waiting.abort();
  running.abort(new Error('enough'));
  await assert.rejects(first, (error) => error.code === 'ABORTED' && error.cause.message === 'enough');
  await assert.rejects(second, { code: 'ABORTED' });
  assert.equal((await third).schema, '1');
  await assert.rejects(parser.parse(TEXT, { signal: AbortSignal.abort() }), { code: 'ABORTED' });
  assert.equal((await parser.parse(TEXT, { signal: new AbortController().signal })).schema, '1');
}));

test('a terminated parser refuses what it had to do, and a later call starts anew', () => using({}, async (parser) => {
  const calls = [parser.parse(LONG), parser.parse(TEXT)];
  parser.terminate();
  for (const call of calls) await assert.rejects(call, { code: 'WORKER_TERMINATED' });
  assert.equal((await parser.parse(TEXT)).schema, '1');
}));

test('a worker that dies is replaced', async () => {
  let made;
  const folder = project('worker', { 'own.mjs': "import { serve } from 'gongwen/worker';\nserve();\n" });
  await using({ worker: () => (made = new Worker(join(folder, 'own.mjs'))) }, async (parser) => {
    const call = parser.parse(LONG);
    await made.terminate();
    await assert.rejects(call, { code: 'WORKER_FAILED' });
    assert.equal((await parser.parse(TEXT)).schema, '1');
  });
});

test('a worker of the caller’s own, and one that is none', async () => {
  const folder = project('worker', { 'own.mjs': "import { serve } from 'gongwen/worker';\nserve();\n" });
  await using({ worker: new Worker(join(folder, 'own.mjs')) }, async (parser) => assert.equal((await parser.parse(TEXT)).schema, '1'));
  await using({ worker: () => new Worker(join(folder, 'missing.mjs')) }, (parser) => assert.rejects(parser.parse(TEXT), { code: 'WORKER_FAILED' }));
  assert.throws(() => createParser({ worker: 'gongwen' }), { code: 'INVALID_OPTION', option: 'worker' });
  assert.throws(() => main.createParser(), { code: 'INVALID_OPTION', option: 'worker' });
});
