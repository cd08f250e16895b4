import { isLanguage, type Language } from './texts/language.js';

/** Where the phone bar of the page is from, and how it looks, as its address says. */
export interface PageAddress {
  /** Work number; null: the first agent of the floor. */
  readonly agentID: string | null;
  /** The page is a frame of another one, and shows the phone bar alone. */
  readonly isFrame: boolean;
  readonly language: Language;
}

/** Reads the address of the page; what it does not know it leaves out. */
export function readAddress(search: string, preferred: string): PageAddress {
  const given = new URLSearchParams(search);
  const language = given.get('lang') ?? preferred.slice(0, 2);
  return {
    agentID: given.get('agent'),
    isFrame: given.get('frame') === '1',
    language: isLanguage(language) ? language : 'en',
  };
}

/** The address of the page of an agent, beside this one. */
export function addressOf(agentID: string, language: Language, isFrame = false): string {
  const query = new URLSearchParams({ agent: agentID, lang: language, ...(isFrame ? { frame: '1' } : {}) });
  return `?${query.toString()}`;
}
