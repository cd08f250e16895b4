import { createContext, use } from 'react';

/**
 * - `notNeeded`: calls are taken with a phone on the desk
 * - `simulated`: the phone in the page is simulated
 * - `asking`: the browser asks its user
 * - `ready`
 * - `none`: the computer has none
 * - `refused`: the browser was told not to allow it
 * - `taken`: it has gone in the middle
 */
export type MicrophoneState = 'notNeeded' | 'simulated' | 'asking' | 'ready' | 'none' | 'refused' | 'taken';

interface MicrophoneUse {
  readonly state: MicrophoneState;
  /** Asks the browser for it again. */
  readonly again: () => void;
}

export const MicrophoneContext = createContext<MicrophoneUse>({ state: 'simulated', again: () => undefined });

export function useMicrophone(): MicrophoneUse {
  return use(MicrophoneContext);
}

/** Why the browser has given no microphone. */
export function reasonOf(error: unknown): Extract<MicrophoneState, 'none' | 'refused' | 'taken'> {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  return name === 'NotReadableError' || name === 'AbortError' ? 'taken' : 'none';
}
