// The API in Node: what it gives, and what it says to each mistake.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load, samples, spans } from './harness.js';

const { GongwenError, decode, init, initSync, parse, parseBytes, parseMany, render, version } = await load('node.js');

const TEXT = '5月18日下午，青山管理局召开安全生产动员大会。局长林晓峰主持会议。会议强调，各单位要落实责任。';

/** Asserts that a call throws a GongwenError of that code, and that the next call works. */
function refuses(call, code, says) {
  assert.throws(call, (error) => {
    assert.ok(error instanceof GongwenError && error instanceof Error, String(error));
    assert.equal(error.name, 'GongwenError');
    assert.equal(error.code, code);
    assert.match(error.message, says);
    return true;
  });
  assert.equal(parse(TEXT).schema, '1');
}

test('a Document is made of plain objects, arrays, strings, numbers, booleans and null', () => {
  const check = (value) => {
    if (Array.isArray(value)) return value.forEach(check);
    if (value === null || ['string', 'boolean'].includes(typeof value)) return;
    if (typeof value === 'number') return assert.ok(Number.isInteger(value) && Math.abs(value) < 2 ** 31);
    assert.equal(Object.getPrototypeOf(value), Object.prototype);
    Object.values(value).forEach(check);
  };
  for (const { text } of samples) check(parse(text));
});

test('the Document says what the text says', () => {
  const document = parse(TEXT);
  assert.equal(document.meetings[0].name.text, '安全生产动员大会');
  assert.equal(document.people[0].name.text, '林晓峰');
  assert.equal(document.times[0].text.startsWith('5月18日'), true);
});

test('spans index the JavaScript string, whatever stands in it', () => {
  const odd = {
    'outside the BMP': '𠮷林区' + TEXT + '😀' + TEXT,
    CRLF: TEXT.replaceAll('。', '。\r\n'),
    BOM: '\ufeff' + TEXT,
    NUL: '\0' + TEXT + '\0',
    'lone surrogates': '\ud800' + TEXT + '\udc00。' + TEXT + '\ud842',
    'one line of many': TEXT.repeat(200),
  };
  for (const [name, text] of Object.entries(odd)) {
    const document = parse(text);
    assert.equal(document.offsets, 'utf16');
    assert.equal(document.source.length, text.length, name);
    assert.ok(document.people.length > 0, name);
    for (const person of document.people) assert.equal(text.slice(person.name.span.start, person.name.span.end), person.name.text, name);
    for (const time of document.times) assert.equal(text.slice(time.span.start, time.span.end), time.text, name);
    for (const { start, end } of spans(document)) assert.ok(start >= 0 && start < end && end <= text.length, `${name}: ${start}..${end}`);
  }
});

test('offsets are counted in the unit that is asked for', () => {
  const text = '𠮷' + TEXT;
  assert.equal(parse(text, { offsets: 'utf8' }).source.length, Buffer.byteLength(text));
  assert.equal(parse(text, { offsets: 'codepoint' }).source.length, [...text].length);
  assert.equal(parse(text, { offsets: 'utf16' }).source.length, text.length);
});

test('nothing to read is a Document with nothing in it', () => {
  for (const text of ['', '会', '。，、', '\r', ' \n']) assert.deepEqual(parse(text).people, [], JSON.stringify(text));
});

test('options do what they say', () => {
  assert.equal(parse('会议定于5月20日召开。', { date: '2024-05-01' }).times[0].resolved, '2024-05-20');
  assert.equal(parse('数智办链长林晓峰主持会议。', { lexicon: '数智办\torganization\n链长\ttitle\n' }).people[0].posts[0].text, '数智办链长');
  assert.equal(parse('會議強調，要發展人工智慧。', { regionalWords: true }).directives[0].content.text, '要发展人工智能');
  assert.deepEqual(parse(TEXT, { date: undefined }), parse(TEXT));
  assert.deepEqual(parse(TEXT, Object.create(null)), parse(TEXT));
});

test('an unknown option is refused by its name', () => {
  for (const call of [() => parse(TEXT, { ofsets: 'utf8' }), () => parseMany([TEXT], { ofsets: 1 }), () => parseBytes(Buffer.from(TEXT), { ofsets: 1 }), () => render(TEXT, 'outline', { ofsets: 1 })]) {
    refuses(call, 'INVALID_OPTION', /"ofsets".*offsets, date, lexicon, regionalWords/);
    assert.throws(call, { option: 'ofsets' });
  }
});

test('an option of the wrong type or value is refused by its name', () => {
  refuses(() => parse(TEXT, { offsets: 16 }), 'INVALID_OPTION', /"offsets" must be/);
  refuses(() => parse(TEXT, { offsets: 'bytes' }), 'INVALID_OPTION', /"offsets" must be.*"bytes"/);
  refuses(() => parse(TEXT, { date: '20 May' }), 'INVALID_OPTION', /calendar date/);
  refuses(() => parse(TEXT, { date: '2023-02-29' }), 'INVALID_OPTION', /calendar date/);
  refuses(() => parse(TEXT, { date: new Date() }), 'INVALID_OPTION', /calendar date/);
  refuses(() => parse(TEXT, { regionalWords: 'yes' }), 'INVALID_OPTION', /true or false.*"yes"/);
  refuses(() => parse(TEXT, { lexicon: ['数智办'] }), 'INVALID_OPTION', /lexicon/);
  refuses(() => parse(TEXT, { lexicon: '数智办\tno_such_kind\n' }), 'INVALID_OPTION', /line 1/);
  for (const options of [null, 'utf8', 1, true, [], () => {}]) refuses(() => parse(TEXT, options), 'INVALID_OPTION', /options must be an object/);
  refuses(() => parseBytes(Buffer.from(TEXT), null), 'INVALID_OPTION', /options must be an object/);
});

