import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { createSipPhone } from '../../../demo/phones/index.js';
import { connectNodeToCallCentre } from '../../../adapters/simulator/socket/server-entry.js';
import { createSobotAgent } from '../../../adapters/sobot/index.js';
import { startCommand } from '../support/command.js';
import { describeWith, realPbx } from '../support/real-pbx.js';
import { until } from '../support/until.js';

const pbx = await realPbx({ extensions: ['1000', '2000', '3000'], numbers: ['13512345678'] });

describeWith(pbx)('switchhook simulator on a real switch', () => {
  afterAll(() => pbx!.stop());

  test('a guarded agent over the socket takes a real call, and the phones talk', async () => {
    const { url, credentials, ami } = pbx!.connection;
    const directory = await mkdtemp(join(tmpdir(), 'switchhook-command-'));
    const file = join(directory, 'credentials.env');
    const lines = [['ARI', credentials] as const, ['AMI', ami.credentials] as const].map(
      ([kind, { user, password }]) => `${kind}_USER=${user}\n${kind}_PASSWORD=${password}\n`,
    );
    await writeFile(file, lines.join(''));
    const command = startCommand(
      '--port',
      '0',
      '--exchange',
      'asterisk',
      '--ari',
      url,
      '--ami',
      `${ami.host}:${ami.port}`,
      '--credentials',
      file,
      '-v',
    );
    await command.said(/ws:\S+/);
    const { webSocket: server, password } = pbx!.sip;
    const phone = createSipPhone({ ext: '1000', password, server });
    const customer = createSipPhone({ ext: '13512345678', password, server });
    await Promise.all([phone.register(), customer.register()]);
    const agent = createSobotAgent(connectNodeToCallCentre(/ws:\S+/.exec(command.output)![0], { reconnect: false }));
    await agent.initAgent({ token: 't', companyId: 'c', agent: '1001' });
    await agent.login({ phoneType: 'sip', bindExt: '1000', agentState: '1' });

    await customer.dial('4008');
    await until(() => agent.getSnapshot().work === 'ringing', 'the agent is called');
    await agent.answer();
    await Promise.all([phone.until('talking'), customer.until('talking')]);
    await agent.holdCall();
    await agent.retrieveCall();
    await customer.hangup();
    await until(() => agent.getSnapshot().work === 'acw', 'the call is over');
    await phone.until('idle');

    // Numbers of persons are masked, also where they are the names of phones.
    expect(command.output).toContain('comes in from 135****5678');
    expect(command.output).not.toContain('13512345678');
    agent.dispose();
    expect(await command.end()).toBe(0);
    expect(command.complaints).toBe('');
    await Promise.all([phone.close(), customer.close(), rm(directory, { recursive: true })]);
  }, 20_000);
});
