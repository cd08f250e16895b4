import { compile } from 'svelte/compiler';
import { defineConfig, transformWithOxc } from 'vite';
import { compileScript, parse } from 'vue/compiler-sfc';

/** In a project of your own: `vue()` of @vitejs/plugin-vue. */
const vue = {
  name: 'vue',
  config: () => ({
    define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
  }),
  transform(source, id) {
    if (!id.endsWith('.vue')) return null;
    const { descriptor } = parse(source, { filename: id });
    return transformWithOxc(compileScript(descriptor, { id, inlineTemplate: true }).content, `${id}.ts`);
  },
};

/** In a project of your own: `svelte()` of @sveltejs/vite-plugin-svelte. */
const svelte = {
  name: 'svelte',
  transform: (source, id) => (id.endsWith('.svelte') ? compile(source, { filename: id }).js : null),
};

export default defineConfig({
  plugins: [vue, svelte],
  build: { rolldownOptions: { input: ['react', 'vue', 'svelte'].map((name) => `${import.meta.dirname}/${name}/index.html`) } },
});
