// Who must do what by when, as tab-separated lines: node directives.mjs FILE…
import { readFileSync } from 'node:fs';
import { parseBytes } from 'gongwen';

for (const file of process.argv.slice(2)) {
  const document = parseBytes(readFileSync(file));
  for (const { addressees, content, deadline } of document.directives) {
    console.log([addressees.map((addressee) => addressee.text).join('、'), content.text, deadline?.text ?? ''].join('\t'));
  }
}
