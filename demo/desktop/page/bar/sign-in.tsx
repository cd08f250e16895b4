import { useId, type ReactNode } from 'react';
import { useDesk } from '../desk.js';
import { CommandButton } from '../parts/command-button.js';
import { useText } from '../texts/language.js';
import { usePhoneChoice, type PhoneType } from '../voice/voice-provider.js';
import { useLook } from './look.js';

/** The company of the demo; the simulated service takes any token. */
export const CREDENTIALS = { token: 'demo', companyId: 'demo' } as const;

/** Connecting, signing in and out, and the status. */
export function SignIn({ children }: { readonly children: ReactNode }): ReactNode {
  const { door, agentID } = useDesk();
  const { past } = useLook();
  const text = useText();
  const id = useId();
  const own = door.setup.agents.find((one) => one.agentID === agentID);
  const { phoneType, choose } = usePhoneChoice();
  return (
    <header className="sign-in" inert={past !== null}>
      <div className="who">
        <b>{own?.name ?? agentID}</b> <span className="quiet">{agentID}</span>
      </div>
      {children}
      <div className="field small">
        <label htmlFor={id}>{text.phoneType}</label>
        <select id={id} value={phoneType} onChange={(event) => choose(event.target.value as PhoneType)}>
          <option value="webrtc">{text.webrtc}</option>
          <option value="sip">{text.sip}</option>
        </select>
      </div>
      <div className="row">
        <CommandButton name="login" kind="go" parameters={{ phoneType, bindExt: own?.ext ?? '', agentState: '1' }} />
        <CommandButton name="logout" />
        <CommandButton name="initAgent" parameters={{ ...CREDENTIALS, agent: agentID }} />
        <CommandButton name="resetLogout" />
      </div>
    </header>
  );
}
