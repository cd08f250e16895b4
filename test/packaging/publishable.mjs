// Runs before `npm publish`: the owner of the registry's name fills these fields of package.json.
import { readFileSync } from 'node:fs';

const { homepage, repository, bugs } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const fields = { homepage, 'repository.url': repository?.url, 'bugs.url': bugs?.url, 'bugs.email': bugs?.email };
const empty = Object.keys(fields).filter((name) => !fields[name]);
if (empty.length > 0) {
  console.error(`Before the package can be published, fill in package.json: ${empty.join(', ')}.`);
  process.exitCode = 1;
}
