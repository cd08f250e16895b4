import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { run } from '../../../adapters/inspector-socket/cli/run.js';
import { pageScript, type PageScript } from './page-script.js';

let script: PageScript;
beforeAll(async () => {
  script = await pageScript();
}, 60_000);
afterAll(() => script.remove());

/** Runs the command in this process; it is ended as soon as it waits for that. */
async function outcomeOf(...args: string[]) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const code = await run(
    args,
    {
      print: (line) => printed.push(line),
      complain: (line) => complaints.push(line),
      onEnd: (end) => {
        setTimeout(end);
        return () => undefined;
      },
    },
    script.url,
  );
  return { code, output: printed.join('\n'), complaints: complaints.join('\n') };
}

describe('switchhook inspector', () => {
  test('prints the address of its page, and how an agent comes; ends when it is told to', async () => {
    const { code, output } = await outcomeOf('--port', '0');
    expect(output).toMatch(
      /^The inspector is at http:\/\/127\.0\.0\.1:\d+\/\n.*connectInspector\(agent, \{ url: 'ws:\/\/127\.0\.0\.1:\d+' \}\).*\n\nCtrl-C ends it\.\n\nThe inspector ends\.$/,
    );
    expect(code).toBe(0);
  });

  test.each([
    [['--origin', 'https://desk.example/'], 'Agents may come from pages of https://desk.example.'],
    [
      ['--origin', 'https://desk.example', '--origin', 'http://desk.example:8080'],
      'Agents may come from pages of https://desk.example, http://desk.example:8080.',
    ],
    [['--origin', '*'], 'Agents may come from pages of any origin.'],
  ])('with %j says who may come', async (args, words) => {
    expect((await outcomeOf('--port', '0', ...args)).output).toContain(words);
  });

  test.each([[['--help']], [['-h']]])('%j prints the help', async (args) => {
    const { code, output } = await outcomeOf(...args);
    expect([code, output.split('\n')[0]]).toEqual([0, 'Usage: switchhook inspector [options]']);
  });

  test('--version prints the version', async () => {
    expect(await outcomeOf('--version')).toMatchObject({ code: 0, output: expect.stringMatching(/^\d+\.\d+\.\d+$/) as unknown });
  });

  test.each([
    [['8080'], "Unexpected argument '8080'."],
    [['--port', 'x'], '--port must be a whole number from 0 to 65535; 0: any that is free.'],
    [['--port', '65536'], '--port must be a whole number from 0 to 65535; 0: any that is free.'],
    [['--origin', 'desk'], '--origin must be an address such as https://desk.example.'],
    [['--origin', 'file:///desk'], '--origin must be an address such as https://desk.example.'],
    [['--prot', '1'], "Unknown option '--prot'."],
  ])('%j is refused', async (args, words) => {
    expect(await outcomeOf(...args)).toEqual({ code: 2, output: '', complaints: `${words}\nTry switchhook inspector --help.` });
  });

  test('says so where the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { code, complaints } = await outcomeOf('--port', String(port));
    expect([code, complaints]).toEqual([4, expect.stringContaining(`Port ${port} on 127.0.0.1 is taken`)]);
    other.close();
  });
});
