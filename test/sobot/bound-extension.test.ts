import { expect, test } from '@jest/globals';
import { BoundExtension } from '../../adapters/sobot/events/bound-extension.js';

test('the extension is none until somebody says one', () => {
  expect(new BoundExtension().now).toBeNull();
});

test('a login that fails leaves the extension as it was before', () => {
  const extension = new BoundExtension();
  extension.grant({ bindExt: '1000' });
  const takeBack = extension.ask({ bindExt: '1001' });
  expect(extension.now).toBe('1001');
  takeBack();
  expect(extension.now).toBe('1000');
});

test('a regain knows better than a login that fails afterwards', () => {
  const extension = new BoundExtension();
  const takeBack = extension.ask({ bindExt: '1001' });
  extension.regain({ agentStateInfo: { thisDN: '1002' } });
  takeBack();
  expect(extension.now).toBe('1002');
});

test('what a login is given counts, and a blank one is the one of before', () => {
  const extension = new BoundExtension();
  extension.ask({ bindExt: '1001' });
  extension.grant({ bindExt: 1003 });
  extension.ask({ bindExt: ' ' });
  extension.ask({});
  expect(extension.now).toBe('1003');
});

test.each([undefined, null, 7, 'text', {}, { bindExt: {} }, { bindExt: '' }])('what cannot be read says nothing: %p', (result) => {
  const extension = new BoundExtension();
  extension.grant({ bindExt: '1000' });
  extension.grant(result);
  extension.regain(result);
  extension.regain({ agentStateInfo: result });
  expect(extension.now).toBe('1000');
});
