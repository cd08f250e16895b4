import { describe, expect, test } from '@jest/globals';
import { resumeConsult } from '../../machines/actions/consult-changes.js';
import { refusesTransferAfterAll } from '../../machines/guards/owed-guards.js';
import type { OwedRefusal } from '../../machines/context.js';
import { question, waiting } from '../support/guard-question.js';
import { consultLeg } from '../support/machine-context.js';

const owed = (more: Partial<OwedRefusal> = {}): OwedRefusal => ({ command: 'consultTransfer', until: 20, callNumber: 3, confirmedBy: [], third: consultLeg, ...more });
const { third: _, ...ofAnother } = owed();
const refused = { type: 'call.error' };

describe('a transfer is refused after all', () => {
  test.each([
    ['by an error while its refusal is owed', question(refused, { refusalsOwed: [owed()] }), true],
    ['not by an error when it is not owed any more', question(refused, { refusalsOwed: [owed({ until: 10 })] }), false],
    ['not by an error that is owed to another command', question(refused, { refusalsOwed: [ofAnother] }), false],
    ['not by an error while a command is in flight: it is that one\'s', question(refused, { refusalsOwed: [owed()], ...waiting('call', 'completeACW') }), false],
    ['not by anything else', question({ type: 'acw.started' }, { refusalsOwed: [owed()] }), false],
  ])('%s', (_name, input, isRefused) => {
    expect(refusesTransferAfterAll(input)).toBe(isRefused);
  });

  test('and the third party is the call, another than before', () => {
    expect(resumeConsult(question(refused, { refusalsOwed: [owed()], callNumber: 3 }))).toEqual({ call: consultLeg, callNumber: 4, hasTalked: true, remembered: null });
  });
});
