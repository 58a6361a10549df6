// The declarations, the JSON Schema and real parses, held against one another; and the declarations as programs see them.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { installed, load, project, run, samples, tool } from './harness.js';

const { parse } = await load('node.js');
const dist = join(installed, 'dist');
const schema = JSON.parse(readFileSync(join(dist, 'schema.json'), 'utf8'));
const declared = readFileSync(join(dist, 'generated/document.d.ts'), 'utf8');

const compiler = (module, resolution, more = {}) => JSON.stringify({ compilerOptions: {
  target: 'es2022', lib: ['es2022'], types: [], strict: true, noEmit: true, skipLibCheck: false, exactOptionalPropertyTypes: true, module, moduleResolution: resolution, ...more } });

test('a real parse satisfies the schema', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const valid = ajv.compile(schema);
  for (const { name, text } of samples) assert.ok(valid(parse(text)), `${name}: ${ajv.errorsText(valid.errors)}`);
  assert.ok(!valid({ ...parse(''), kind: 'novel' }));
  const { title: _, ...missing } = parse('');
  assert.ok(!valid(missing));
});

test('the declarations and the schema name the same fields', () => {
  const interfaces = Object.fromEntries([...declared.matchAll(/^export interface (\w+) \{\n(.*?)^\}/gms)].map(([, name, body]) =>
    [name, [...body.matchAll(/^ {4}(\w+)(\??): /gm)].map(([, field, optional]) => field + optional)]));
  const objects = Object.entries({ Document: schema, ...schema.$defs }).filter(([, of]) => of.type === 'object');
  assert.ok(objects.length > 15);
  for (const [name, of] of objects) {
    assert.deepEqual(interfaces[name]?.toSorted(), Object.keys(of.properties).toSorted(), name);
    assert.deepEqual(of.required.toSorted(), Object.keys(of.properties).toSorted(), `${name}: a field may be missing`);
  }
  assert.equal(Object.keys(interfaces).length, objects.length);
});

test('nothing is declared as any', () => {
  for (const file of readdirSync(dist, { recursive: true }).filter((file) => /\.d\.c?ts$/.test(file))) {
    assert.doesNotMatch(readFileSync(join(dist, file), 'utf8').replaceAll(/\/\*.*?\*\/|\/\/.*/gs, ''), /\bany\b/, file);
  }
});

test('real parses are what is declared, to the field', () => {
  const documents = samples.map(({ text }) => `  ${JSON.stringify(parse(text))},\n`).join('');
  const folder = project('declared', {
    'tsconfig.json': compiler('node16', 'node16'),
    'parses.mts': `import type { Document, Text } from 'gongwen';\nexport const parses: Document[] = [\n${documents}];\n
export const text: Text = { text: '会', span: { start: 0, end: 1 } };
// @ts-expect-error: a field that isn't declared
export const more: Text = { text: '会', span: { start: 0, end: 1 }, more: 1 };
// @ts-expect-error: a field that is missing
export const less: Text = { text: '会' };\n`,
  });
  run(tool('tsc'), ['-p', folder], folder);
});

const PROGRAM = `
import { GongwenError, createParser, decode, init, initSync, parse, parseBytes, parseMany, render, version } from 'gongwen';
import type { AsyncParser, Document, Encoding, ErrorCode, Kind, ParseOptions, Span } from 'gongwen';
import * as inline from 'gongwen/inline';
import { createParser as own } from 'gongwen/worker';
const options: ParseOptions = { offsets: 'utf16', date: '2012-05-20' };
const document: Document = parse('会议强调，要抓好落实。', options);
const kind: Kind = document.kind;
const spans: Span[] = document.people.flatMap((person) => person.mentions);
const names: string[] = parseMany(['会']).map((one) => one.title?.text ?? '');
const chair: string | undefined = document.people[document.meetings[0]?.chairs[0] ?? 0]?.name.text;
for (const attendee of document.meetings[0]?.attendees ?? []) {
  const index: number = 'person' in attendee ? attendee.person : attendee.group;
  void index;
}
const encoding: Encoding = 'gb18030';
parseBytes(new Uint8Array(), { encoding });
const text: string = decode(new ArrayBuffer(0)) + render('会', 'outline') + version();
const done: Promise<void> = init();
initSync(new Uint8Array());
const parser: AsyncParser = own();
const later: Promise<Document> = parser.parse('会', { offsets: 'utf8' });
const same: Document = inline.parse('会');
try { parse('会'); } catch (error) { if (error instanceof GongwenError) { const code: ErrorCode = error.code; void code; } }
// @ts-expect-error: no such option
parse('会', { ofsets: 'utf8' });
// @ts-expect-error: no such unit
parse('会', { offsets: 'bytes' });
// @ts-expect-error: no string
parse(undefined);
// @ts-expect-error: no such format
render('会', 'pdf');
// @ts-expect-error: neither a worker nor a function
createParser({ worker: 1 });
void [kind, spans, names, chair, text, done, later, same];
`;

for (const [module, resolution, file] of [['node16', 'node16', 'program.mts'], ['node16', 'node16', 'program.cts'], ['esnext', 'bundler', 'program.ts']]) {
  test(`tsc takes a program: ${resolution}, ${file}, without the DOM's types`, () => {
    // Only the main entry can be required; the others are modules.
    const cts = PROGRAM.replace(/^import \* as inline.*$/m, "import inline = require('gongwen');").replace(/^import .* 'gongwen\/worker';$/m, 'const own = (): AsyncParser => createParser();');
    const folder = project(`tsc-${resolution}-${file.split('.')[1]}`, { 'tsconfig.json': compiler(module, resolution), [file]: file.endsWith('.cts') ? cts : PROGRAM });
    run(tool('tsc'), ['-p', folder], folder);
  });
}

test("tsc takes a program of a page: bundler, with the DOM's types", () => {
  const program = `import { createParser, init } from 'gongwen';
const controller = new AbortController();
await init(fetch('/gongwen.wasm'));
await init(new URL('https://example.org/gongwen.wasm'));
await createParser({ worker: new Worker('worker.js') }).parse('会', { signal: controller.signal });
export {};\n`;
  const folder = project('tsc-page', { 'tsconfig.json': compiler('esnext', 'bundler', { lib: ['es2022', 'dom'] }), 'page.ts': program });
  run(tool('tsc'), ['-p', folder], folder);
});

test('publint finds nothing', () => {
  assert.match(run(tool('publint'), ['run', installed, '--strict', '--pack', 'false'], installed), /All good/);
});

test('attw finds nothing', () => {
  const tarball = process.env.GONGWEN_TARBALL;
  // The module and the schema are files, not code; the entries beside the main one are modules only.
  run(tool('attw'), [tarball, '--profile', 'node16', '--exclude-entrypoints', './gongwen.wasm', './schema.json', '--ignore-rules', 'cjs-resolves-to-esm'], installed);
});
