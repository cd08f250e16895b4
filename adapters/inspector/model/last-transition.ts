/** The arrow that a step is drawn as: paths of two states of one region. */
export interface Transition {
  readonly from: string;
  readonly to: string;
}

/** Where something happens in several regions at once, the first of these is drawn. */
const REGIONS = ['work', 'connection', 'login', 'microphone', 'device', 'network'];

const depthOf = (path: string) => path.split('.').length;
const deepest = (paths: readonly string[]) =>
  paths.reduce<string | null>((best, path) => (best === null || depthOf(path) >= depthOf(best) ? path : best), null);
const regionOf = (path: string) => path.split('.')[0] ?? '';

/** The change made by a step, from the active states before and after it; null: no state was left or entered. */
export function transitionBetween(before: readonly string[], after: readonly string[]): Transition | null {
  const [was, is] = [new Set(before), new Set(after)];
  const left = before.filter((path) => !is.has(path));
  const entered = after.filter((path) => !was.has(path));
  for (const region of REGIONS) {
    const from = deepest(left.filter((path) => regionOf(path) === region));
    const to = deepest(entered.filter((path) => regionOf(path) === region));
    if (from !== null && to !== null) return { from, to };
  }
  return null;
}
