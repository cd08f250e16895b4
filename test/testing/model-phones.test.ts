import { describe, expect, test } from '@jest/globals';
import { ReferenceModel } from '../../adapters/testing/index.js';

const RULES = { wrapUp: 30_000, ring: 20_000, dial: 45_000, lockAfterMissed: 3 };

/** Ada, Ben and Chen work here; Dora and Emil call. */
function newModel(): ReferenceModel {
  const model = new ReferenceModel({ agents: ['Ada', 'Ben', 'Chen'], supervisors: ['Ada'], customers: ['Dora', 'Emil'], rules: RULES });
  for (const agent of ['Ada', 'Ben', 'Chen']) model.command(agent, 'login', { isOnline: true });
  return model;
}

function talking(): ReferenceModel {
  const model = newModel();
  model.dialIn('Dora', 'Ada');
  model.command('Ada', 'answer', {});
  return model;
}

/** Ada talks to Ben about Dora, who waits. */
function consulting(): ReferenceModel {
  const model = talking();
  model.command('Ada', 'initiateConsult', { target: 'Ben' });
  model.command('Ben', 'answer', {});
  return model;
}

function conferring(): ReferenceModel {
  const model = consulting();
  model.command('Ada', 'consultConference', {});
  return model;
}

describe('an agent who asks somebody', () => {
  test('goes over to the customer, and back', () => {
    const model = consulting();
    expect(model.swaps('Ada')).toBe('done');
    expect(model.sceneOf('Ada')).toMatchObject({ is: 'consulting', about: 'Dora', third: 'Ben', onHold: 'thirdParty' });
    expect(model.swaps('Ada')).toBe('done');
    expect(model.sceneOf('Ada')).toMatchObject({ is: 'consulting', onHold: 'customer' });
  });

  test('is left holding the third party when the customer hangs up then', () => {
    const model = consulting();
    model.swaps('Ada');
    model.customer('Dora', 'hangup');
    expect(model.sceneOf('Ada')).toEqual({ is: 'holding', whom: 'Ben', afterConsult: false });
    expect(model.sceneOf('Ben')).toMatchObject({ is: 'talking', to: 'Ada' });
    expect(model.command('Ada', 'retrieveCall', {})).toBe('done');
    expect(model.sceneOf('Ada')).toMatchObject({ is: 'talking', to: 'Ben' });
  });

  test('goes on talking to the customer when the third party, held, hangs up', () => {
    const model = consulting();
    model.swaps('Ada');
    model.command('Ben', 'hangup', {});
    expect(model.sceneOf('Ada')).toEqual({ is: 'talking', to: 'Dora', handingTo: null });
  });

  test.each(['consultTransfer', 'consultConference', 'retrieveConsult'] as const)('can %s whoever of the two waits', (command) => {
    const model = consulting();
    model.swaps('Ada');
    expect(model.command('Ada', command, {})).toBe('done');
    expect(model.doubts).toBeNull();
  });

  test('cannot go over while the third party has not answered', () => {
    const model = talking();
    model.command('Ada', 'initiateConsult', { target: 'Ben' });
    expect(model.swaps('Ada')).toBe('refused');
  });
});

