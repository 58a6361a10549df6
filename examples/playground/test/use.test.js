// What people do with the page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { browser, drop, editor, open, playground, serve, toGbk, write } from './page.js';

const sample = (name) => readFileSync(join(playground, `../texts/${name}.txt`), 'utf8');

let server;
let chromium;
before(async () => {
  [server, chromium] = [await serve(), await browser()];
});
after(async () => {
  await chromium?.close();
  server?.close();
});

/** Runs a test in a page of its own, which must not complain. */
const inPage = (name, run, options) =>
  test(name, async () => {
    const { page, complaints, close } = await open(chromium, server, options);
    await run(page);
    assert.deepEqual(complaints, []);
    await close();
  });

const tab = (page, name) => page.locator(`#tab-${name}`).click();
const source = (page) => page.evaluate(() => document.querySelector('#editor').shadowRoot.querySelector('.cm-content').innerText);

/** Whether what was gone to is within the part of the text that is seen. */
async function isSeen(page) {
  const [mark, view] = [await page.locator('#editor .settled').first().boundingBox(), await page.locator('#editor').boundingBox()];
  return mark !== null && mark.y >= view.y && mark.y + mark.height <= view.y + view.height;
}

inPage('a pasted text is read: the meeting is in the tree', async (page) => {
  await page.evaluate((text) => navigator.clipboard.writeText(text), '5月18日下午，青山管理局召开安全生产动员大会。局长林晓峰主持会议。');
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+V');
  await page.getByRole('treeitem', { name: /会议 安全生产动员大会/ }).first().waitFor();
  assert.equal(await page.locator('#editor .m-meeting').textContent(), '安全生产动员大会');
  assert.equal(await page.locator('#samples').inputValue(), '');
});

inPage('a directive leads to its place in the text, and the text back to it', async (page) => {
  await tab(page, 'tasks');
  const rows = page.locator('.tasks tbody tr');
  const last = rows.nth((await rows.count()) - 1);
  await last.locator('button').click();
  await page.locator('#editor .settled').first().waitFor();
  await page.waitForTimeout(100);
  assert.ok(await isSeen(page), 'the text was scrolled to the mark');
  const marked = (await page.locator('#editor .settled').allTextContents()).join('');
  assert.ok((await last.locator('.what').textContent()).includes(marked.slice(0, 8)), marked);
  await page.locator('#editor .settled').last().click();
  assert.ok(await last.evaluate((row) => row.classList.contains('current')));
});

inPage('hovering a node points at its place; clicking the text opens the node', async (page) => {
  await page.getByRole('treeitem', { name: /林晓峰/ }).first().locator('.row').hover();
  assert.ok((await page.locator('#editor .pointed').count()) > 0);
  await page.locator('#editor .m-person').first().click();
  const current = page.locator('.tree .current > .row');
  await current.waitFor();
  assert.match(await current.textContent(), /林晓峰|书记/);
});

inPage('a mistake is underlined and told, on hover and at the cursor', async (page) => {
  await write(page, '会议要求，一是加强检查，三是落实责任。');
  const mark = page.locator('#editor .m-diagnostic');
  await mark.first().waitFor();
  await tab(page, 'diagnostics');
  assert.match(await page.locator('.diagnostics').textContent(), /ordinal_gap/);
  const message = await page.locator('.d-warning .go').first().textContent();
  await page.locator('#editor .m-warning').first().hover();
  await page.locator('#editor .cm-tooltip .note-warning').waitFor();
  await page.mouse.move(5, 5);
  await page.locator('#editor .cm-tooltip').waitFor({ state: 'detached' });
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+Home');
  for (let step = 0; step < 5 && (await page.locator('#editor .cm-tooltip .note-warning').count()) === 0; step++) await page.keyboard.press('F8');
  const note = await page.locator('#editor .cm-tooltip .note-warning').textContent();
  assert.equal(note.replaceAll(' ', ''), message.replaceAll(' ', ''));
  assert.ok((await page.locator('#editor .cm-announced').textContent()).length > 5, 'it is told to screen readers too');
});

inPage('repairs are struck and mended, with their kind', async (page) => {
  await page.selectOption('#samples', 'garbled-traditional');
  await page.locator('#editor ins.mended').first().waitFor();
  assert.match(await page.locator('#editor .m-struck').first().textContent(), /務/);
  assert.match(await page.locator('#editor ins.mended').first().getAttribute('title'), /繁体字/);
  await page.locator('#editor .m-struck').first().hover();
  assert.match(await page.locator('#editor .cm-tooltip').textContent(), /繁体字：務 → 务/);
  // In the tree they stand by their kinds.
  await page.getByRole('treeitem', { name: /^修复/ }).locator('.twist').first().click();
  await page.getByRole('treeitem', { name: /^繁体字/ }).locator('.twist').first().click();
  await page.getByRole('treeitem', { name: '務 → 务' }).first().waitFor();
  await page.locator('[data-category=repair]').click();
  assert.equal(await page.locator('#editor ins.mended').count(), 0);
});

