import { createContext, use } from 'react';
import type { Texts } from '../../../../adapters/connect/index.js';
import { zh as barInChinese } from '../../../../adapters/connect/zh.js';
import { en, type PageTexts } from './en.js';
import { zh } from './zh.js';

export type Language = 'en' | 'zh';

export function isLanguage(name: string): name is Language {
  return name === 'en' || name === 'zh';
}

/** All that the page says in one language: its own words, and those of the phone bar. */
export interface Words {
  readonly language: Language;
  readonly page: PageTexts;
  readonly bar: Partial<Texts>;
}

export const WORDS: Readonly<Record<Language, Words>> = {
  en: { language: 'en', page: en, bar: {} },
  zh: { language: 'zh', page: zh, bar: barInChinese },
};

export const WordsContext = createContext<Words>(WORDS.en);

export function useWords(): Words {
  return use(WordsContext);
}

/** The page's own words. */
export function useText(): PageTexts {
  return use(WordsContext).page;
}
