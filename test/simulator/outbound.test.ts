import { describe, expect, test } from '@jest/globals';
import { CUSTOMER, openFloor } from './support/floor.js';
import { readyScene } from './support/scenes.js';

const MOBILE = '13900000001';

describe('a call out with a web phone', () => {
  test('dials, is established when the customer answers, and ends in after-call work', () => {
    const { desk, centre, customer, rest } = readyScene();
    desk.run('makeCall', { otherDN: ` ${CUSTOMER} ` });
    expect(desk.news()).toEqual(['EventDialing']);
    expect(desk.last('EventDialing')).toMatchObject({
      callType: 'Outbound',
      thisDN: '8001',
      thisDNRole: 'Origination',
      otherDN: CUSTOMER,
      otherDNRole: 'Destination',
      DNIS: CUSTOMER,
    });
    expect(centre.truth('1001').work).toBe('dialing');
    expect(customer.state).toBe('ringing');
    customer.answer();
    rest();
    expect(desk.news()).toEqual(['EventEstablished']);
    expect(centre.truth('1001').work).toBe('talking');
    customer.hangup();
    rest();
    expect(desk.news()).toEqual(['EventReleased']);
    expect(centre.truth('1001').work).toBe('acw');
    expect(centre.counts()).toMatchObject({ legs: 0, calls: 0 });
  });

  test.each([
    ['is rejected', 'reject'],
    ['reaches no number', 'unknown'],
    ['rings in vain', 'noAnswer'],
  ] as const)('that %s is released without after-call work', (_what, answer) => {
    const { desk, centre, pass } = readyScene({ customers: [{ number: CUSTOMER, answer }], dialSeconds: 25 });
    desk.run('makeCall', { otherDN: CUSTOMER });
    pass(26_000);
    expect(desk.news()).toEqual(['EventDialing', 'EventReleased']);
    expect(centre.truth('1001').work).toBe('idle');
    expect(centre.counts()).toMatchObject({ legs: 0, calls: 0, timers: 0 });
  });

  test.each([
    ['releasedOnly', ['EventDialing', 'EventReleased']],
    ['EventDestinationBusy', ['EventDialing', 'EventDestinationBusy', 'EventReleased']],
  ] as const)('to a phone that is busy: %s', (destinationBusy, events) => {
    const { desk } = readyScene({ customers: [{ number: CUSTOMER, answer: 'busy' }], behaviour: { destinationBusy } });
    desk.run('makeCall', { otherDN: CUSTOMER });
    expect(desk.news()).toEqual(events);
  });

  test('can be given up while it rings', () => {
    const { desk, centre, customer } = readyScene();
    desk.run('makeCall', { otherDN: CUSTOMER });
    desk.run('hangup');
    expect(desk.news()).toEqual(['EventDialing', 'EventReleased']);
    expect(customer).toMatchObject({ state: 'idle', lastRelease: 'cancelled' });
    expect(centre.truth('1001').work).toBe('idle');
  });

  test('can be given up before anything was heard of it', () => {
    const { desk, centre } = readyScene();
    desk.sdk.makeCall({ otherDN: CUSTOMER });
    desk.run('hangup');
    expect(desk.news().at(-1)).toBe('EventReleased');
    expect(centre.truth('1001').work).toBe('idle');
    expect(centre.counts().legs).toBe(0);
  });
});

describe('a call out with a SIP phone', () => {
  test.each([
    ['dialing', ['EventDialing', 'EventEstablished']],
    ['ringingFirst', ['EventRinging', 'EventDialing', 'EventEstablished']],
  ] as const)('%s', (sipDialOut, events) => {
    const { desk, customer, rest } = readyScene({ behaviour: { sipDialOut } }, { phoneType: 'sip' });
    desk.run('makeCall', { otherDN: CUSTOMER });
    customer.answer();
    rest();
    expect(desk.news()).toEqual(events);
  });

  test('is refused while the phone is not registered', () => {
    const { desk, centre, rest } = readyScene({}, { phoneType: 'sip' });
    centre.device('8001').unregister();
    rest();
    expect(desk.news()).toEqual(['EventUnregistered']);
    desk.run('makeCall', { otherDN: CUSTOMER });
    expect(desk.last('EventError')).toMatchObject({ errorCode: '330195' });
    expect(centre.truth('1001').work).toBe('idle');
    centre.device('8001').register();
    rest();
    expect(desk.news()).toEqual(['EventError', 'EventRegistered']);
  });
});

