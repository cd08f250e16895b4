import { useCallback, useEffect, useState } from 'react';
import { useDesk } from '../desk.js';
import type { PhoneSight } from '../doors/door.js';

/** A phone of the floor as it is seen now; null until it has been looked at. */
export function usePhone(dn: string): PhoneSight | null {
  const { telephones } = useDesk().door;
  const [sight, setSight] = useState<PhoneSight | null>(null);
  const look = useCallback(() => {
    telephones.view(dn).then(
      ({ state, peers, lastRelease }) =>
        setSight((before) =>
          before !== null && before.state === state && before.peers.join() === peers.join() && before.lastRelease === lastRelease
            ? before
            : { state, peers, lastRelease },
        ),
      // The link to the floor is down: it is looked at again when something happens.
      () => undefined,
    );
  }, [telephones, dn]);
  useEffect(() => {
    look();
    return telephones.watch(look);
  }, [telephones, look]);
  return sight;
}
