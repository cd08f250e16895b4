/** A leg to a third party starts: the customer waits from now on. */
export const beginsConsult = {
  'call.dialing': { guard: 'startsThird' as const, target: '#thirdDialing', actions: 'beginThird' as const },
  'call.established': {
    guard: 'startsThird' as const,
    target: '#thirdTalking',
    actions: ['beginThird' as const, 'establishThird' as const],
  },
} as const;
