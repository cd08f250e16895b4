interface ImportMetaEnv {
  /** Set in a build that has the call centre in the page itself. */
  readonly VITE_STATIC?: string;
}

interface ImportMeta {
  readonly env: ImportMetaEnv;
}

declare module '*.css';
