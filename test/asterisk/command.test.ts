import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { startCommand } from './support/command.js';
import { FakeAri } from './support/fake-ari.js';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'switchhook-command-'));
});
afterAll(() => rm(directory, { recursive: true }));
afterEach(() => {
  delete process.env['ARI_USER'];
  delete process.env['ARI_PASSWORD'];
});

async function credentials(text: string): Promise<string> {
  const file = join(directory, 'credentials.env');
  await writeFile(file, text);
  return file;
}

const ASTERISK = ['--port', '0', '--exchange', 'asterisk'];

describe('switchhook simulator --exchange asterisk', () => {
  test.each([
    [['--exchange', 'cisco'], '--exchange must be simulated or asterisk'],
    [['--ari', 'http://127.0.0.1:8088'], '--ari needs --exchange asterisk'],
    [['--credentials', 'file'], '--credentials needs --exchange asterisk'],
    [[...ASTERISK, '--ari', 'pbx'], '--ari must be the address'],
    [[...ASTERISK, '--ari', 'http://desk:hunter2@pbx'], '--ari must not carry user and password'],
    [[...ASTERISK, '--ami', '5038'], '--ami must be host and port'],
    [[...ASTERISK, '--app', ' '], '--app must not be blank'],
    [ASTERISK, 'ARI_USER and ARI_PASSWORD must be set in the environment'],
    [[...ASTERISK, '--credentials', '/no/such/file'], '/no/such/file cannot be read (ENOENT)'],
  ])('%j is refused', async (args, complaint) => {
    const command = startCommand(...args);
    expect(await command.ended).toBe(2);
    expect(command.complaints).toContain(complaint);
    expect(command.complaints).not.toContain('hunter2');
  });

  test('a file without the password of AMI is refused when AMI is wanted', async () => {
    const file = await credentials('ARI_USER=desk\nARI_PASSWORD=hunter2\n');
    const command = startCommand(...ASTERISK, '--ami', '127.0.0.1:5038', '--credentials', file);
    expect(await command.ended).toBe(2);
    expect(command.complaints).toContain(`AMI_USER and AMI_PASSWORD must stand in ${file}`);
  });

  test('a PBX that is not there: one line that says what to do, and exit code 5', async () => {
    process.env['ARI_USER'] = 'desk';
    process.env['ARI_PASSWORD'] = 'hunter2';
    const command = startCommand(...ASTERISK, '--ari', 'http://127.0.0.1:9');
    expect(await command.ended).toBe(5);
    expect(command.complaints.trim()).toMatch(/^No PBX answers at http:\/\/127\.0\.0\.1:9 .*npm run pbx[^\n]*$/);
  });

  test('credentials come from a file, quoted or not, with comments', async () => {
    const ari = await FakeAri.open();
    const file = await credentials('# of the PBX\nexport ARI_USER="desk"\nARI_PASSWORD=hunter2\n');
    const command = startCommand(...ASTERISK, '--ari', ari.url, '--credentials', file);
    await command.said(/Its calls are those of the PBX at http/);
    expect(command.output).toContain('Ada');
    expect(command.output).not.toMatch(/hunter2|Customers/);
    expect(await command.end()).toBe(0);
    expect(ari.connections).toBe(0);
    await ari.vanish();
  });

  test('a PBX that is lost while it runs is told', async () => {
    const ari = await FakeAri.open();
    const file = await credentials('ARI_USER=desk\nARI_PASSWORD=hunter2\n');
    const command = startCommand(...ASTERISK, '--ari', ari.url, '--credentials', file);
    await command.said('Its calls are those of the PBX');
    await ari.vanish();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(command.complaints).toContain('the connection was lost');
    expect(await command.end()).toBe(0);
  });
});
