// Styles and scripts of the pages, into ../wwwroot/built. Run by `npm run build`; make.mjs decides when.
import { build } from 'esbuild';
import { compile } from 'sass';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const built = process.env.SOS_BUILT ?? join(here, '..', 'wwwroot', 'built');
rmSync(built, { recursive: true, force: true });
mkdirSync(built, { recursive: true });

const { css } = compile(join(here, 'styles', 'site.scss'), {
  style: 'compressed',
  loadPaths: [here, join(here, 'node_modules')],
  quietDeps: true,
  logger: { warn: (message, { stack }) => stack?.includes('node_modules') || console.warn(message) }, // theirs are not ours to mend
});
writeFileSync(join(built, 'site.css'), css);

const common = { bundle: true, minify: true, target: 'es2022', logLevel: 'warning', legalComments: 'linked' };
await build({ ...common, entryPoints: [join(here, 'scripts', 'site.js')], outfile: join(built, 'site.js'), format: 'esm' });
await build({ ...common, entryPoints: [join(here, 'scripts', 'plots.js')], outfile: join(built, 'plots.js'), format: 'esm' });
await build({ ...common, entryPoints: [join(here, 'scripts', 'calendar.js')], outfile: join(built, 'calendar.js'), format: 'esm' });
