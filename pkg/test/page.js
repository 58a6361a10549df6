// A server of the scratch project's folders, and a browser to look at them with.
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright-core';
import { scratch } from './harness.js';

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm', '.json': 'application/json' };

/** Serves the scratch project; a path that starts with /csp=POLICY/ has that Content-Security-Policy. */
export async function serve() {
  const server = createServer(async (request, response) => {
    let path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const [, policy] = path.match(/^\/csp=([^/]*)\//) ?? [];
    if (policy !== undefined) {
      path = path.slice(policy.length + 5);
      response.setHeader('Content-Security-Policy', policy);
    }
    // Each folder sees the packages of the project as its own.
    path = normalize(path).replace(/^\/[^/]+\/node_modules\//, '/node_modules/');
    const file = join(scratch, path);
    try {
      if (!(await stat(file)).isFile()) throw new Error('no file');
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
