// What the tests share: the built page served by itself, and a browser that looks at it and takes note of whatever it
// complains of.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const playground = join(dirname(fileURLToPath(import.meta.url)), '..');
export const dist = join(playground, 'dist');

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--lang=zh-CN'];
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.wasm': 'application/wasm' };

/** Serves dist/ from a folder of a server, as a project's page is. */
export async function serve() {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname)).replace(/^\/page\//, '/');
    const file = join(dist, path.endsWith('/') ? 'index.html' : path);
    try {
      response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
      response.end(await readFile(file));
    } catch {
      response.statusCode = 404;
      response.end('not found');
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** Debian's Chromium. */
export const browser = () => chromium.launch({ executablePath: process.env.GONGWEN_CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });

/** Opens the page and waits for its first reading; `complaints` gets all errors, and requests that leave the origin. */
export async function open(chromium, server, { fragment = '', context: options = {}, ready = true } = {}) {
  const context = await chromium.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 }, ...options });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.origin });
  const page = await context.newPage();
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  context.on('request', (request) => request.url().startsWith(server.origin) || /^blob:/.test(request.url()) || complaints.push(`asks ${request.url()}`));
  await page.goto(`${server.origin}/page/${fragment}`);
  if (ready) await page.locator('#facts', { hasText: 'ms' }).waitFor();
  return { page, complaints, close: () => context.close() };
}

/** The editor's text area. */
export const editor = (page) => page.locator('#editor .cm-content');

/** Puts a text into the editor by hand, and waits until it is read. */
export async function write(page, text) {
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
}

/** Drops a file on the page. */
export async function drop(page, name, bytes, type = 'text/plain') {
  const transfer = await page.evaluateHandle(([name, bytes, type]) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([Uint8Array.from(atob(bytes), (unit) => unit.charCodeAt(0))], name, { type }));
    return transfer;
  }, [name, Buffer.from(bytes).toString('base64'), type]);
  await page.locator('#editor').dispatchEvent('drop', { dataTransfer: transfer, bubbles: true });
}

let gbk;

/** A text in GBK, by the decoder turned round. */
export function toGbk(text) {
  if (gbk === undefined) {
    gbk = new Map();
    const decoder = new TextDecoder('gbk', { fatal: true });
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        try {
          gbk.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
        } catch {
          // No character has these bytes.
        }
      }
    }
  }
  return Buffer.from([...text].flatMap((character) => (character < '\u0080' ? character.charCodeAt(0) : gbk.get(character))));
}
