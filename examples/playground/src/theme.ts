// Light or dark: as the device has it, until the user chooses.
import { say } from './language.js';
import { keep, kept } from './settings.js';

const THEMES = ['auto', 'light', 'dark'] as const;

type Theme = (typeof THEMES)[number];

let current: Theme = THEMES.find((theme) => theme === kept('theme')) ?? 'auto';

/** Makes `button` change the theme, and applies the one that was kept. */
export function themeBy(button: HTMLButtonElement): void {
  apply();
  button.addEventListener('click', () => {
    current = THEMES[(THEMES.indexOf(current) + 1) % THEMES.length] ?? 'auto';
    keep('theme', current);
    apply();
    nameTheme(button);
  });
  nameTheme(button);
}

/** Names the theme in the page's language. */
export function nameTheme(button: HTMLButtonElement): void {
  button.textContent = { auto: '◐', light: '☀', dark: '☾' }[current];
  button.title = say()[`theme_${current}`];
  button.setAttribute('aria-label', button.title);
}

function apply(): void {
  document.documentElement.dataset['theme'] = current;
}
