import { type AsyncParser, createParser as create, type ParserOptions, type Request } from './client.js';
import { init } from './web.js';
import { answer } from './serve.js';

export type { AbortSignalLike, AsyncParser, ParserOptions, Signal, WorkerLike } from './client.js';
export { GongwenError } from './error.js';

/**
 * Makes a parser that reads off the main thread.
 *
 * ```js
 * const parser = createParser();
 * const document = await parser.parse(text, { signal: AbortSignal.timeout(1000) });
 * ```
 */
export function createParser(options: ParserOptions = {}): AsyncParser {
  if (options.worker !== undefined) return create(options);
  return create({ ...options, worker: () => new Worker(new URL('./worker-thread.js', import.meta.url), { type: 'module' }) });
}

/** Makes the worker that calls this answer a parser of `createParser({ worker })`: the whole of a worker's script of your own. */
export function serve(): void {
  const port = self as unknown as { postMessage(reply: unknown): void; onmessage: (event: { data: Request }) => void };
  port.onmessage = async ({ data }) => port.postMessage(await answer(data, init));
}