test('what is no text is refused', () => {
  for (const text of [undefined, null, 1, {}, [], Symbol('x'), new String('会')]) refuses(() => parse(text), 'INVALID_TEXT', /must be a string/);
  refuses(() => parse(Buffer.from(TEXT)), 'INVALID_TEXT', /parseBytes/);
  refuses(() => render(undefined, 'outline'), 'INVALID_TEXT', /must be a string/);
  refuses(() => parseMany(TEXT), 'INVALID_TEXT', /parse\(\)/);
  refuses(() => parseMany(undefined), 'INVALID_TEXT', /array/);
  refuses(() => parseMany([TEXT, 7]), 'INVALID_TEXT', /texts\[1\]/);
});

test('a text over the limit is refused, and memory is not spent on it', () => {
  refuses(() => parse('会'.repeat(50_000_000)), 'TEXT_TOO_LONG', /split it/);
  // Under the limit in characters, over it in bytes.
  refuses(() => parse('会'.repeat(17_000_000)), 'TEXT_TOO_LONG', /split it/);
});

test('5 MB on one line are read', () => {
  const text = TEXT.repeat(Math.ceil(5_000_000 / Buffer.byteLength(TEXT)));
  assert.equal(parse(text).source.length, text.length);
});

test('bytes are decoded: UTF-8, with and without its mark, UTF-16, GB18030, Big5', () => {
  const gb18030 = Uint8Array.from([0xbb, 0xe1, 0xd2, 0xe9, 0xc7, 0xbf, 0xb5, 0xf7, 0xa3, 0xac, 0xd2, 0xaa, 0xd7, 0xa5, 0xba, 0xc3, 0xc2, 0xe4, 0xca, 0xb5, 0xa1, 0xa3]);
  const big5 = Uint8Array.from([0xb7, 0x7c, 0xc4, 0xb3, 0xb1, 0x6a, 0xbd, 0xd5]);
  assert.equal(decode(gb18030), '会议强调，要抓好落实。');
  assert.equal(decode(big5, 'big5'), '會議強調');
  assert.equal(decode(Buffer.from('\ufeff' + TEXT)), TEXT);
  assert.equal(decode(Buffer.from('\ufeff' + TEXT, 'utf16le')), TEXT);
  assert.equal(decode(new Uint8Array(gb18030).buffer), '会议强调，要抓好落实。');
  assert.equal(decode(new DataView(gb18030.buffer, 0, 4)), '会议');
  assert.deepEqual(parseBytes(Buffer.from(TEXT)), parse(TEXT));
  assert.deepEqual(parseBytes(gb18030, { encoding: 'gb18030', offsets: 'utf8' }), parse('会议强调，要抓好落实。', { offsets: 'utf8' }));
});

test('bytes that are none, or no text, are refused', () => {
  refuses(() => parseBytes(TEXT), 'INVALID_BYTES', /ArrayBuffer/);
  refuses(() => parseBytes(undefined), 'INVALID_BYTES', /ArrayBuffer/);
  refuses(() => parseBytes(Uint8Array.from([0x81, 0x20, 0xe4])), 'INVALID_BYTES', /encoding/);
  refuses(() => parseBytes(Uint8Array.from([0xe4, 0xbc]), { encoding: 'utf-8' }), 'INVALID_BYTES', /utf-8/);
  refuses(() => parseBytes(Buffer.from(TEXT), { encoding: 'latin1' }), 'INVALID_OPTION', /encoding/);
});

test('many texts are read in order, by one set of options', () => {
  const texts = samples.map(({ text }) => text);
  assert.deepEqual(parseMany(texts, { offsets: 'utf8' }), texts.map((text) => parse(text, { offsets: 'utf8' })));
  assert.deepEqual(parseMany(new Set(texts)).length, new Set(texts).size);
  assert.deepEqual(parseMany([]), []);
});

test('a text is rendered', () => {
  assert.match(render(TEXT, 'outline'), /安全生产动员大会/);
  assert.deepEqual(JSON.parse(render(TEXT, 'json')), parse(TEXT));
  const [, row] = render(TEXT, 'csv').split('\r\n');
  const [start, end] = row.split(',').slice(-2).map(Number);
  assert.equal(TEXT.slice(start, end), parse(TEXT).directives[0].content.text, row);
  assert.equal(render(TEXT, 'ics'), '');
  assert.match(render(TEXT, 'ics', { date: '2024-05-20' }), /^BEGIN:VCALENDAR\r\n[^]*SUMMARY:安全生产动员大会\r\n/);
  refuses(() => render(TEXT, 'pdf'), 'INVALID_FORMAT', /"pdf".*outline/);
  refuses(() => render(TEXT), 'INVALID_FORMAT', /format/);
});

test('in Node there is nothing to initialise, and initialising does no harm', async () => {
  await init();
  await init();
  assert.throws(() => initSync('gongwen.wasm'), { code: 'WASM_INVALID' });
  initSync(new ArrayBuffer(0));
  assert.match(version(), /^\d+\.\d+\.\d+$/);
});
