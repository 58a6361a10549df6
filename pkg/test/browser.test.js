// The package in Chromium: served as it is, under a strict policy, in workers, and as three bundlers build it.
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import * as esbuild from 'esbuild';
import { build as vite } from 'vite';
import webpack from 'webpack';
import { load, project, root, samples, scratch } from './harness.js';
import { browser, serve } from './page.js';

const TEXT = '𠮷林区：5月18日下午，青山管理局召开安全生产动员大会。局长林晓峰主持会议。会议强调，各单位要落实责任。';
const PAGE = '<!doctype html><meta charset="utf-8"><title>test</title><p id="main"></p><p id="worker"></p><script type="module" src="main.js"></script>\n';

let server;
let chromium;
let native;
before(async () => {
  [server, chromium, native] = [await serve(), await browser(), await load('node.js')];
  project('page', { 'index.html': PAGE, 'main.js': '', 'not.html': PAGE });
  project('page', { 'own.js': "import { serve } from './node_modules/gongwen/dist/worker.js';\nserve();\n" });
});
after(async () => {
  await chromium?.close();
  server?.close();
});

/** Opens a page and fails on whatever it complains of. */
async function open(path, { complaints = [] } = {}) {
  const page = await chromium.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('request', (request) => request.url().startsWith(server.origin) || /^(data|blob):/.test(request.url()) || complaints.push(`asks ${request.url()}`));
  await page.goto(server.origin + path);
  return { page, complaints };
}

/** Runs code in a page that has the package's files beside it; `use` gets the module. */
async function inPage(use, { path = '/page/index.html', file = 'web.js', argument } = {}) {
  const { page } = await open(path);
  try {
    return await page.evaluate(`(async () => (${use})(await import(new URL('node_modules/gongwen/dist/${file}', location.href)), ${JSON.stringify(argument)}))()`);
  } finally {
    await page.close();
  }
}

const expected = () => native.parse(TEXT);
const people = () => expected().people.map((person) => person.name.text).join('、');
const code = 'const code = async (call) => { try { return await call(); } catch (error) { return [error.name, error.code, error.message]; } };';

test('a plain module script', async () => {
  assert.deepEqual(await inPage('async ({ init, parse }, text) => { await init(); await init(); return parse(text); }', { argument: TEXT }), expected());
});

test('the example without a bundler', async () => {
  cpSync(join(root, 'examples/browser'), join(scratch, 'browser'), { recursive: true });
  const { page, complaints } = await open('/browser/index.html');
  await page.waitForFunction(() => document.querySelector('#outline').textContent.includes('动员大会'));
  await page.fill('#text', '林晓峰强调，要抓好落实。');
  await page.waitForFunction(() => !document.querySelector('#outline').textContent.includes('动员大会'));
  assert.match(await page.textContent('#outline'), /林晓峰/);
  assert.deepEqual(complaints.filter((text) => !/favicon|404/.test(text)), []);
  await page.close();
});

test("under script-src 'self' 'wasm-unsafe-eval'", async () => {
  project('strict', { 'index.html': PAGE, 'main.js': `import { init, parse } from './node_modules/gongwen/dist/web.js';
import { createParser } from './node_modules/gongwen/dist/worker.js';
const text = ${JSON.stringify(TEXT)};
const show = (id, { people }) => { document.querySelector(id).textContent = people.map((person) => person.name.text).join('、'); };
await init();
show('#main', parse(text));
show('#worker', await createParser().parse(text));\n` });
  const policy = encodeURIComponent("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'");
  const { page, complaints } = await open(`/csp=${policy}/strict/index.html`);
  await page.waitForFunction(() => document.querySelector('#worker').textContent !== '', null, { timeout: 10_000 }).catch(() => assert.fail(complaints.join('\n')));
  assert.equal(await page.textContent('#main'), people());
  assert.equal(await page.textContent('#worker'), people());
  await page.close();
});

test('a policy that forbids WebAssembly is named', async () => {
  project('forbidden', { 'index.html': PAGE, 'main.js': `import { init } from './node_modules/gongwen/dist/web.js';
document.querySelector('#main').textContent = await init().then(() => 'done', (error) => error.code + ' ' + error.message);\n` });
  const { page } = await open(`/csp=${encodeURIComponent("script-src 'self'")}/forbidden/index.html`);
  await page.waitForFunction(() => document.querySelector('#main').textContent !== '');
  assert.match(await page.textContent('#main'), /^WASM_INVALID .*'wasm-unsafe-eval'/);
  await page.close();
});

test('a call before init is refused, and works after it', async () => {
  const said = await inPage(`async ({ init, parse, version }, text) => { ${code} return [await code(() => parse(text)), await code(version), await init(), parse(text).schema]; }`, { argument: TEXT });
  assert.deepEqual(said[0].slice(0, 2), ['GongwenError', 'NOT_INITIALIZED']);
  assert.match(said[0][2], /await init\(\)/);
  assert.equal(said[1][1], 'NOT_INITIALIZED');
  assert.equal(said[3], '1');
});

test('a module that is missing, a page in its place, and bytes that are none are told apart, and init can be tried again', async () => {
  const said = await inPage(`async ({ init, initSync, parse }) => { ${code} return [
    await code(() => init('/page/missing.wasm')), await code(() => init('/page/not.html')), await code(() => init(new Uint8Array([0, 1]))), await code(() => init('http://127.0.0.1:1/x.wasm')),
    await code(() => init(7)), await code(() => initSync('x')), await code(() => initSync(new Uint8Array(8))), await init(fetch('node_modules/gongwen/dist/gongwen.wasm')), parse('').schema]; }`);
  assert.deepEqual(said.slice(0, 7).map(([, code]) => code), ['WASM_NOT_FOUND', 'WASM_INVALID', 'WASM_INVALID', 'WASM_NOT_FOUND', 'WASM_INVALID', 'WASM_INVALID', 'WASM_INVALID']);
  assert.match(said[0][2], /404.*init\(\)/);
  assert.match(said[1][2], /text\/html/);
  assert.equal(said[8], '1');
});

