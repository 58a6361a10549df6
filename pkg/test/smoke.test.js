// The module itself, without the package around it: it loads in Node and reads a text.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from 'node:test';

const module = process.env.GONGWEN_MODULE;
const { initSync, parse } = await import(pathToFileURL(join(module, 'gongwen.js')).href);
initSync({ module: readFileSync(join(module, 'gongwen_bg.wasm')) });

test('a text is read into a plain object whose spans index the string', () => {
  const text = '𠮷林局长于5月18日主持会议。会议强调，要抓好落实。';
  const document = parse(text);
  assert.equal(document.schema, '1');
  assert.equal(document.offsets, 'utf16');
  assert.equal(document.source.length, text.length);
  assert.equal(Object.getPrototypeOf(document), Object.prototype);
});

test('an unknown option is refused by name', () => {
  assert.throws(() => parse('会议', { ofsets: 'utf8' }), { code: 'INVALID_OPTION', option: 'ofsets' });
});
