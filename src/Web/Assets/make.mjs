// Installs and builds the front end if anything that goes into it changed. Builds of the solution may run side by side, so one at a time does the work.
import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const stamp = join(here, '..', 'wwwroot', 'built', '.made-from');
const lock = join(here, '..', 'obj', 'assets.lock');
const staleAfter = 10 * 60_000; // an install that takes longer than this has died

const filesUnder = folder => readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  .flatMap(entry => (entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)]));

const hashOf = files => files.reduce((sha, file) => sha.update(file.slice(here.length)).update(readFileSync(file)), createHash('sha256')).digest('hex');

const packages = hashOf([join(here, 'package.json'), join(here, 'package-lock.json')]);
const inputs = hashOf([join(here, 'package-lock.json'), join(here, 'build.mjs'), ...filesUnder(join(here, 'styles')), ...filesUnder(join(here, 'scripts'))]);
const isMade = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs;

async function locked(work) {
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (fault) {
      if (fault.code !== 'EEXIST') throw fault;
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > staleAfter) rmSync(lock, { recursive: true, force: true });
      await setTimeout(200); // another build holds the lock; there is nothing to wait on but the folder itself
    }
  }
  try {
    work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

if (!isMade()) {
  await locked(() => {
    if (isMade()) return;
    const run = command => execSync(command, { cwd: here, stdio: ['ignore', 'ignore', 'inherit'] });
    const installed = join(here, 'node_modules', '.made-from');
    if (!existsSync(installed) || readFileSync(installed, 'utf8') !== packages) {
      run('npm ci --loglevel=error');
      writeFileSync(installed, packages);
    }
    run('npm run build --silent');
    writeFileSync(stamp, inputs);
  });
}
