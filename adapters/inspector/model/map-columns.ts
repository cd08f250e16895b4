import type { Column } from '../../../src/chart-map/index.js';

const MARGINS = 2 * 12;
const GAP = 8;
const SIDE = { presence: 250, rest: 190 };
/** `work` cannot be drawn narrower. */
const NARROWEST = 520;

/** The regions in columns for a map that is so wide: `work` gets what the others leave. */
export function columnsFor(width: number): readonly Column[] {
  const presence = { regions: ['connection', 'login'], width: SIDE.presence };
  const wide = width - MARGINS - 2 * GAP - SIDE.presence - SIDE.rest;
  if (wide >= NARROWEST + 60) {
    return [
      presence,
      { regions: ['work'], width: wide, isFilled: true },
      { regions: ['microphone', 'device', 'network', 'pending'], width: SIDE.rest },
    ];
  }
  if (width - MARGINS - GAP - SIDE.presence < NARROWEST) {
    const regions = ['work', ['connection', 'login'], ['network', 'microphone'], ['device', 'pending']];
    return [{ regions, width: Math.max(NARROWEST, width - MARGINS), isFilled: true }];
  }
  const work = Math.max(NARROWEST, width - MARGINS - GAP - SIDE.presence);
  return [
    { regions: ['work', ['microphone', 'device', 'pending']], width: work, isFilled: true },
    { ...presence, regions: [...presence.regions, 'network'] },
  ];
}
