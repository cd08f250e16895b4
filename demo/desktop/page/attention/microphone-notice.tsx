import type { ReactNode } from 'react';
import { useText } from '../texts/language.js';
import { useMicrophone } from '../voice/microphone.js';

/** The reason why the agent is not heard, which is never the same as a call that has ended. */
export function MicrophoneNotice(): ReactNode {
  const text = useText();
  const { state, again } = useMicrophone();
  const isTrouble = state === 'none' || state === 'refused' || state === 'taken';
  return (
    <p className="microphone" data-microphone={state} role={isTrouble ? 'alert' : undefined}>
      <b>{text.microphone}</b> {text.microphoneStates[state]}
      {isTrouble && (
        <button type="button" className="plain" onClick={again}>
          {text.microphoneAgain}
        </button>
      )}
    </p>
  );
}
