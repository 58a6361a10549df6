// The README's examples, run as they stand; what a comment says is printed, is printed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pkg, project, run, scratch } from './harness.js';

const readme = readFileSync(join(pkg, 'README.md'), 'utf8');
const examples = [...readme.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code]) => code);

test('there are examples', () => assert.ok(examples.length >= 4));

examples.forEach((code, index) => {
  test(`example ${index + 1} of the README`, () => {
    const file = `example-${index}.mjs`;
    const printed = run(process.execPath, [join(project('readme', { [file]: code }), file)], scratch).trimEnd().split('\n');
    const promised = [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, said]) => said);
    promised.forEach((said, line) => {
      const [start, rest] = said.split('...');
      if (rest === undefined) assert.equal(printed[line], said);
      else assert.ok(printed[line]?.startsWith(start), `${printed[line]} doesn't start with ${start}`);
    });
  });
});
