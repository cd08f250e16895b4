import { useEffect, useState } from 'react';

export type Theme = 'light' | 'dark';

const DARK = '(prefers-color-scheme: dark)';

/** Light or dark: as the reader's computer has it, until somebody chooses. */
export function useTheme(): readonly [Theme, () => void] {
  const [theme, setTheme] = useState<Theme>(() => (window.matchMedia(DARK).matches ? 'dark' : 'light'));
  const [isChosen, setChosen] = useState(false);
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  useEffect(() => {
    if (isChosen) return;
    const query = window.matchMedia(DARK);
    const follow = (): void => setTheme(query.matches ? 'dark' : 'light');
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, [isChosen]);
  const toggle = (): void => {
    setChosen(true);
    setTheme(theme === 'dark' ? 'light' : 'dark');
  };
  return [theme, toggle];
}
