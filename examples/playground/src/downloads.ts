// Downloads: made on this device from what was read.

const TYPES = { json: 'application/json', csv: 'text/csv', ics: 'text/calendar' };

export type Format = keyof typeof TYPES;

/** Hands `content` to the browser as a file to keep. */
export function download(format: Format, content: string): void {
  // Spreadsheets take a CSV for UTF-8 only by its byte order mark.
  const blob = new Blob([format === 'csv' ? `\ufeff${content}` : content], { type: `${TYPES[format]};charset=utf-8` });
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(blob);
  anchor.download = `gongwen.${format}`;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10_000);
}
