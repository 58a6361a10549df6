import { isReady, start } from './engine.js';
import { GongwenError, shown } from './error.js';

/** A type of the platform, where the program's own `lib` has it, so that neither the DOM's nor Node's types are needed. */
type Platform<Name extends string> = typeof globalThis extends { [N in Name]: { prototype: infer T } } ? T : never;

/** A compiled module. */
export type CompiledModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer T } } } ? T : never;

/** From where the module is loaded: an address, a response, its bytes, or the compiled module. */
export type InitInput = string | Platform<'URL'> | Platform<'Request'> | Platform<'Response'> | ArrayBuffer | ArrayBufferView | CompiledModule;

let pending: Promise<void> | undefined;

/** Loads the module from `input`, or from `home()`, once; a call that failed may be tried again. */
export function load(input: InitInput | Promise<InitInput> | undefined, home: () => InitInput): Promise<void> {
  if (isReady()) return Promise.resolve();
  pending ??= (async () => begin(await (input ?? home())))().finally(() => {
    pending = undefined;
  });
  return pending;
}

/** Starts the module from its bytes or a compiled module, for where nothing can be awaited. */
export function initSync(module: ArrayBuffer | ArrayBufferView | CompiledModule): void {
  if (!(module instanceof WebAssembly.Module || module instanceof ArrayBuffer || ArrayBuffer.isView(module))) {
    throw new GongwenError('WASM_INVALID', `initSync() takes the bytes of gongwen.wasm or a WebAssembly.Module; got ${shown(module)}`);
  }
  start(module as BufferSource | WebAssembly.Module);
}

async function begin(input: InitInput): Promise<void> {
  if (input instanceof WebAssembly.Module) return start(input);
  if (input instanceof ArrayBuffer || ArrayBuffer.isView(input)) return start(await compile(input));
  if (!isAddress(input) && !(input instanceof Response)) {
    throw new GongwenError('WASM_INVALID', `init() takes an address, a Response, bytes or a WebAssembly.Module; got ${shown(input)}`);
  }
  const response = isAddress(input) ? await request(input) : input;
  if (!response.ok) {
    throw new GongwenError('WASM_NOT_FOUND', `${response.url || 'the server'} answered ${response.status}: serve gongwen/gongwen.wasm there, or pass its address to init()`);
  }
  const type = response.headers.get('Content-Type') ?? '';
  if (type.startsWith('text/')) {
    throw new GongwenError('WASM_INVALID', `${response.url || 'the response'} is served as ${type}, a page in the module's place: serve gongwen/gongwen.wasm there, or pass its address to init()`);
  }
  start(await compile(await response.arrayBuffer()));
}

function isAddress(input: unknown): input is string | URL | Request {
  return typeof input === 'string' || input instanceof URL || input instanceof Request;
}

async function request(input: string | URL | Request): Promise<Response> {
  try {
    return await fetch(input);
  } catch (cause) {
    const address = input instanceof Request ? input.url : String(input);
    throw new GongwenError('WASM_NOT_FOUND', `${address} can't be fetched: serve gongwen/gongwen.wasm there, or pass its address to init()`, { cause });
  }
}

async function compile(bytes: ArrayBuffer | ArrayBufferView): Promise<WebAssembly.Module> {
  try {
    return await WebAssembly.compile(bytes as BufferSource);
  } catch (cause) {
    const refused = cause instanceof Error && /unsafe-eval|Content Security Policy/i.test(cause.message);
    const advice = refused ? "the page's Content-Security-Policy forbids it: add 'wasm-unsafe-eval' to script-src" : "these bytes are not gongwen's module: serve gongwen/gongwen.wasm as it is";
    throw new GongwenError('WASM_INVALID', advice, { cause });
  }
}
