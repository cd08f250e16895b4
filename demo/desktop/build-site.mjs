// `npm run build:demo`: the page of the desktop as files, for any web server.
import { relative } from 'node:path';
import { buildSite } from './build-page.mjs';

const folder = await buildSite();
process.stdout.write(`The desktop, with its call centre in the page, is in ${relative(process.cwd(), folder)}/\n`);
