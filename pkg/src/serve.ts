// The worker's side: one message in, one call, one message out.
import { parse, parseBytes, parseMany, render } from './api.js';
import type { Reply, Request } from './client.js';
import { GongwenError } from './error.js';
import type { InitInput } from './init.js';

const calls = { parse, parseMany, parseBytes, render } as Record<Request['call'], (...values: never[]) => unknown>;

/** Answers one request. */
export async function answer(request: Request, init: (input?: InitInput) => Promise<void>): Promise<Reply> {
  const { id } = request;
  try {
    await init(request.wasm);
    return { id, value: calls[request.call](...(request.arguments as never[])) };
  } catch (thrown) {
    const { code, message, option } = thrown instanceof GongwenError ? thrown : new GongwenError('INTERNAL', String(thrown));
    return { id, fault: { code, message, option } };
  }
}
