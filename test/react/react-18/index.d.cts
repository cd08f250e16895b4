/** The modules of React 18 by their names. */
export const modules: Readonly<Record<'react' | 'react-dom' | 'react-dom/client' | 'react-dom/server', Readonly<Record<string, unknown>>>>;