inPage('the legend hides a kind in the text and in the tree', async (page) => {
  assert.ok((await page.locator('#editor .m-person').count()) > 0);
  await page.locator('[data-category=person]').click();
  assert.equal(await page.locator('[data-category=person]').getAttribute('aria-pressed'), 'false');
  assert.equal(await page.locator('#editor .m-person').count(), 0);
  assert.equal(await page.locator('[data-path=people]').count(), 0);
  await page.locator('[data-category=person]').click();
  assert.ok((await page.locator('#editor .m-person').count()) > 0);
});

inPage('each sample is read', async (page) => {
  const names = await page.locator('#samples option:not([hidden])').evaluateAll((options) => options.map((option) => option.value));
  assert.ok(names.length >= 8, names.join());
  for (const name of names) {
    await page.selectOption('#samples', name);
    const first = sample(name).split('\n')[0].slice(0, 6);
    await page.waitForFunction((first) => document.querySelector('#editor').shadowRoot.querySelector('.cm-line').textContent.startsWith(first.slice(0, 3)), first);
    await tab(page, 'json');
    await page.waitForFunction((length) => document.querySelector('.json')?.textContent.includes(`"length": ${length},`), sample(name).replaceAll('\r\n', '\n').length);
  }
});

inPage('every tab shows what was read', async (page) => {
  await tab(page, 'people');
  assert.match(await page.locator('#panel').textContent(), /林晓峰.*集团党委书记.*苏明远.*主持/s);
  await tab(page, 'outline');
  assert.match(await page.locator('#panel').textContent(), /动员大会.*一是.*抓紧完成泵站和闸门的全面检修/s);
  await tab(page, 'json');
  const read = JSON.parse(await page.locator('.json').textContent());
  assert.equal(read.offsets, 'utf16');
  assert.equal(read.people[0].name.text, '林晓峰');
});

inPage('files in GBK and UTF-8 are read where they are dropped', async (page) => {
  const text = '青山管理局召开安全生产动员大会\n局长林晓峰主持会议。';
  await drop(page, '报道.txt', toGbk(text));
  await page.getByRole('treeitem', { name: /会议 安全生产动员大会/ }).first().waitFor();
  assert.equal(await source(page), text);
  await drop(page, 'utf8.txt', Buffer.from(`\ufeff${text}二`));
  await page.waitForFunction(() => document.querySelector('#message').textContent.includes('utf8.txt'));
  assert.equal(await source(page), `${text}二`);
});

inPage('the text of a web page is read, and nothing else of it', async (page) => {
  const markup = `<!doctype html><head><meta charset="gb2312"><title>题</title><style>p{color:red}</style></head><body onload="window.ran=1"><nav>首页</nav>
    <h1 style="color:red">青山管理局召开动员大会</h1><p>局长<b>林晓峰</b>主持会议。</p><script>window.ran = 1</script><img src="https://example.invalid/x.png" onerror="window.ran=1"></body>`;
  await drop(page, 'page.html', toGbk(markup), 'text/html');
  await page.getByRole('treeitem', { name: /林晓峰/ }).first().waitFor();
  assert.equal(await source(page), '青山管理局召开动员大会\n局长林晓峰主持会议。');
  assert.equal(await page.evaluate(() => window.ran), undefined);
});

inPage('a link holds the text and its date', async (page) => {
  const text = '5月18日，青山管理局召开安全生产动员大会。𠮷\n会议要求，各单位要在6月20日前完成自查。';
  await write(page, text);
  await page.fill('#date', '2024-05-20');
  await page.locator('#link').click();
  await page.locator('#message', { hasText: '链接已复制' }).waitFor();
  const address = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(address.startsWith(`${server.origin}/page/#t=`), address);
  const other = await open(chromium, server, { fragment: new URL(address).hash });
  await other.page.getByRole('treeitem', { name: /动员大会/ }).first().waitFor();
  assert.equal(await source(other.page), text);
  assert.equal(await other.page.locator('#date').inputValue(), '2024-05-20');
  await tab(other.page, 'tasks');
  assert.match(await other.page.locator('.tasks').textContent(), /2024-06-20/);
  assert.deepEqual(other.complaints, []);
  await other.close();
});

/** What a download holds. */
async function downloaded(page, format) {
  await page.locator('.menu summary').click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator(`[data-download=${format}]`).click()]);
  assert.equal(file.suggestedFilename(), `gongwen.${format}`);
  return readFileSync(await file.path(), 'utf8');
}