describe("the phone's own button", () => {
  test('holds a talk as the command does, and takes it back', () => {
    const model = talking();
    expect(model.holdsOwnPhone('Ada')).toBe('done');
    expect(model.sceneOf('Ada')).toEqual({ is: 'holding', whom: 'Dora', afterConsult: false });
    expect(model.holdsOwnPhone('Ada')).toBe('refused');
    expect(model.retrievesOwnPhone('Ada')).toBe('done');
    expect(model.sceneOf('Ada')).toEqual({ is: 'talking', to: 'Dora', handingTo: null });
    expect(model.retrievesOwnPhone('Ada')).toBe('refused');
  });

  test('and the command are about the same hold', () => {
    const model = talking();
    model.holdsOwnPhone('Ada');
    expect(model.command('Ada', 'retrieveCall', {})).toBe('done');
    model.command('Ada', 'holdCall', {});
    expect(model.retrievesOwnPhone('Ada')).toBe('done');
  });

  test('holds only the own part of a conference: the two others talk on', () => {
    const model = conferring();
    expect(model.command('Ada', 'holdCall', {})).toBe('refused');
    expect(model.holdsOwnPhone('Ada')).toBe('done');
    expect(model.sceneOf('Ada')).toMatchObject({ is: 'conferring', isHeld: true });
    expect(model.sceneOf('Ben')).toMatchObject({ is: 'conferring', isHeld: false });
    expect(model.sceneOf('Dora')).toMatchObject({ is: 'conferring', isHeld: false });
  });

  test.each(['by the button', 'by the command'])('takes the own part of a conference back %s', (how) => {
    const model = conferring();
    model.holdsOwnPhone('Ada');
    expect(how === 'by the button' ? model.retrievesOwnPhone('Ada') : model.command('Ada', 'retrieveCall', {})).toBe('done');
    expect(model.sceneOf('Ada')).toMatchObject({ is: 'conferring', isHeld: false });
    expect(model.command('Ada', 'retrieveCall', {})).toBe('refused');
  });

  test('leaves a talk of two held where a conference was held', () => {
    const model = conferring();
    model.holdsOwnPhone('Ada');
    model.command('Ben', 'hangup', {});
    expect(model.sceneOf('Ada')).toEqual({ is: 'holding', whom: 'Dora', afterConsult: false });
    expect(model.sceneOf('Dora')).toMatchObject({ is: 'talking', to: 'Ada' });
  });

  test('is of nobody when the one who held leaves', () => {
    const model = conferring();
    model.holdsOwnPhone('Ada');
    model.command('Ada', 'hangup', {});
    expect(model.sceneOf('Ben')).toMatchObject({ is: 'talking', to: 'Dora' });
    expect(model.sceneOf('Dora')).toMatchObject({ is: 'talking', to: 'Ben' });
  });

  test('does nothing without a talk, and means nobody knows whom in a consult', () => {
    const model = newModel();
    expect(model.holdsOwnPhone('Ada')).toBe('refused');
    const asked = consulting();
    expect(asked.holdsOwnPhone('Ada')).toBeNull();
    expect(asked.doubts).toBe('whom of the two the button is about');
  });
});

describe('a dialer offers a call that the agent has not asked for', () => {
  test('and the agent answers it: a talk as any other', () => {
    const model = newModel();
    model.dialerCalls('Ada', 'Dora');
    expect(model.sceneOf('Ada')).toMatchObject({ is: 'rung', by: 'Dora' });
    expect(model.command('Ada', 'answer', {})).toBe('done');
    expect(model.sceneOf('Ada')).toEqual({ is: 'talking', to: 'Dora', handingTo: null });
    model.customer('Dora', 'hangup');
    expect(model.sceneOf('Ada')).toMatchObject({ is: 'wrapping up' });
  });

  test.each(['customer', 'agent'] as const)('and it is missed if it is not taken; first called: the %s', (first) => {
    for (const end of ['rejected', 'not taken in time'] as const) {
      const model = newModel();
      model.dialerCalls('Ada', 'Dora', first);
      if (end === 'rejected') model.command('Ada', 'rejectCall', {});
      else model.itIs(20_000);
      expect(model.sceneOf('Ada')).toEqual({ is: 'nothing' });
      expect(model.sceneOf('Dora')).toEqual({ is: 'nothing' });
      expect(model.company.get('Ada').missed).toBe(1);
      expect(model.doubts).toBeNull();
    }
  });

  test('and the customer, who has waited, gives up', () => {
    const model = newModel();
    model.dialerCalls('Ada', 'Dora');
    model.customer('Dora', 'hangup');
    expect(model.sceneOf('Ada')).toEqual({ is: 'nothing' });
    expect(model.company.get('Ada').missed).toBe(0);
  });

  test('but not to one who is on the phone or on a break', () => {
    const model = talking();
    model.command('Ben', 'notReady', { reasonCode: 11 });
    model.dialerCalls('Ada', 'Emil');
    model.dialerCalls('Ben', 'Emil');
    expect(model.sceneOf('Ada')).toMatchObject({ is: 'talking' });
    expect(model.sceneOf('Ben')).toEqual({ is: 'nothing' });
  });

  test('and nobody can say what comes after the answer of an agent who was called first', () => {
    const model = newModel();
    model.dialerCalls('Ada', 'Dora', 'agent');
    expect(model.command('Ada', 'answer', {})).toBeNull();
    expect(model.doubts).toBe('the customer is called only now');
  });
});

