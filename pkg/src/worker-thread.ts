// The script of the worker that `createParser()` starts on the web.
import type { Request } from './client.js';
import { answer } from './serve.js';
import { init } from './web.js';

self.onmessage = async ({ data }: MessageEvent<Request>) => self.postMessage(await answer(data, init));
