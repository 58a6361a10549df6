// Reads texts in the package's worker. Only the last text counts: one that came while another was read waits, a later
// one takes its place, and what was read of a text that has changed since is dropped.
import { type AsyncParser, createParser } from 'gongwen/worker';
import type { Document } from 'gongwen';

/** What was read of a text. */
export interface Reading {
  readonly text: string;
  readonly document: Document;
  /** From the question to the answer, in milliseconds. */
  readonly took: number;
}

export interface Reader {
  /** Reads `text` as of `date`, unless a later call comes first. */
  read(text: string, date: string): void;
  /** Writes the text in a format of the package. */
  render(text: string, format: 'csv' | 'ics', date: string): Promise<string>;
}

/** How long a reading may hold up a later one; then its worker is ended, and the next one gets a new one. */
const PATIENCE = 1500;

export function createReader(done: (reading: Reading) => void, failed: (error: unknown) => void): Reader {
  const parser: AsyncParser = createParser();
  // The module is loaded before the first text is read, so that its time isn't counted with the reading's.
  const ready = parser.parse('').then(() => undefined, () => undefined);
  let next: { text: string; date: string } | undefined;
  let running: { controller: AbortController; begun: number } | undefined;

  const step = async (): Promise<void> => {
    const request = next;
    if (request === undefined || running !== undefined) return;
    next = undefined;
    const controller = new AbortController();
    running = { controller, begun: performance.now() };
    try {
      await ready;
      const begun = performance.now();
      const document = await parser.parse(request.text, { ...options(request.date), signal: controller.signal });
      if (next === undefined) done({ text: request.text, document, took: performance.now() - begun });
    } catch (error) {
      if (!controller.signal.aborted) failed(error);
    } finally {
      running = undefined;
      void step();
    }
  };

  return {
    read(text, date) {
      next = { text, date };
      const current = running;
      if (current === undefined) void step();
      else setTimeout(() => running === current && next !== undefined && current.controller.abort(), Math.max(0, current.begun + PATIENCE - performance.now()));
    },
    render: (text, format, date) => parser.render(text, format, options(date)),
  };
}

const options = (date: string): { date?: string } => (date === '' ? {} : { date });
