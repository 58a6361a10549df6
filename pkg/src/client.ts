// The parser off the main thread: one request at a time goes to the worker, so that one can be broken off.
import type { Bytes, Format, ParseBytesOptions, ParseOptions } from './api.js';
import { type ErrorCode, GongwenError } from './error.js';
import type { Document } from './generated/document.js';

/** An AbortSignal, of the web or of Node. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** A Worker of the web, or of Node's `worker_threads`. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  terminate(): unknown;
}

/** Lets a call be broken off. */
export interface Signal {
  /** When it aborts, the call is refused with the code `ABORTED`, and the reading stops. */
  readonly signal?: AbortSignalLike | undefined;
}

/** How a parser off the main thread is made. */
export interface ParserOptions {
  /**
   * The worker to use, or a function that starts one: then a worker that died or was broken off is replaced. It runs
   * `serve()` of `gongwen/worker`. Without it, `createParser` of `gongwen/worker` starts the package's own.
   */
  readonly worker?: WorkerLike | (() => WorkerLike) | undefined;
  /** The address of `gongwen.wasm`, where the worker doesn't find it beside itself. */
  readonly wasm?: string | undefined;
}

/** A parser off the main thread; calls are done in order. */
export interface AsyncParser {
  parse(text: string, options?: ParseOptions & Signal): Promise<Document>;
  parseMany(texts: readonly string[], options?: ParseOptions & Signal): Promise<Document[]>;
  parseBytes(bytes: Bytes, options?: ParseBytesOptions & Signal): Promise<Document>;
  render(text: string, format: Format, options?: ParseOptions & Signal): Promise<string>;
  /** Ends the worker: what it still had to do is refused with the code `WORKER_TERMINATED`. A later call starts anew. */
  terminate(): void;
}

/** What goes to the worker. */
export interface Request {
  readonly id: number;
  readonly call: 'parse' | 'parseMany' | 'parseBytes' | 'render';
  readonly arguments: readonly unknown[];
  readonly wasm: string | undefined;
}

/** What comes back. */
export interface Reply {
  readonly id: number;
  readonly value?: unknown;
  readonly fault?: { readonly code: ErrorCode; readonly message: string; readonly option?: string | undefined };
}

/** Makes a parser that reads in a worker. */
export function createParser(options: ParserOptions = {}): AsyncParser {
  const { worker } = options;
  if (typeof worker === 'function') return new Client(worker, true, options.wasm);
  if (typeof worker?.postMessage === 'function') return new Client(() => worker, false, options.wasm);
  throw new GongwenError('INVALID_OPTION', 'option "worker" must be a Worker or a function that starts one; createParser() of "gongwen/worker" starts its own', { option: 'worker' });
}

interface Task {
  readonly request: Request;
  readonly resolve: (value: never) => void;
  readonly reject: (error: GongwenError) => void;
  readonly done: () => void;
}

class Client implements AsyncParser {
  #worker: WorkerLike | undefined;
  #running: Task | undefined;
  #waiting: Task[] = [];
  #next = 0;

  constructor(
    private readonly spawn: () => WorkerLike,
    private readonly replaceable: boolean,
    private readonly wasm: string | undefined,
  ) {}

  parse(text: string, options?: ParseOptions & Signal): Promise<Document> {
    return this.#ask('parse', [text], options);
  }

  parseMany(texts: readonly string[], options?: ParseOptions & Signal): Promise<Document[]> {
    return this.#ask('parseMany', [texts], options);
  }

  parseBytes(bytes: Bytes, options?: ParseBytesOptions & Signal): Promise<Document> {
    return this.#ask('parseBytes', [bytes], options);
  }

  render(text: string, format: Format, options?: ParseOptions & Signal): Promise<string> {
    return this.#ask('render', [text, format], options);
  }

  terminate(): void {
    this.#end();
    this.#refuse(new GongwenError('WORKER_TERMINATED', "the parser's worker was terminated before it was done; a new call starts a new one"));
  }

  #ask<T>(call: Request['call'], values: readonly unknown[], options: Signal | undefined): Promise<T> {
    const { signal, ...rest } = options ?? {};
    return new Promise<T>((resolve, reject) => {
      const abort = (): void => this.#abort(task, signal?.reason);
      const task: Task = {
        request: { id: this.#next++, call, arguments: [...values, rest], wasm: this.wasm },
        resolve,
        reject,
        done: () => signal?.removeEventListener('abort', abort),
      };
      if (signal?.aborted) return reject(aborted(signal.reason));
      signal?.addEventListener('abort', abort);
      this.#waiting.push(task);
      this.#step();
    });
  }

  #step(): void {
    if (this.#running) return;
    const task = this.#waiting.shift();
    if (!task) return;
    this.#running = task;
    try {
      this.#worker ??= this.#start();
      this.#worker.postMessage(task.request);
    } catch (cause) {
      this.#running = undefined;
      task.done();
      task.reject(new GongwenError('WORKER_FAILED', `the worker can't take this call: ${String(cause)}`, { cause }));
      this.#step();
    }
  }

  #start(): WorkerLike {
    const worker = this.spawn() as WorkerLike & Partial<Listening>;
    const on = (name: string, listener: (event: unknown) => void): void => {
      if (worker.addEventListener) worker.addEventListener(name, listener);
      else worker.on?.(name, listener);
    };
    on('message', (event) => this.#reply((worker.addEventListener ? (event as { data: Reply }).data : event) as Reply));
    on('error', (event) => this.#lost(worker, event));
    on('messageerror', (event) => this.#lost(worker, event));
    on('exit', (code) => this.#lost(worker, new Error(`exit ${String(code)}`)));
    return worker;
  }

  #reply(reply: Reply): void {
    const task = this.#running;
    if (!task || reply.id !== task.request.id) return;
    this.#running = undefined;
    task.done();
    if (reply.fault) task.reject(new GongwenError(reply.fault.code, reply.fault.message, { option: reply.fault.option }));
    else task.resolve(reply.value as never);
    this.#step();
  }

  /** The worker died of itself: its task is refused, the others go to a new one. */
  #lost(worker: WorkerLike, event: unknown): void {
    if (worker !== this.#worker) return;
    this.#end();
    const task = this.#running;
    this.#running = undefined;
    const message = (event as { message?: string } | null)?.message;
    task?.done();
    task?.reject(new GongwenError('WORKER_FAILED', `the worker failed${message ? ` (${message})` : ''}: see that its script is served, or pass option "worker"`, { cause: event }));
    if (this.replaceable) this.#step();
    else this.#refuse(new GongwenError('WORKER_FAILED', 'the worker failed; pass a function as option "worker" to have it replaced'));
  }

  #abort(task: Task, reason: unknown): void {
    task.done();
    task.reject(aborted(reason));
    if (task !== this.#running) {
      this.#waiting = this.#waiting.filter((other) => other !== task);
      return;
    }
    // A parse can't be interrupted from without, but its worker can be ended. A worker that can't be replaced goes on, and its answer is dropped.
    if (!this.replaceable) return;
    this.#end();
    this.#running = undefined;
    this.#step();
  }

  #end(): void {
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
  }

  #refuse(error: GongwenError): void {
    const tasks = [this.#running, ...this.#waiting];
    this.#running = undefined;
    this.#waiting = [];
    for (const task of tasks) {
      task?.done();
      task?.reject(error);
    }
  }
}

interface Listening {
  addEventListener(name: string, listener: (event: unknown) => void): void;
  on(name: string, listener: (event: unknown) => void): void;
}

const aborted = (cause: unknown): GongwenError => new GongwenError('ABORTED', "the call was broken off by the caller's signal", { cause });