inPage('JSON, CSV and ICS can be downloaded', async (page) => {
  const text = '2024年5月18日上午，青山管理局召开安全生产动员大会。会议要求，各单位要在6月20日前完成自查。';
  await write(page, text);
  await page.getByRole('treeitem', { name: /会议 安全生产动员大会/ }).first().waitFor();
  assert.equal(JSON.parse(await downloaded(page, 'json')).source.length, text.length);
  const [head, row] = (await downloaded(page, 'csv')).split('\r\n');
  assert.ok(head.startsWith('\ufeff序号,责任单位,任务'), head);
  const [start, end] = row.split(',').slice(-2).map(Number);
  assert.equal(text.slice(start, end), '各单位要在6月20日前完成自查');
  assert.match(await downloaded(page, 'ics'), /^BEGIN:VCALENDAR\r\n[^]*SUMMARY:安全生产动员大会\r\n/);
  await write(page, '会议要求，要抓好落实。');
  await page.locator('.menu summary').click();
  await page.locator('[data-download=ics]').click();
  await page.locator('#message.bad', { hasText: '没有能定到日期' }).waitFor();
});

inPage('the language is switched, and kept', async (page) => {
  await page.locator('#language').click();
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  for (const place of ['.tools button', '#tabs', '#legend', '.privacy', '#facts']) {
    const said = (await page.locator(place).allTextContents()).join(' ').replace('中文', '');
    assert.doesNotMatch(said, /\p{Script=Han}/u, place);
  }
  await tab(page, 'diagnostics');
  assert.match(await page.locator('.diagnostics').textContent(), /hint/);
  await page.reload();
  await page.locator('#facts', { hasText: 'parsed in' }).waitFor();
});

inPage('all can be done by keyboard', async (page) => {
  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.className);
  const tabTo = async (id) => {
    for (let step = 0; step < 60 && (await focused()) !== id; step++) await page.keyboard.press('Tab');
    assert.equal(await focused(), id);
  };
  await tabTo('tab-tree');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('role')), 'treeitem');
  // Down to 会议, into its meeting, and to its place in the text.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.evaluate(() => document.activeElement.dataset.path), 'meetings/0/time');
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('#editor .settled').first().textContent(), '4月12日上午');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-expanded')), 'false');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowRight');
  assert.equal(await focused(), 'tab-tasks');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const task = await page.evaluate(() => document.activeElement.textContent);
  await page.keyboard.press('Enter');
  assert.equal((await page.locator('#editor .settled').allTextContents()).join(''), task);
  // Out of the text again: Tab isn't caught, and Alt+Enter leads to the reading.
  await editor(page).focus();
  await page.keyboard.press('Alt+Enter');
  assert.equal(await page.evaluate(() => document.activeElement.closest('#panel') !== null), true);
  await editor(page).focus();
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'tab-tasks');
});

inPage('a text of 100 KB stays smooth', async (page) => {
  const paragraph = sample('mobilization');
  const long = paragraph.repeat(Math.ceil(100_000 / Buffer.byteLength(paragraph)));
  await page.evaluate(() => {
    window.longest = 0;
    new PerformanceObserver((list) => (window.longest = Math.max(window.longest, ...list.getEntries().map((entry) => entry.duration)))).observe({ type: 'longtask' });
  });
  await write(page, long);
  await page.waitForFunction((length) => document.querySelector('#facts').textContent.includes(length.toLocaleString()), [...long].length);
  await page.keyboard.press('ControlOrMeta+Home');
  await page.waitForTimeout(500);
  await page.evaluate(() => (window.longest = 0));
  const begun = Date.now();
  for (const letter of '会议要求各单位要在六月底前完成自查') await page.keyboard.insertText(letter);
  const typed = Date.now() - begun;
  await page.waitForFunction((length) => document.querySelector('#facts').textContent.includes(length.toLocaleString()), [...long].length + 17);
  const [longest, spans, facts] = await page.evaluate(() => [window.longest, document.querySelector('#editor').shadowRoot.querySelectorAll('.m').length, document.querySelector('#facts').textContent]);
  console.log(`100 KB: 17 characters typed in ${typed} ms, longest task ${Math.round(longest)} ms, ${spans} marks drawn, ${facts}`);
  assert.ok(spans < 3000, `${spans} marks are drawn, though few are visible`);
  assert.ok(longest < 400, `a task took ${longest} ms`);
  // The last text is the one that is shown.
  await tab(page, 'json');
  assert.match(await page.locator('.json').textContent(), new RegExp(`"length": ${long.length + 17},`));
});
