// gongwen beside jieba-wasm and opencc-js, in one run on the same texts, each to its finished JavaScript value.
//
// `cargo xtask bench` runs it; GONGWEN_DIST is the package's dist folder. With GONGWEN_RIVALS, a folder of the module
// built with both ways out of it, serde-wasm-bindgen is measured against one JSON string too.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const load = (path) => import(pathToFileURL(path).href);

/** How often each rival reads all the texts; the median is told. */
const ROUNDS = Number(process.env.GONGWEN_ROUNDS ?? 5);

/** How often the module is instantiated. */
const STARTS = 15;

/** The texts: real ones where they are at hand, else the project's samples, on which figures flatter. */
export function texts() {
  const real = join(root, '../shared/corpus/texts');
  const folder = existsSync(real) ? real : join(root, 'examples/texts');
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt')).sort();
  const list = names.map((name) => readFileSync(join(folder, name), 'utf8'));
  return { real: folder === real, list, bytes: list.reduce((sum, text) => sum + Buffer.byteLength(text), 0) };
}

/** Runs the rivals in turn, round by round, and returns megabytes a second by name. */
export function race(rivals, { list, bytes }) {
  const times = Object.fromEntries(Object.keys(rivals).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, read] of Object.entries(rivals)) {
      const start = performance.now();
      for (const text of list) read(text);
      times[name].push(performance.now() - start);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, bytes / median(list) / 1000]));
}

/** The median time, in milliseconds, from the module's bytes to an instance that is ready, each in a fresh process. */
export function instantiate(dist) {
  const script = `
    import { readFileSync } from 'node:fs';
    import { initSync } from ${JSON.stringify(pathToFileURL(join(dist, 'web.js')).href)};
    const bytes = readFileSync(${JSON.stringify(join(dist, 'gongwen.wasm'))});
    const begun = performance.now();
    initSync(bytes);
    console.log(performance.now() - begun);`;
  const once = () => Number(execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' }));
  return median(Array.from({ length: STARTS }, once));
}

/** The whole comparison, printed and returned. */
export async function compare(dist) {
  const { parse } = await load(join(dist, 'node.js'));
  const jieba = await load(join(here, 'node_modules/jieba-wasm/pkg/nodejs/jieba_rs_wasm.js'));
  const { Converter } = await import('opencc-js');
  const simplify = Converter({ from: 't', to: 'cn' });
  const given = texts();
  const speeds = race({ gongwen: parse, 'jieba-wasm cut': (text) => jieba.cut(text, true), 'opencc-js': simplify }, given);
  const start = instantiate(dist);
  console.log(`${given.list.length} ${given.real ? 'real texts' : 'samples (the figures flatter)'}, ${(given.bytes / 1e6).toFixed(1)} MB, medians of ${ROUNDS} rounds in turn`);
  for (const [name, speed] of Object.entries(speeds)) console.log(`${name.padEnd(16)}${speed.toFixed(1).padStart(8)} MB/s${(speeds.gongwen / speed).toFixed(2).padStart(8)}`);
  console.log(`instantiate: ${start.toFixed(1)} ms, the median of ${STARTS}`);
  return { speeds, start, real: given.real };
}

/** serde-wasm-bindgen, field by field, against one JSON string and JSON.parse. */
async function outputs(folder) {
  const module = await load(join(folder, 'gongwen.js'));
  module.initSync({ module: readFileSync(join(folder, 'gongwen_bg.wasm')) });
  const speeds = race({ 'one JSON string': (text) => module.parse(text), 'serde-wasm-bindgen': (text) => module.parseByFields(text) }, texts());
  for (const [name, speed] of Object.entries(speeds)) console.log(`${name.padEnd(20)}${speed.toFixed(1).padStart(6)} MB/s`);
}

function median(list) {
  return list.sort((a, b) => a - b)[list.length >> 1];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.env.GONGWEN_RIVALS) await outputs(process.env.GONGWEN_RIVALS);
  else await compare(process.env.GONGWEN_DIST ?? join(root, 'pkg/dist'));
}
