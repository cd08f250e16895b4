import { otherCalls } from './other-calls.js';

/** It is talked on, whatever was known of it. */
const isTalkedOn = {
  guard: 'isThisCall' as const,
  target: '#talking',
  actions: ['updateCall' as const, 'establishCall' as const, 'reportDivergence' as const],
};

/** Facts about the call where they were not expected: each is believed, leads to where it says, and is reported. */
export const unexpected = {
  'call.dialing': [
    ...otherCalls['call.dialing'],
    { guard: 'startsThird' as const, target: '#thirdDialing', actions: ['beginThird' as const, 'reportDivergence' as const] },
    { guard: 'isCall' as const, actions: 'updateCall' as const },
    { guard: 'isThird' as const, actions: 'updateThird' as const },
  ],
  'call.ringing': [
    ...otherCalls['call.ringing'],
    { guard: 'isCall' as const, actions: 'updateCall' as const },
    { guard: 'isThird' as const, actions: 'updateThird' as const },
  ],
  'call.established': [
    ...otherCalls['call.established'],
    {
      guard: 'startsThird' as const,
      target: '#thirdTalking',
      actions: ['beginThird' as const, 'establishThird' as const, 'reportDivergence' as const],
    },
    { guard: 'isCall' as const, actions: ['updateCall' as const, 'establishCall' as const] },
    { guard: 'isThird' as const, actions: ['updateThird' as const, 'establishThird' as const] },
  ],
  'call.held': [
    ...otherCalls['call.held'],
    {
      guard: 'isThisCall' as const,
      target: '#holding',
      actions: ['updateCall' as const, 'establishCall' as const, 'reportDivergence' as const],
    },
  ],
  'call.retrieved': [...otherCalls['call.retrieved'], isTalkedOn],
  'call.partyChanged': [...otherCalls['call.partyChanged'], { guard: 'isCall' as const, actions: 'updateCall' as const }],
  'conference.formed': [
    ...otherCalls['conference.formed'],
    {
      guard: 'isThisCall' as const,
      target: '#conferencing',
      actions: ['updateCall' as const, 'establishCall' as const, 'joinThird' as const, 'reportDivergence' as const],
    },
  ],
  'conference.partyDeleted': [
    otherCalls['conference.partyDeleted'],
    { guard: 'isThisCall' as const, actions: 'reportDivergence' as const },
  ],
  'microphone.muted': [...otherCalls['microphone.muted'], isTalkedOn],
  'microphone.unmuted': [...otherCalls['microphone.unmuted'], isTalkedOn],
} as const;
