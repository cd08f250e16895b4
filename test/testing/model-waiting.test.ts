import { describe, expect, test } from '@jest/globals';
import { ReferenceModel, type HouseRules } from '../../adapters/testing/index.js';

const RULES = { wrapUp: 30_000, ring: 20_000, dial: 45_000, lockAfterMissed: 3, callWaiting: 2 } satisfies HouseRules;

/** Ada and Ben work here; Dora, Emil and Finn call. */
function newModel(rules: HouseRules = RULES): ReferenceModel {
  const model = new ReferenceModel({ agents: ['Ada', 'Ben'], supervisors: ['Ada'], customers: ['Dora', 'Emil', 'Finn'], rules });
  for (const agent of ['Ada', 'Ben']) model.command(agent, 'login', { isOnline: true });
  return model;
}

/** Ada talks to Dora. */
function talking(rules: HouseRules = RULES): ReferenceModel {
  const model = newModel(rules);
  model.dialIn('Dora', 'Ada');
  model.command('Ada', 'answer', {});
  return model;
}

/** Ada talks to Dora, and Emil rings. */
function rungBesides(): ReferenceModel {
  const model = talking();
  model.dialIn('Emil', 'Ada');
  return model;
}

const ada = ({ company }: ReferenceModel): object => {
  const { scene, waiting } = company.get('Ada');
  return { scene, waiting };
};
const talk = (to: string) => ({ is: 'talking', to, handingTo: null });
const held = (whom: string) => ({ is: 'holding', whom, afterConsult: false });
const rings = (by: string) => expect.objectContaining({ is: 'rung', by });

describe('a customer calls an agent who is on the phone', () => {
  test('and finds her busy where calls do not wait', () => {
    const model = talking({ ...RULES, callWaiting: 0 });
    model.dialIn('Emil', 'Ada');
    expect(ada(model)).toEqual({ scene: talk('Dora'), waiting: [] });
    expect(model.sceneOf('Emil')).toEqual({ is: 'nothing' });
  });

  test('rings beside the talk, which goes on', () => {
    const model = rungBesides();
    expect(ada(model)).toEqual({ scene: talk('Dora'), waiting: [rings('Emil')] });
    expect(model.sceneOf('Emil')).toEqual({ is: 'calling', whom: 'Ada' });
    expect(model.sceneOf('Dora')).toEqual(talk('Ada'));
  });

  test('does not ring at an agent who is not disturbed, nor at one who wraps up', () => {
    const model = rungBesides();
    model.command('Ada', 'notReady', { reasonCode: 2 });
    model.dialIn('Finn', 'Ada');
    expect(model.sceneOf('Finn')).toEqual({ is: 'nothing' });
    const other = talking();
    other.customer('Dora', 'hangup');
    other.dialIn('Emil', 'Ada');
    expect(ada(other)).toMatchObject({ scene: { is: 'wrapping up' }, waiting: [] });
  });
});

describe('the call that rings beside a talk', () => {
  test('is answered: the talk in hand is held and waits', () => {
    const model = rungBesides();
    expect(model.command('Ada', 'answer', {})).toBe('done');
    expect(ada(model)).toEqual({ scene: talk('Emil'), waiting: [held('Dora')] });
    expect(model.sceneOf('Dora')).toEqual(talk('Ada'));
  });

  test('is rejected: the talk goes on, and the call counts as missed', () => {
    const model = rungBesides();
    expect(model.command('Ada', 'rejectCall', {})).toBe('done');
    expect(ada(model)).toEqual({ scene: talk('Dora'), waiting: [] });
    expect(model.sceneOf('Emil')).toEqual({ is: 'nothing' });
    expect(model.company.get('Ada').missed).toBe(1);
  });

  test('ends because the customer gives up: the talk goes on', () => {
    const model = rungBesides();
    model.customer('Emil', 'hangup');
    expect(ada(model)).toEqual({ scene: talk('Dora'), waiting: [] });
  });

  test('ends because nobody takes it in time', () => {
    const model = rungBesides();
    expect(model.deadlines).toEqual([20_000]);
    model.itIs(20_001);
    expect(ada(model)).toEqual({ scene: talk('Dora'), waiting: [] });
    expect(model.company.get('Ada').missed).toBe(1);
  });

  test('is taken in hand when the talk is hung up, and what there is to wrap up waits for the last call', () => {
    const model = rungBesides();
    model.command('Ada', 'hangup', {});
    expect(ada(model)).toEqual({ scene: rings('Emil'), waiting: [] });
    expect(model.sceneOf('Dora')).toEqual({ is: 'nothing' });
    model.customer('Emil', 'hangup');
    expect(ada(model)).toMatchObject({ scene: { is: 'wrapping up' } });
  });

  test('is taken in hand when the customer of the talk hangs up', () => {
    const model = rungBesides();
    model.customer('Dora', 'hangup');
    model.command('Ada', 'answer', {});
    expect(ada(model)).toEqual({ scene: talk('Emil'), waiting: [] });
    model.command('Ada', 'hangup', {});
    expect(ada(model)).toMatchObject({ scene: { is: 'wrapping up' } });
  });

  test('is taken at another phone: both are talked on, and the one in hand stays', () => {
    const model = rungBesides();
    expect(model.answersAtOtherPhone('Ada')).toBe('done');
    expect(ada(model)).toEqual({ scene: talk('Dora'), waiting: [talk('Emil')] });
  });

  test('and one more: nobody can say which of them the key would take', () => {
    const model = rungBesides();
    model.dialIn('Finn', 'Ada');
    expect(ada(model)).toEqual({ scene: talk('Dora'), waiting: [rings('Emil'), rings('Finn')] });
    expect(model.command('Ada', 'answer', {})).toBeNull();
    expect(model.doubts).toBe('which of the calls that ring');
  });

  test('in a consult: nobody can say what becomes of the three', () => {
    const model = talking();
    model.command('Ada', 'initiateConsult', { target: 'Ben' });
    model.dialIn('Emil', 'Ada');
    expect(model.command('Ada', 'answer', {})).toBeNull();
    expect(model.doubts).toBe('what waits while three are on the phone');
  });
});

