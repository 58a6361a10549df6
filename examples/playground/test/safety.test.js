// Texts, links and files come from anywhere: nothing in them runs, and what can't be read gets a message.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { browser, dist, drop, open, serve, write } from './page.js';

let server;
let chromium;
before(async () => {
  [server, chromium] = [await serve(), await browser()];
});
after(async () => {
  await chromium?.close();
  server?.close();
});

const ATTACK = '<img src=x onerror="window.ran=1"><script>window.ran=1</script><b onclick=x>要求</b>';
const attack = `${ATTACK}，会议要求，${ATTACK}要落实${ATTACK}。局长林晓峰${ATTACK}强调，一是${ATTACK}，三是${ATTACK}。`;
const code = (bytes) => `#t=${Buffer.from(bytes).toString('base64url')}`;

test('markup in a text stays text, in every tab', async () => {
  const { page, complaints, close } = await open(chromium, server, { fragment: code(deflateRawSync(attack)) });
  await page.locator('#facts', { hasText: String([...attack].length) }).waitFor();
  for (const name of ['tree', 'tasks', 'people', 'outline', 'diagnostics', 'json']) {
    await page.locator(`#tab-${name}`).click();
    assert.equal(await page.locator('#panel :is(img, script, b[onclick])').count(), 0);
  }
  assert.equal(await page.locator('#editor :is(img[src=x], script, b[onclick])').count(), 0);
  assert.equal(await page.evaluate(() => window.ran), undefined);
  assert.deepEqual(complaints, []);
  await close();
});

for (const [name, fragment, message] of [
  ['no base64', '#t=%%%', '已损坏'],
  ['no compressed bytes', code(Buffer.from('not deflate at all')), '已损坏'],
  ['bytes cut off', code(deflateRawSync('会议要求，要抓好落实。'.repeat(50)).subarray(0, 30)), '已损坏'],
  ['bytes that are no text', code(deflateRawSync(Buffer.from([0xff, 0xfe, 0x80]))), '已损坏'],
  ['a few bytes that swell to 40 MB', code(deflateRawSync(Buffer.alloc(40_000_000, 0x20))), '太长'],
  ['a fragment of a megabyte', `#t=${'A'.repeat(1_000_000)}`, '太长'],
]) {
  test(`a link with ${name} gets a message, and the page works`, async () => {
    const { page, complaints, close } = await open(chromium, server, { fragment });
    await page.locator('#message.bad', { hasText: message }).waitFor();
    await page.getByRole('treeitem', { name: /动员大会/ }).first().waitFor();
    assert.deepEqual(complaints, []);
    await close();
  });
}

test('files that are no text get a message', async () => {
  const { page, complaints, close } = await open(chromium, server);
  const refused = async (file, bytes, message, type) => {
    await drop(page, file, bytes, type);
    await page.locator('#message.bad', { hasText: message }).waitFor();
  };
  await refused('binary.txt', Buffer.from([0, 1, 2, 255]), '读不出');
  await refused('report.exe', Buffer.from('MZ'), '只能打开', 'application/octet-stream');
  await refused('odd.txt', Buffer.from([0x81, 0xff, 0x81]), '读不出');
  // 20 MB are too many to hand over byte by byte: the file is made in the page.
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(20_000_000).fill(65)], 'huge.txt', { type: 'text/plain' }));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
  });
  await page.locator('#message.bad', { hasText: '文件太大' }).waitFor();
  await drop(page, 'deep.html', Buffer.from('<div>'.repeat(30_000) + '会议要求，要抓好落实。'), 'text/html');
  await page.locator('#message', { hasText: 'deep.html' }).waitFor();
  assert.deepEqual(complaints, []);
  await close();
});

test('a text over the limit gets a message, and is not read', async () => {
  const { page, complaints, close } = await open(chromium, server);
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['会'.repeat(2_000_001)], 'long.txt', { type: 'text/plain' }));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
  });
  await page.locator('#message.bad', { hasText: '文本太长' }).waitFor();
  await write(page, '一'.repeat(300_000));
  await page.locator('#facts', { hasText: '300,000' }).waitFor();
  // So long a text is in no link, unless it is compressed to little; random characters are not.
  await write(page, Array.from({ length: 40_000 }, () => String.fromCharCode(0x4e00 + Math.random() * 20_000)).join(''));
  await page.locator('#link').click();
  await page.locator('#message.bad', { hasText: '放不进链接' }).waitFor();
  assert.deepEqual(complaints, []);
  await close();
});

test('the policy allows no inline script, no inline style and no other origin', async () => {
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page);
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|https?:|data:|\*/);
  assert.doesNotMatch(page, /<script(?![^>]*\ssrc=)|\son\w+=|\sstyle=|<style/);
  const opened = await open(chromium, server);
  await opened.page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = 1';
    document.body.append(script);
  });
  assert.equal(await opened.page.evaluate(() => window.ran), undefined);
  assert.match(opened.complaints.join(), /Content Security Policy/);
  await opened.close();
});
