import { expect, test } from '@jest/globals';
import { readMessages, writeMessage } from '../../adapters/asterisk/ami/ami-message.js';

test('a message is a line for each field, and an empty one', () => {
  expect(writeMessage({ Action: 'Ping', ActionID: '1' })).toBe('Action: Ping\r\nActionID: 1\r\n\r\n');
});

test('a value cannot begin a field of its own', () => {
  expect(writeMessage({ Channel: 'PJSIP/1000\r\nAction: Command\n\nCommand: stop' })).toBe(
    'Channel: PJSIP/1000 Action: Command Command: stop\r\n\r\n',
  );
});

test('messages are read as they come, in pieces, after the greeting', () => {
  const first = readMessages('Asterisk Call Manager/11.0.0\r\nResponse: Success\r\nActionID: 1\r\nMess');
  expect(first.messages).toEqual([]);
  const second = readMessages(`${first.rest}age: Authentication accepted\r\n\r\nResponse: Error\r\nMessage: No: such\r\n\r\nEv`);
  expect(second.messages).toEqual([
    { Response: 'Success', ActionID: '1', Message: 'Authentication accepted' },
    { Response: 'Error', Message: 'No: such' },
  ]);
  expect(second.rest).toBe('Ev');
});
