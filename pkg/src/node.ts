import { readFileSync } from 'node:fs';
import { start } from './engine.js';
import type { InitInput } from './init.js';

export * from './common.js';

start(readFileSync(new URL('./gongwen.wasm', import.meta.url)));

/** Nothing is left to do in Node: the module is loaded with the package. */
export function init(_input?: InitInput | Promise<InitInput>): Promise<void> {
  return Promise.resolve();
}
