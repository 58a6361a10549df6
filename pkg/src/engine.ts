// The one instance of the module, and how it is called.
import { __wbg_reset_state as restart, initSync, longest, parse, render, version } from './generated/gongwen.js';
import { type ErrorCode, GongwenError } from './error.js';

/** What of the glue is called; named one by one, so that bundlers leave out the rest. */
const module = { longest, parse, render, version };

let ready = false;

export const isReady = (): boolean => ready;

/** Starts the module from its bytes or from a compiled module; once it runs, a further call does nothing. */
export function start(code: BufferSource | WebAssembly.Module): void {
  if (ready) return;
  try {
    initSync({ module: code });
  } catch (cause) {
    throw new GongwenError('WASM_INVALID', "these bytes are not gongwen's module: pass the bytes of gongwen/gongwen.wasm of this same version", { cause });
  }
  ready = true;
}

/** Calls the module and makes every mistake a GongwenError. */
export function call<T>(use: (from: typeof module) => T): T {
  if (!ready) {
    throw new GongwenError('NOT_INITIALIZED', 'gongwen is not initialised: `await init()` once before the first call, or call `initSync(bytes)`');
  }
  try {
    return use(module);
  } catch (thrown) {
    if (isFault(thrown)) throw new GongwenError(thrown.code, thrown.message, { option: thrown.option });
    // A trap leaves the instance in no known state, so the next call gets a fresh one.
    restart();
    throw new GongwenError('INTERNAL', `gongwen failed on this input (${String(thrown)}); the next call works again. Please report the text`, { cause: thrown });
  }
}

/** What the module throws: a plain object. */
interface Fault {
  readonly code: ErrorCode;
  readonly message: string;
  readonly option?: string;
}

function isFault(value: unknown): value is Fault {
  return typeof value === 'object' && value !== null && !(value instanceof Error) && 'code' in value && 'message' in value;
}