describe('with two talks', () => {
  /** Ada talks to Emil, Dora is held. */
  function two(): ReferenceModel {
    const model = rungBesides();
    model.command('Ada', 'answer', {});
    return model;
  }

  test('hanging up the one in hand leaves the other as it was: held', () => {
    const model = two();
    model.command('Ada', 'hangup', {});
    expect(ada(model)).toEqual({ scene: held('Dora'), waiting: [] });
    expect(model.command('Ada', 'retrieveCall', {})).toBe('done');
    model.command('Ada', 'hangup', {});
    expect(ada(model)).toMatchObject({ scene: { is: 'wrapping up' } });
  });

  test('the one who waits hangs up: the talk goes on, and there is one thing to wrap up in the end', () => {
    const model = two();
    model.customer('Dora', 'hangup');
    expect(ada(model)).toEqual({ scene: talk('Emil'), waiting: [] });
    model.customer('Emil', 'hangup');
    expect(ada(model)).toMatchObject({ scene: { is: 'wrapping up' } });
  });

  test('the agent goes over to the one who waits, and back', () => {
    const model = two();
    expect(model.changesTo('Ada', 'Dora')).toBe('done');
    expect(ada(model)).toEqual({ scene: talk('Dora'), waiting: [held('Emil')] });
    expect(model.changesTo('Ada', 'Emil')).toBe('done');
    expect(ada(model)).toEqual({ scene: talk('Emil'), waiting: [held('Dora')] });
    expect(model.changesTo('Ada', 'Finn')).toBe('refused');
  });

  test('a call that is held goes before one that rings when the one in hand ends', () => {
    const model = two();
    model.dialIn('Finn', 'Ada');
    model.command('Ada', 'hangup', {});
    expect(ada(model)).toEqual({ scene: held('Dora'), waiting: [rings('Finn')] });
  });

  test('a talk at the other phone is taken in hand as soon as the one in hand is held', () => {
    const model = rungBesides();
    model.answersAtOtherPhone('Ada');
    model.command('Ada', 'holdCall', {});
    expect(ada(model)).toEqual({ scene: talk('Emil'), waiting: [held('Dora')] });
  });

  test('a talk at the other phone goes on when the one in hand is hung up', () => {
    const model = rungBesides();
    model.answersAtOtherPhone('Ada');
    model.command('Ada', 'hangup', {});
    expect(ada(model)).toEqual({ scene: talk('Emil'), waiting: [] });
  });

  test('nobody can say what a microphone that is off does in the next talk', () => {
    const model = rungBesides();
    model.command('Ada', 'muteCall', {});
    expect(model.command('Ada', 'answer', {})).toBeNull();
    expect(model.doubts).toBe('the microphone is off, and another talk is taken in hand');
  });

  test('whoever is thrown out loses both', () => {
    const model = two();
    model.command('Ada', 'resetLogout', {});
    expect(ada(model)).toEqual({ scene: { is: 'nothing' }, waiting: [] });
    expect(model.sceneOf('Dora')).toEqual({ is: 'nothing' });
    expect(model.sceneOf('Emil')).toEqual({ is: 'nothing' });
    expect(model.doubts).toBeNull();
  });
});

describe('while a call rings', () => {
  test('another rings besides, and the keys are about the one in hand', () => {
    const model = newModel();
    model.dialIn('Dora', 'Ada');
    model.dialIn('Emil', 'Ada');
    expect(model.command('Ada', 'rejectCall', {})).toBe('done');
    expect(ada(model)).toEqual({ scene: rings('Emil'), waiting: [] });
    expect(model.command('Ada', 'rejectCall', {})).toBe('done');
    expect(ada(model)).toEqual({ scene: { is: 'nothing' }, waiting: [] });
    expect(model.company.get('Ada').missed).toBe(2);
  });

  test('the agent who has called somebody takes it, and the other goes on ringing', () => {
    const model = newModel();
    model.command('Ada', 'makeCall', { target: 'Dora' });
    model.dialIn('Emil', 'Ada');
    model.command('Ada', 'answer', {});
    expect(ada(model)).toEqual({ scene: talk('Emil'), waiting: [{ is: 'calling', whom: 'Dora' }] });
    model.customer('Dora', 'answer');
    // Nobody listens to two.
    expect(ada(model)).toEqual({ scene: talk('Emil'), waiting: [held('Dora')] });
  });
});
