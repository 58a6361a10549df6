// The page's language: Chinese first, English by a switch.
import { type Messages, messages } from './messages.js';
import { keep, kept } from './settings.js';

export type Language = keyof typeof messages;

let current: Language = kept('language') === 'en' ? 'en' : 'zh';

export const language = (): Language => current;

/** What the page says in the current language. */
export const say = (): Messages => messages[current];

/** The one of two wordings that is in the current language. */
export const either = (chinese: string, english: string): string => (current === 'zh' ? chinese : english);

/** Changes the language and puts the page's own words into it. */
export function setLanguage(to: Language): void {
  current = to;
  keep('language', to);
  translatePage();
}

/** Puts into the current language what index.html says. */
export function translatePage(): void {
  const words = say();
  const text = (key: string | undefined): string => {
    const word = words[key as keyof Messages];
    return typeof word === 'string' ? word : '';
  };
  document.documentElement.lang = current === 'zh' ? 'zh-CN' : 'en';
  for (const place of document.querySelectorAll<HTMLElement>('[data-say]')) place.textContent = text(place.dataset['say']);
  for (const place of document.querySelectorAll<HTMLElement>('[data-label]')) place.setAttribute('aria-label', text(place.dataset['label']));
}
