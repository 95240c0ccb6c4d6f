// Puts the styles, fonts and icons of the citizens' pages beside the classes, under a path that changes when any of them
// does, so that browsers may keep them for ever. Run by the Maven build; does nothing when nothing changed.
//   node pages.mjs <folder of the compiled classes>
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const classes = process.argv[2];
if (!classes) throw new Error('Where do the pages go? node pages.mjs <folder of the compiled classes>');

const lock = readFileSync(join(here, 'package-lock.json'));
const own = readFileSync(join(here, 'apply.css'));
const program = readFileSync(fileURLToPath(import.meta.url));
const lockHash = createHash('sha256').update(lock).digest('hex');

// What npm installed, by the lock file it was installed from.
const stamp = join(here, 'node_modules', '.installed-from');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lockHash) {
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit' });
  writeFileSync(stamp, lockHash);
}

const version = createHash('sha256').update(lock).update(own).update(program).digest('hex').slice(0, 12);
const root = join(classes, 'META-INF', 'resources', 'apply', 'assets');
const target = join(root, version);
const pointer = join(classes, 'dk', 'ics', 'intake', 'web', 'selfservice', 'assets.properties');
const wanted = `path=/apply/assets/${version}\n`;
if (existsSync(pointer) && readFileSync(pointer, 'utf8') === wanted) process.exit(0);

rmSync(root, { recursive: true, force: true });
const dist = join(here, 'node_modules', 'dkfds', 'dist');
function put(from, to) {
  mkdirSync(dirname(join(target, to)), { recursive: true });
  copyFileSync(from, join(target, to));
}
put(join(dist, 'css', 'dkfds-borgerdk.min.css'), 'css/dkfds.css');
put(join(here, 'apply.css'), 'css/apply.css');
put(join(dist, 'LICENSE.md'), 'LICENSE.md');
for (const weight of ['Regular', 'Medium', 'SemiBold', 'Bold']) {
  const font = `fonts/IBMPlexSans/complete/woff2/IBMPlexSans-${weight}.woff2`;
  put(join(dist, font), font);
}
for (const icon of readdirSync(join(dist, 'img', 'svg-icons'))) {
  put(join(dist, 'img', 'svg-icons', icon), `img/svg-icons/${icon}`);
}
mkdirSync(dirname(pointer), { recursive: true });
// Last: a run that was cut off is not taken for a whole one.
writeFileSync(pointer, wanted);
