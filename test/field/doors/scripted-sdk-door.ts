import { ScriptedSdk, turns } from '../../support/bench/index.js';
import type { Moment, PageName } from '../day.js';
import { attributesOf, isOfTheService, type Door, type Line } from './door.js';

/** A double of the SDK for each page: nothing is between page and service. */
export class ScriptedSdkDoor implements Door {
  readonly #sdks = new Map<PageName, ScriptedSdk>();

  opens(page: PageName): Promise<Line> {
    const sdk = new ScriptedSdk();
    this.#sdks.set(page, sdk);
    return Promise.resolve({ sdk, calls: sdk.calls });
  }

  async reaches(moment: Moment): Promise<void> {
    const sdk = this.#sdks.get(moment.page ?? 'first');
    if (!isOfTheService(moment) || sdk === undefined) return;
    if ('service' in moment) sdk.emit(moment.service, { ...attributesOf(moment) });
    else if ('accepts' in moment) sdk.succeed(moment.accepts, { ...moment.result });
    else sdk.fail(moment.refuses, { ...moment.failure });
    await turns();
  }

  settles(): Promise<void> {
    return turns();
  }

  closes(): Promise<void> {
    return Promise.resolve();
  }
}
