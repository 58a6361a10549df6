// Native and WebAssembly give the same bytes of JSON.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { command, corpus, load, project, root, run, samples, texts } from './harness.js';

const { parse, parseBytes } = await load('node.js');

/** The JSON that the command prints for each file, cut out of its record as it stands. */
function native(paths, offsets) {
  const lines = run(command, ['parse', '--format', 'ndjson', '--offsets', offsets, '--', ...paths], root).trimEnd().split('\n');
  return lines.map((line) => {
    const start = line.indexOf(',"document":');
    assert.ok(start > 0 && line.endsWith('}'), line);
    return line.slice(start + ',"document":'.length, -1);
  });
}

function same(list, read) {
  for (const offsets of ['utf16', 'utf8']) {
    const lines = native(list.map(({ path }) => path), offsets);
    assert.equal(lines.length, list.length);
    list.forEach((item, i) => assert.equal(JSON.stringify(read(item, { offsets })), lines[i], `${item.name}, ${offsets}`));
  }
}

test('on the samples', () => {
  assert.ok(samples.length >= 8);
  same(samples, ({ text }, options) => parse(text, options));
});

test('on the texts of the case files', () => {
  const folder = join(root, 'tests/cases');
  const cases = readdirSync(folder).filter((name) => name.endsWith('.case')).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8').split(/^== .*\n/m).slice(1).map((block, i) => [`${name}-${i}.txt`, block.split(/^--$/m)[0].trimEnd()]));
  assert.ok(cases.length > 0);
  same(texts(project('cases', Object.fromEntries(cases))), ({ text }, options) => parse(text, options));
});

test('on odd inputs', () => {
  const odd = {
    'bom.txt': '\ufeff会议强调，要抓好落实。', 'cr.txt': '会议强调，\r要抓好落实。\r', 'crlf.txt': '会议强调，\r\n要抓好落实。\r\n',
    'astral.txt': '𠮷林区长𠮷林晓峰强调，要抓好落实😀。', 'nul.txt': '会议\0强调，要抓好落实。', 'one.txt': '会', 'marks.txt': '。，、；“”（）',
    'deep.txt': '（'.repeat(2000) + '会议强调' + '）'.repeat(2000), 'many.txt': '一是抓好落实；'.repeat(2000), 'traditional.txt': '會議強調，要抓好落實。',
    'line.txt': '5月18日，林晓峰强调，要抓好落实。'.repeat(5000),
  };
  same(texts(project('odd', odd)), ({ path }, options) => parseBytes(readFileSync(path), options));
});

test('on real texts', { skip: corpus.length === 0 && 'the texts are not there (../shared/corpus/texts)' }, () => {
  same(corpus, ({ text }, options) => parse(text, options));
});