test('initSync takes bytes', async () => {
  assert.equal(await inPage("async ({ initSync, parse }) => { initSync(await (await fetch('node_modules/gongwen/dist/gongwen.wasm')).arrayBuffer()); return parse('').schema; }"), '1');
});

test('the entry that carries the module', async () => {
  assert.deepEqual(await inPage('async ({ parse }, text) => parse(text)', { file: 'inline.js', argument: TEXT }), expected());
});

test('bytes of GBK in a page', async () => {
  assert.equal(await inPage('async ({ init, parseBytes }) => { await init(); return parseBytes(new Uint8Array([0xbb, 0xe1, 0xd2, 0xe9])).source.length; }'), 2);
});

test('a module worker', async () => {
  const said = await inPage(`async ({ createParser }, [text, long]) => { ${code}
    const parser = createParser();
    const first = await parser.parse(text);
    const controller = new AbortController();
    const running = code(() => parser.parse(long, { signal: controller.signal }));
    setTimeout(() => controller.abort(), 20);
    const aborted = await running;
    const again = await parser.parse(text);
    const ended = code(() => parser.parse(long));
    parser.terminate();
    return [first, aborted, again, await ended, (await parser.parse(text)).schema]; }`, { file: 'worker.js', argument: [TEXT, samples[0].text.repeat(500)] });
  assert.deepEqual(said[0], expected());
  assert.equal(said[1][1], 'ABORTED');
  assert.deepEqual(said[2], expected());
  assert.equal(said[3][1], 'WORKER_TERMINATED');
  assert.equal(said[4], '1');
});

test('a module worker of the page’s own, and a script that is missing', async () => {
  const said = await inPage(`async ({ createParser }, text) => { ${code}
    const own = createParser({ worker: () => new Worker('own.js', { type: 'module' }), wasm: new URL('node_modules/gongwen/dist/gongwen.wasm', location.href).href });
    const missing = createParser({ worker: () => new Worker('missing.js', { type: 'module' }) });
    const astray = createParser({ wasm: '/page/missing.wasm' });
    return [await own.parse(text), await code(() => missing.parse(text)), await code(() => astray.parse(text))]; }`, { file: 'worker.js', argument: TEXT });
  assert.deepEqual(said[0], expected());
  assert.equal(said[1][1], 'WORKER_FAILED');
  assert.equal(said[2][1], 'WASM_NOT_FOUND');
});

/** Opens what a bundler made of the Vite example's script and holds it against Node's reading. */
async function built(path) {
  const { page, complaints } = await open(path);
  await page.waitForFunction(() => document.querySelector('#worker').textContent !== '', null, { timeout: 10_000 }).catch(() => assert.fail(complaints.join('\n')));
  assert.equal(await page.textContent('#main'), '林晓峰');
  assert.equal(await page.textContent('#worker'), '林晓峰');
  assert.deepEqual(complaints.filter((text) => !/favicon|404/.test(text)), []);
  await page.close();
}

test('Vite', async () => {
  const folder = join(scratch, 'vite');
  cpSync(join(root, 'examples/vite'), folder, { recursive: true });
  await vite({ root: folder, logLevel: 'warn' });
  await built('/vite/dist/index.html');
});

test('webpack', async () => {
  const folder = join(scratch, 'webpack');
  cpSync(join(root, 'examples/vite'), folder, { recursive: true });
  const stats = await new Promise((resolve, reject) => webpack({ mode: 'production', performance: false, context: folder, entry: './main.js', output: { path: join(folder, 'dist'), publicPath: 'auto' } }, (error, done) => (error ? reject(error) : resolve(done))));
  assert.ok(!stats.hasErrors() && !stats.hasWarnings(), stats.toString({ all: false, errors: true, warnings: true }));
  writeFileSync(join(folder, 'dist/index.html'), PAGE);
  await built('/webpack/dist/index.html');
});

test('esbuild', async () => {
  const folder = project('esbuild', {
    // esbuild moves no file on its own: the page imports the module's address and has a worker script of its own.
    'main.js': `import { createParser, init, parse } from 'gongwen';
import wasm from 'gongwen/gongwen.wasm';
const address = new URL(wasm, import.meta.url).href;
const text = ${JSON.stringify(TEXT.slice(5))};
const show = (id, { people }) => { document.querySelector(id).textContent = people.map((person) => person.name.text).join('、'); };
await init(address);
show('#main', parse(text));
show('#worker', await createParser({ wasm: address, worker: () => new Worker(new URL('thread.js', import.meta.url), { type: 'module' }) }).parse(text));\n`,
    'thread.js': "import { serve } from 'gongwen/worker';\nserve();\n",
    'dist/index.html': PAGE,
  });
  const entryPoints = ['main.js', 'thread.js'].map((file) => join(folder, file));
  const { warnings } = await esbuild.build({ entryPoints, outdir: join(folder, 'dist'), bundle: true, minify: true, format: 'esm', target: 'es2022', loader: { '.wasm': 'file' }, logLevel: 'silent' });
  assert.deepEqual(warnings, []);
  assert.ok(existsSync(join(folder, 'dist/main.js')));
  mkdirSync(join(folder, 'dist'), { recursive: true });
  await built('/esbuild/dist/index.html');
});
