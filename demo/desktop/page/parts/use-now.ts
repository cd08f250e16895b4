import { useEffect, useState } from 'react';

/** How often the time is looked at while it is shown, in ms. */
const LOOK_EVERY = 500;

/** The time of the clock, which is looked at anew and not counted: a tab that was hidden or asleep shows the right one at once. */
export function useNow(clock: () => number): number {
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const look = (): void => setNow(clock());
    look();
    const timer = window.setInterval(look, LOOK_EVERY);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [clock]);
  return now;
}
