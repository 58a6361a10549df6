import { parentPort, Worker } from 'node:worker_threads';
import { type AsyncParser, createParser as create, type ParserOptions, type Request } from './client.js';
import { init } from './node.js';
import { answer } from './serve.js';

export type { AbortSignalLike, AsyncParser, ParserOptions, Signal, WorkerLike } from './client.js';
export { GongwenError } from './error.js';

/** Makes a parser that reads in a thread of Node's. */
export function createParser(options: ParserOptions = {}): AsyncParser {
  if (options.worker !== undefined) return create(options);
  return create({ ...options, worker: () => new Worker(new URL('./worker-thread-node.js', import.meta.url)) });
}

/** Makes the thread that calls this answer a parser of `createParser({ worker })`. */
export function serve(): void {
  parentPort?.on('message', async (request: Request) => parentPort?.postMessage(await answer(request, init)));
}
