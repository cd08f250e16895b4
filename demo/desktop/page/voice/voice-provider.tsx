import { createContext, use, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useDesk } from '../desk.js';
import { socketAt } from '../doors/socket-address.js';
import { useNotices } from '../parts/notices.js';
import { MicrophoneContext, type MicrophoneState } from './microphone.js';
import { MicrophoneStream } from './microphone-stream.js';

export type PhoneType = 'webrtc' | 'sip';

interface PhoneChoice {
  readonly phoneType: PhoneType;
  readonly choose: (phoneType: PhoneType) => void;
}

const PhoneChoiceContext = createContext<PhoneChoice | null>(null);

/** With which phone the agent takes calls. */
export function usePhoneChoice(): PhoneChoice {
  const choice = use(PhoneChoiceContext);
  if (choice === null) throw new Error('no phone can be chosen here');
  return choice;
}

/** Holds the phone in the page while it is chosen, and tells what is with the microphone. */
export function VoiceProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { door, agentID } = useDesk();
  const { fail } = useNotices();
  const { voice, agents } = door.setup;
  const own = agents.find((one) => one.agentID === agentID);
  const [phoneType, choose] = useState<PhoneType>(own?.phoneType ?? 'webrtc');
  const [heard, setHeard] = useState<MicrophoneState>('asking');
  const loudspeaker = useRef<HTMLAudioElement>(null);
  const microphone = useRef<MicrophoneStream | null>(null);
  const ext = own?.ext ?? '';
  const password = voice?.passwords[ext];
  const isReal = voice !== null && password !== undefined && phoneType === 'webrtc';

  useEffect(() => {
    if (voice === null || !isReal) return;
    const stream = new MicrophoneStream();
    microphone.current = stream;
    const unwatch = stream.watch(() => setHeard(stream.state));
    let stop = (): Promise<void> => Promise.resolve();
    let isOver = false;
    const begin = async (): Promise<void> => {
      await stream.open();
      // SIP is for the real switch only.
      const { WebPhone } = await import('./web-phone.js');
      if (isOver) return;
      const phone = new WebPhone({
        ext,
        password,
        domain: voice.domain,
        server: socketAt(voice.path),
        microphone: stream,
        loudspeaker: loudspeaker.current as HTMLAudioElement,
      });
      stop = () => phone.stop();
      await phone.start();
    };
    begin().catch(fail);
    return () => {
      isOver = true;
      unwatch();
      void stop().catch(() => undefined);
      stream.close();
    };
  }, [isReal, voice, password, ext, fail]);

  const choice = useMemo(() => ({ phoneType, choose }), [phoneType]);
  const state = phoneType === 'sip' ? 'notNeeded' : isReal ? heard : 'simulated';
  const microphoneUse = useMemo(() => ({ state, again: () => void microphone.current?.open() }) as const, [state]);
  return (
    <PhoneChoiceContext value={choice}>
      <MicrophoneContext value={microphoneUse}>
        {children}
        <audio ref={loudspeaker} autoPlay />
      </MicrophoneContext>
    </PhoneChoiceContext>
  );
}
