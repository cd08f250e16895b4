import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** The tools that the scripts need to find out that they cannot work: neither apt-get nor dpkg is among them. */
const TOOLS = ['bash', 'dirname'];

interface Run {
  readonly code: number | null;
  readonly output: string;
}

describe('on a machine without the packages of Debian', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'switchhook-no-debian-'));
    for (const tool of TOOLS) {
      const path = execFileSync('sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).trim();
      await symlink(path, join(directory, tool));
    }
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  const runJest = (environment: NodeJS.ProcessEnv, ...files: readonly string[]): Promise<Run> => {
    const jest = join(ROOT, 'node_modules/jest/bin/jest.js');
    const env = { NODE_OPTIONS: '--experimental-vm-modules', PATH: directory, SWITCHHOOK_PBX_HOME: join(directory, 'pbx'), ...environment };
    return new Promise((resolve) => {
      const child = execFile(process.execPath, [jest, ...files], { cwd: ROOT, env }, (_error, stdout, stderr) => {
        resolve({ code: child.exitCode, output: `${stdout}${stderr}` });
      });
    });
  };

  test('one line says what the tests on the real switch need, and the others run', async () => {
    const files = ['test/asterisk/real/scenarios-inbound', 'test/asterisk/real/scenarios-trouble', 'test/asterisk/differences'];
    const { code, output } = await runJest({}, ...files);
    const lines = output.split('\n').filter((line) => line.includes('without the real switch') && !line.includes('○'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^\d+ tests are left out, without the real switch: The PBX needs Debian's packages/);
    expect(output).toMatch(/[1-9]\d* passed, 0 failed/);
    expect(code).toBe(0);
  }, 30_000);

  test('in CI, that is a failure', async () => {
    const { code, output } = await runJest({ CI: 'true' }, 'test/asterisk/real/scenarios-inbound');
    expect(output).toContain("The PBX needs Debian's packages");
    expect(code).toBe(1);
  }, 30_000);
});