describe('two phones of one agent', () => {
  function ringing(): ReferenceModel {
    const model = newModel();
    model.hasPhones('Ada', 2);
    model.dialIn('Dora', 'Ada');
    return model;
  }

  test('ring for one call, which is over when both have ended', () => {
    const model = ringing();
    expect(model.onePhoneEnds('Ada')).toBe('done');
    expect(model.sceneOf('Ada')).toMatchObject({ is: 'rung', by: 'Dora' });
    expect(model.onePhoneEnds('Ada')).toBe('done');
    expect(model.sceneOf('Ada')).toEqual({ is: 'nothing' });
    expect(model.sceneOf('Dora')).toEqual({ is: 'nothing' });
    expect(model.company.get('Ada').missed).toBe(1);
  });

  test('are one when the call is answered: it is hung up once', () => {
    const model = ringing();
    model.command('Ada', 'answer', {});
    expect(model.onePhoneEnds('Ada')).toBe('refused');
    model.command('Ada', 'hangup', {});
    expect(model.sceneOf('Ada')).toMatchObject({ is: 'wrapping up' });
    expect(model.sceneOf('Dora')).toEqual({ is: 'nothing' });
  });

  test('are rejected both at once', () => {
    const model = ringing();
    model.onePhoneEnds('Ada');
    model.command('Ada', 'rejectCall', {});
    expect(model.sceneOf('Dora')).toEqual({ is: 'nothing' });
    expect(model.company.get('Ada').missed).toBe(1);
  });
});

describe('an agent who signs in at another page', () => {
  test.each<[string, () => ReferenceModel]>([
    [
      'that rings',
      () => {
        const model = newModel();
        model.dialIn('Dora', 'Ada');
        return model;
      },
    ],
    ['with a third party', consulting],
    ['of three', conferring],
  ])('goes on there with a call %s', (_name, goes) => {
    const model = goes();
    const before = model.sceneOf('Ada');
    expect(model.signsInElsewhere('Ada', false)).toBe('done');
    expect(model.sceneOf('Ada')).toBe(before);
    expect(model.company.get('Ada').signedIn).toBe('dnd');
  });

  test('is refused in a talk, held or not, and while wrapping up: the call goes on where it was', () => {
    const model = talking();
    expect(model.signsInElsewhere('Ada', false)).toBe('refused');
    model.command('Ada', 'holdCall', {});
    expect(model.signsInElsewhere('Ada', false)).toBe('refused');
    expect(model.sceneOf('Ada')).toMatchObject({ is: 'holding' });
    model.command('Ada', 'hangup', {});
    expect(model.signsInElsewhere('Ada', false)).toBe('refused');
    expect(model.company.get('Ada').signedIn).toBe('online');
  });
});

describe('a phone that the service has lost', () => {
  test('changes nothing about calls', () => {
    const model = talking();
    const before = model.sceneOf('Ada');
    model.phoneIsLost('Ada');
    expect(model.company.get('Ada').device).toBe('lost');
    expect(model.sceneOf('Ada')).toBe(before);
    expect(model.command('Ada', 'holdCall', {})).toBe('done');
    model.phoneIsRegistered('Ada');
    expect(model.company.get('Ada').device).toBe('registered');
    expect(model.sceneOf('Ada')).toMatchObject({ is: 'holding' });
    expect(model.doubts).toBeNull();
  });
});
