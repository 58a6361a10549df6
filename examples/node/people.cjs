// Who is named, with their posts: node people.cjs FILE…
const { readFileSync } = require('node:fs');
const { GongwenError, parseBytes } = require('gongwen');

for (const file of process.argv.slice(2)) {
  try {
    for (const { name, posts } of parseBytes(readFileSync(file)).people) {
      console.log([name.text, ...posts.map((post) => post.text)].join('\t'));
    }
  } catch (error) {
    if (!(error instanceof GongwenError)) throw error;
    console.error(`${file}: ${error.message}`);
    process.exitCode = 1;
  }
}
