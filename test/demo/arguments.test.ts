import { describe, expect, test } from '@jest/globals';
import { readArguments } from '../../demo/arguments.js';

describe('the command line of npm start', () => {
  test('is the desktop in the browser, on the simulated call centre, unless it says otherwise', () => {
    expect(readArguments([])).toEqual({ kind: 'desktop', exchange: 'simulated', port: 4780 });
    expect(readArguments(['--port', '8080'])).toMatchObject({ kind: 'desktop', port: 8080 });
    expect(readArguments(['--port', '0'])).toMatchObject({ port: 0 });
    expect(readArguments(['--terminal'])).toEqual({ kind: 'terminal', exchange: 'simulated', pace: null, lose: null });
    expect(readArguments(['--terminal', '--pace', '10', '--lose', 'EventReleased'])).toMatchObject({ pace: 10, lose: 'EventReleased' });
  });

  test.each([[[]], [['--terminal']]])('may name the real switch, with %j', (args) => {
    expect(readArguments([...args, '--exchange', 'asterisk'])).toMatchObject({ exchange: 'asterisk' });
  });

  test.each(['--help', '-h'])('asks for help by %s', (option) => {
    expect(readArguments([option])).toEqual({ kind: 'help' });
    expect(readArguments(['--terminal', option])).toEqual({ kind: 'help' });
  });

  test.each([
    [['--pace', '2'], '--pace is for the day in the terminal: it needs --terminal.'],
    [['--lose', 'EventReleased'], '--lose is for the day in the terminal: it needs --terminal.'],
    [['--terminal', '--port', '0'], '--port is for the desktop in the browser: the day in the terminal has no port.'],
    [['--port', 'any'], '--port must be a whole number from 0 to 65535; 0: any that is free.'],
    [['--port', '65536'], '--port must be a whole number from 0 to 65535; 0: any that is free.'],
    [['--exchange', 'other'], '--exchange must be simulated or asterisk.'],
    [['--exchange', 'asterisk', '--terminal', '--pace', '2'], '--pace is for the simulated switch: a real one has its own.'],
    [['--browser'], "Unknown option '--browser'."],
  ])('%j is wrong, and it is said what is allowed', (args, message) => {
    expect(() => readArguments(args)).toThrow(message);
  });
});
