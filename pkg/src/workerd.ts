import module from 'gongwen.wasm';
import { start } from './engine.js';
import type { InitInput } from './init.js';

export * from './common.js';

start(module);

/** Nothing is left to do: the runtime gives the compiled module with the import. */
export function init(_input?: InitInput | Promise<InitInput>): Promise<void> {
  return Promise.resolve();
}
