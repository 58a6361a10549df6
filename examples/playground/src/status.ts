// What the page tells: facts of the last reading in the foot, and messages that pass.
import { byId, element } from './dom.js';
import { kindName } from './labels.js';
import { say } from './language.js';
import type { Reading } from './reader.js';

/** How long a message stays; one that tells of a mistake stays until the next. */
const STAY = 6000;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Tells something in passing, or a mistake. */
export function tell(message: string, bad = false): void {
  const place = byId('message');
  clearTimeout(timer);
  place.hidden = message === '';
  place.textContent = message;
  place.classList.toggle('bad', bad);
  if (!bad) timer = setTimeout(() => (place.hidden = true), STAY);
}

export function showFacts(reading: Reading | null): void {
  const words = say();
  const size = `${kilobytes(MODULE_BYTES)} (gzip ${kilobytes(MODULE_GZIP_BYTES)})`;
  const facts = reading
    ? [kindName(reading.document.kind), words.characters(characters(reading.text).toLocaleString()), words.took(`${reading.took < 10 ? reading.took.toFixed(1) : Math.round(reading.took)} ms`), words.module(size)]
    : [words.reading_now, words.module(size)];
  byId('facts').replaceChildren(...facts.map((fact) => element('span', {}, fact)));
}

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1024)} KB`;

/** How many characters a text has, as people count them. */
function characters(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
