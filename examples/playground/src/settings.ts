// What the page remembers on this device: language and theme, never a text.

export function kept(name: 'language' | 'theme'): string | null {
  try {
    return localStorage.getItem(`gongwen.${name}`);
  } catch {
    return null; // Storage may be forbidden; the page works without it.
  }
}

export function keep(name: 'language' | 'theme', value: string): void {
  try {
    localStorage.setItem(`gongwen.${name}`, value);
  } catch {
    // As above.
  }
}
