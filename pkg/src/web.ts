import { type InitInput, load } from './init.js';

export * from './common.js';

/**
 * Loads the module, once: `await init()` before the first call. It is looked for beside this file, where bundlers put
 * it; pass its address, its bytes or a `Response` where it lies elsewhere.
 */
export function init(input?: InitInput | Promise<InitInput>): Promise<void> {
  return load(input, () => new URL('./gongwen.wasm', import.meta.url));
}
