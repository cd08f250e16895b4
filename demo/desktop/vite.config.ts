import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

function path(fromHere: string): string {
  return fileURLToPath(new URL(fromHere, import.meta.url));
}

/** The page of the desktop. In the mode `static` it has the call centre in itself, and needs no server. */
export default defineConfig(({ mode }) => {
  const isStatic = mode === 'static';
  return {
    root: path('page'),
    base: './',
    oxc: { jsx: { runtime: 'automatic' } },
    define: { 'import.meta.env.VITE_STATIC': isStatic ? '"1"' : 'undefined' },
    build: {
      outDir: path(isStatic ? '../../.tmp/demo-site' : '../../.tmp/desktop'),
      emptyOutDir: true,
      target: 'es2022',
      // Nothing stands inline: the page's rules allow files of its own server only.
      assetsInlineLimit: 0,
      modulePreload: false,
      // It comes from this machine.
      chunkSizeWarningLimit: 2000,
      reportCompressedSize: false,
    },
  };
});
