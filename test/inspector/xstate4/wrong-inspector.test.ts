import { describe, expect, test } from '@jest/globals';
import { inspect, inspectOnServer } from 'xstate4-viewer';
import { createSobotAgent } from '../../../adapters/sobot/index.js';
import { ScriptedSdk } from '../../support/bench/index.js';
import { TwoWindows } from './support/two-windows.js';

const message = /inspect must be a function or an observer; that of @xstate\/inspect is for XState 4: .*switchhook\/inspector\/xstate4/;

describe('what inspect() of @xstate/inspect 0.8 returns is refused, and the error names the bridge', () => {
  test('on a page', () => {
    const windows = new TwoWindows();
    const global = globalThis as { window?: unknown };
    global.window = windows.pageWindow;
    try {
      const inspector = inspect({ url: 'https://viewer.test', iframe: false, targetWindow: windows.viewerWindow as unknown as Window });
      expect(() => createSobotAgent(new ScriptedSdk(), { inspect: inspector as never })).toThrow(message);
      inspector!.disconnect();
    } finally {
      delete global.window;
    }
  });

  test('on a server', () => {
    const inspector = inspectOnServer({ server: { on: () => undefined, clients: new Set() } as never });
    expect(() => createSobotAgent(new ScriptedSdk(), { inspect: inspector as never })).toThrow(message);
  });
});
