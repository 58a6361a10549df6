// The entry of `require('gongwen')`; the build makes it CommonJS, where `__dirname` is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { start } from './engine.js';
import type { InitInput } from './init.js';

export * from './common.js';

start(readFileSync(join(__dirname, 'gongwen.wasm')));

/** Nothing is left to do in Node: the module is loaded with the package. */
export function init(_input?: InitInput | Promise<InitInput>): Promise<void> {
  return Promise.resolve();
}