describe('a call out with a telephone', () => {
  test.each([
    ['dialing', ['EventDialing'], 'dialing', ['EventEstablished']],
    ['ringingFirst', ['EventRinging'], 'dialing', ['EventDialing', 'EventEstablished']],
    ['establishedTwice', ['EventDialing'], 'dialing', ['EventEstablished', 'EventEstablished']],
  ] as const)('rings at the agent first: %s', (pstnDialOut, atFirst, work, then) => {
    const { desk, centre, customer, rest } = readyScene({ handset: 'manual', behaviour: { pstnDialOut } }, { phoneType: 'pstn' });
    desk.run('makeCall', { otherDN: CUSTOMER });
    expect(desk.news()).toEqual(atFirst);
    expect(centre.truth('1001').work).toBe(work);
    expect(centre.customer(MOBILE).state).toBe('ringing');
    expect(customer.state).toBe('idle');
    centre.customer(MOBILE).answer();
    rest();
    expect(customer.state).toBe('ringing');
    customer.answer();
    rest();
    expect(desk.news()).toEqual(then);
    expect(centre.truth('1001')).toMatchObject({ work: 'talking', call: { thisDN: MOBILE, otherDN: CUSTOMER } });
  });

  test('does not call the customer if the agent does not take his own phone', () => {
    const { desk, centre, customer } = readyScene({ handset: 'reject' }, { phoneType: 'pstn' });
    desk.run('makeCall', { otherDN: CUSTOMER });
    expect(desk.news()).toEqual(['EventDialing', 'EventReleased']);
    expect(customer.lastRelease).toBeNull();
    expect(centre.truth('1001').work).toBe('idle');
  });

  test('cannot be answered from the page, only at the phone', () => {
    const { desk, centre, customer, rest } = readyScene({ handset: 'manual' }, { phoneType: 'pstn' });
    customer.dial('1001');
    rest();
    expect(desk.news()).toEqual(['EventRinging']);
    desk.run('answer');
    expect(desk.last('EventError')).toMatchObject({ errorCode: '330121' });
    expect(centre.truth('1001').work).toBe('ringing');
    centre.customer(MOBILE).answer();
    rest();
    expect(desk.news()).toEqual(['EventError', 'EventEstablished']);
  });

  test('cannot be an internal one', () => {
    const floor = openFloor();
    floor.signIn('1002');
    const desk = floor.signIn('1001', { phoneType: 'pstn' });
    desk.run('makeCall', { otherDN: '8002' });
    expect(desk.last('EventError')).toMatchObject({ errorCode: '330083' });
  });
});

describe('answering with a SIP phone', () => {
  test.each([
    ['allowed', 'talking'],
    ['deviceOnly', 'ringing'],
  ] as const)('from the page: %s', (sipAnswer, work) => {
    const { desk, centre, customer, rest } = readyScene({ behaviour: { sipAnswer } }, { phoneType: 'sip' });
    customer.dial('1001');
    rest();
    desk.run('answer');
    expect(centre.truth('1001').work).toBe(work);
    if (work === 'talking') return;
    centre.device('8001').answer();
    rest();
    expect(centre.truth('1001').work).toBe('talking');
  });
});

describe('an internal call', () => {
  test.each([
    ['extension', '8002'],
    ['work number', '1002'],
  ])('by %s', (_by, otherDN) => {
    const floor = openFloor();
    const [caller, called] = [floor.signIn('1001'), floor.signIn('1002')];
    caller.run('makeCall', { otherDN });
    expect(caller.news()).toEqual(['EventDialing']);
    expect(called.news()).toEqual(['EventRinging']);
    expect(called.last('EventRinging')).toMatchObject({
      callType: 'Internal',
      otherDN: '8001',
      otherDNRole: 'Origination',
      ANI: '',
      DNIS: '',
      callID: caller.last('EventDialing')['callID'],
    });
    called.run('answer');
    expect(caller.news()).toEqual(['EventEstablished']);
    expect(called.news()).toEqual(['EventEstablished']);
    called.run('hangup');
    expect(caller.news()).toEqual(['EventReleased']);
    expect(called.news()).toEqual(['EventReleased']);
    expect(floor.centre.truth('1001').work).toBe('acw');
    expect(floor.centre.truth('1002').work).toBe('acw');
  });

  test('that is rejected ends on both sides', () => {
    const floor = openFloor();
    const [caller, called] = [floor.signIn('1001'), floor.signIn('1002')];
    caller.run('makeCall', { otherDN: '8002' });
    called.run('rejectCall');
    expect(caller.news()).toEqual(['EventDialing', 'EventReleased']);
    expect(called.news()).toEqual(['EventRinging', 'EventReleased']);
    expect(floor.centre.truth('1002')).toMatchObject({ work: 'idle', missed: 0 });
  });
});

describe('as a real switch does it', () => {
  test('a phone that answers by itself is taken without having rung', () => {
    const { desk, centre } = readyScene({}, { phoneType: 'sip' });
    const told: string[] = [];
    centre.observe((event) => {
      if (event.type === 'exchange') told.push(event.event.type);
    });
    desk.run('makeCall', { otherDN: CUSTOMER });
    expect(told).toEqual(['dialing', 'answered', 'dialing', 'alerting']);
    expect(centre.device('8001').state).toBe('dialing');
  });

  test('the own phone is announced first, where that is so, although it has not rung', () => {
    const { desk, centre } = readyScene({ behaviour: { sipDialOut: 'ringingFirst' } }, { phoneType: 'sip' });
    desk.run('makeCall', { otherDN: CUSTOMER });
    expect(desk.news()).toEqual(['EventRinging', 'EventDialing']);
    expect(centre.truth('1001').work).toBe('dialing');
  });

  test('a phone that was taken hears the normal end of its call when the other side was not reached', () => {
    const { desk, centre, customer, rest } = readyScene({}, { phoneType: 'sip' });
    desk.run('makeCall', { otherDN: CUSTOMER });
    customer.reject();
    rest();
    expect(centre.device('8001').lastRelease).toBe('normal');
    expect(customer.lastRelease).toBe('rejected');
  });
});

describe('the own telephone', () => {
  test('is on a call: makeCall is refused, because the agent is in a call', () => {
    const { centre, rest, signIn } = openFloor();
    const desk = signIn('1001', { phoneType: 'pstn' });
    centre.customer(MOBILE).dial('support');
    rest();
    desk.run('makeCall', { otherDN: CUSTOMER });
    expect(desk.news()).toEqual(['EventError']);
    expect(desk.last('EventError')).toMatchObject({ errorCode: '330035' });
    expect(centre.truth('1001').work).toBe('idle');
  });
});
