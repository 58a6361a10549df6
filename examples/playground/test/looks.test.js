// How the page looks, and to whom: screenshots of each layout, accessibility by axe, and what it weighs. The screenshots
// are put into target/page to be looked at; UPDATE=1 renews the README's.
import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { browser, dist, open, playground, serve } from './page.js';

/** Script beside the module, in bytes of gzip, until the first sample is shown. */
const MAX_SCRIPT = 150 * 1024;

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const out = join(playground, '../../target/page');

const LAYOUTS = {
  light: {},
  dark: { colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  'phone-dark': { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, colorScheme: 'dark' },
};

let server;
let chromium;
before(async () => {
  mkdirSync(out, { recursive: true });
  [server, chromium] = [await serve(), await browser()];
});
after(async () => {
  await chromium?.close();
  server?.close();
});

/** What axe finds that is serious. */
async function serious(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => axe.run({ resultTypes: ['violations'] }));
  return violations.filter(({ impact }) => ['serious', 'critical'].includes(impact)).map(({ id, nodes }) => `${id}: ${nodes.map(({ target, any }) => `${target} ${any[0]?.message ?? ''}`).slice(0, 3)}`);
}

for (const [name, context] of Object.entries(LAYOUTS)) {
  test(`the ${name} page is accessible, and fits its window`, async () => {
    const { page, complaints, close } = await open(chromium, server, { context });
    for (const [tab, sample] of [['tree', 'mobilization'], ['tasks', 'minutes'], ['people', 'inspection'], ['outline', 'notice'], ['diagnostics', 'mistakes'], ['json', 'garbled-traditional']]) {
      await page.selectOption('#samples', sample);
      await page.locator(`#tab-${tab}`).click();
      await page.locator('#facts', { hasText: 'ms' }).waitFor();
      await page.waitForTimeout(300);
      assert.deepEqual(await serious(page), [], tab);
      const overflow = await page.evaluate(() => [document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight - innerHeight]);
      assert.ok(overflow.every((beyond) => beyond <= 0), `${tab}: the page is larger than its window by ${overflow}`);
      await page.screenshot({ path: join(out, `${name}-${tab}.png`) });
    }
    assert.deepEqual(complaints, []);
    await close();
  });
}

test('the screenshot of the README', async () => {
  const { page, close } = await open(chromium, server);
  await page.locator('#tab-tasks').click();
  await page.locator('.tasks tbody tr').nth(7).locator('button').click();
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.activeElement.blur());
  await page.waitForTimeout(300);
  const picture = join(playground, 'screenshot.png');
  await page.screenshot({ path: join(out, 'screenshot.png') });
  if (process.env.UPDATE === '1') copyFileSync(join(out, 'screenshot.png'), picture);
  assert.ok(existsSync(picture), 'UPDATE=1 makes it');
  assert.match(readFileSync(join(playground, 'README.md'), 'utf8'), /!\[.+\]\(screenshot\.png\)/);
  await close();
});

test('on paper the whole text stands before the reading', async () => {
  const { page, close } = await open(chromium, server);
  await page.locator('#tab-tasks').click();
  await page.emulateMedia({ media: 'print' });
  await page.waitForTimeout(300);
  const [lines, editorHeight, toolsShown] = await page.evaluate(() => [
    document.querySelector('#editor').shadowRoot.querySelectorAll('.cm-line').length,
    document.querySelector('#editor').offsetHeight,
    document.querySelector('.tools').checkVisibility(),
  ]);
  assert.ok(lines >= 8, `${lines} lines`);
  assert.ok(editorHeight > 300 && !toolsShown);
  await page.screenshot({ path: join(out, 'print.png'), fullPage: true });
  await close();
});

test('the script beside the module is within its limit', async () => {
  const loaded = new Set();
  const context = await chromium.newContext();
  context.on('response', (response) => response.url().endsWith('.js') && loaded.add(response.url().split('/').at(-1)));
  const page = await context.newPage();
  await page.goto(`${server.origin}/page/`);
  await page.locator('#facts', { hasText: 'ms' }).waitFor();
  // The worker's script isn't told of as a response in every browser.
  for (const name of readdirSync(join(dist, 'assets'))) if (name.startsWith('worker-thread')) loaded.add(name);
  const sizes = [...loaded].map((name) => [name, gzipSync(readFileSync(join(dist, 'assets', name)), { level: 9 }).length]);
  const sum = sizes.reduce((total, [, size]) => total + size, 0);
  console.log(`script until the first sample is shown: ${sum} bytes of gzip in ${sizes.length} files (at most ${MAX_SCRIPT})`);
  assert.ok(sizes.length >= 3 && sum <= MAX_SCRIPT, JSON.stringify(sizes));
  await context.close();
});
