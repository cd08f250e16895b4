/** Tests that need a socket, a browser, a PBX, another process or real time, and the quick sizes of long runs. */
export const SLOW = [
  'test/walk/',
  'test/asterisk/',
  'test/property/',
  'test/soaks/',
  'test/deep/',
  'test/packaging/',
  'test/demo/',
  'test/examples/',
  'test/simulator-socket/',
  'test/bench/',
  'test/inspection/stately-socket.test.ts',
  'test/inspector/xstate4/socket.test.ts',
  'test/inspector/browser/',
  'test/recorder/bounded.test.ts',
];
