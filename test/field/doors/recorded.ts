import type { SimulatedSdk } from '../../../adapters/simulator/index.js';
import type { SdkCall } from '../../support/bench/scripted-sdk.js';

type Callback = (result: unknown) => void;

/** An SDK whose calls are remembered, with how many messages and answers have come. */
export class Recorded {
  readonly calls: SdkCall[] = [];
  /** Messages and answers that have reached the page. */
  heard = 0;
  readonly sdk: SimulatedSdk;

  constructor(sdk: SimulatedSdk) {
    sdk.on('EventAgentAll', () => {
      this.heard += 1;
    });
    this.sdk = new Proxy(sdk, {
      get: (target, name, receiver) => {
        const member: unknown = Reflect.get(target, name, receiver);
        if (typeof member !== 'function' || typeof name !== 'string' || name.startsWith('on') || name === 'off') return member;
        return (parameters?: Record<string, unknown>) => {
          this.calls.push({ method: name, parameters });
          return (member as (given: unknown) => unknown).call(target, this.#listened(parameters));
        };
      },
    });
  }

  /** Commands that have been given. */
  get given(): number {
    return this.calls.length;
  }

  #listened(parameters: Record<string, unknown> | undefined): unknown {
    if (parameters === undefined) return parameters;
    const listened = { ...parameters };
    for (const name of ['success', 'error']) {
      const callback = parameters[name];
      if (typeof callback !== 'function') continue;
      listened[name] = (result: unknown) => {
        this.heard += 1;
        (callback as Callback)(result);
      };
    }
    return listened;
  }
}
