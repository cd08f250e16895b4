import type { ReactNode } from 'react';
import { Attention } from '../attention/attention.js';
import { MicrophoneNotice } from '../attention/microphone-notice.js';
import { useText } from '../texts/language.js';
import { CustomerCard } from './customer-card.js';
import { Indicators } from './indicators.js';
import { useLook } from './look.js';
import { AcwOrders, CallOrders, Dialer, TransferOrders } from './orders.js';
import { SignIn } from './sign-in.js';
import { StatusMenu } from './status-menu.js';
import { Timers } from './timers.js';
import { WaitingCalls } from './waiting-calls.js';

/** The phone bar of one agent. */
export function PhoneBar(): ReactNode {
  const { past } = useLook();
  const text = useText();
  return (
    <section className="bar" aria-label={text.phoneBar} data-past={past !== null}>
      {past !== null && <p className="past">{text.past(past.step)}</p>}
      <SignIn>
        <StatusMenu />
      </SignIn>
      <CustomerCard />
      <Timers />
      <WaitingCalls />
      <div className="all-orders" inert={past !== null}>
        <CallOrders />
        <AcwOrders />
        <TransferOrders />
        <Dialer />
      </div>
      <Indicators />
      <MicrophoneNotice />
      <Attention />
    </section>
  );
}
