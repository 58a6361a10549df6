// What the tests share. The package is tested as it is packed: GONGWEN_SCRATCH is a project in which the tarball, and
// nothing else, is installed; GONGWEN_COMMAND is the native command. `cargo xtask test npm` sets both.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const pkg = join(dirname(fileURLToPath(import.meta.url)), '..');
export const root = join(pkg, '..');
export const scratch = process.env.GONGWEN_SCRATCH ?? fail('GONGWEN_SCRATCH');
export const command = process.env.GONGWEN_COMMAND ?? fail('GONGWEN_COMMAND');
export const limits = JSON.parse(readFileSync(join(pkg, 'limits.json'), 'utf8'));

/** The package as it is installed. */
export const installed = join(scratch, 'node_modules/gongwen');

/** Imports a file of the installed package. */
export const load = (file) => import(pathToFileURL(join(installed, 'dist', file)).href);

/** Writes files into a folder of the scratch project, where the package is found by its name, and returns the folder. */
export function project(name, files) {
  const folder = join(scratch, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Runs a script of the workspace's tools in a folder; what it prints is in the error where it fails. */
export function run(program, args, cwd) {
  try {
    return execFileSync(program, args, { cwd, encoding: 'utf8', stdio: 'pipe', maxBuffer: 1 << 28 });
  } catch (error) {
    throw new Error(`${program} ${args.join(' ')} failed:\n${error.stdout}${error.stderr}`);
  }
}

/** A program of pkg/node_modules. */
export const tool = (name) => join(pkg, 'node_modules/.bin', name);

/** The texts of a folder: name, path and content; none where it isn't there. */
export function texts(folder) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt')).sort();
  return names.map((name) => ({ name, path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }));
}

/** The project's own sample texts. */
export const samples = texts(join(root, 'examples/texts'));

/** Real texts, where they are at hand. */
export const corpus = texts(join(root, '../shared/corpus/texts'));

/** Every span of a Document, with what it is said to read where that is beside it. */
export function* spans(value) {
  if (Array.isArray(value)) for (const item of value) yield* spans(item);
  else if (value !== null && typeof value === 'object') {
    if (typeof value.start === 'number' && typeof value.end === 'number') yield value;
    else for (const item of Object.values(value)) yield* spans(item);
  }
}

function fail(name) {
  throw new Error(`${name} is not set: run \`cargo xtask test npm\``);
}
