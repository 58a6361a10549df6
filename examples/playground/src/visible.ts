import { say } from './language.js';

/** A piece of text for people to see: characters that can't be seen are told by their names. */
export function visible(text: string): string {
  const words = say();
  if (text === '') return '';
  if (/^[\r\n]+$/.test(text)) return `〈${words.line_break}〉`;
  if (/^[ \t\u00a0\u3000]+$/.test(text)) return `〈${words.space}〉`;
  if (/^[\p{Cf}\p{Cc}]+$/u.test(text)) return `〈${words.invisible}〉`;
  return text;
}
