import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * Built into `dist/console`, which the server hands out at /console; while writing, `vite src/web`
 * beside a running server.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  plugins: [react()],
  server: { proxy: { '/api': 'http://127.0.0.1:8311' } },
  build: {
    outDir: '../../dist/console',
    emptyOutDir: true,
    target: 'es2022',
    // Offices keep browsers for years: `light-dark()` and the like are written out for these.
    cssTarget: ['chrome108', 'firefox115', 'safari16'],
    // Small enough to come whole: a dozen requests less.
    cssCodeSplit: false,
    // Nothing inline: the content policy allows this origin's files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
