import { paraglideVitePlugin } from "@inlang/paraglide-js";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";
import { contentSecurityPolicy } from "./csp.ts";
import { frozenPrototype } from "./frozen-prototype.ts";

/** `--mode gallery` builds the test pages (widgets, and the window on the fake host) instead of the application. */
export default defineConfig(({ mode }) => {
  const gallery = mode === "gallery";
  const testing = mode === "test";
  return {
    plugins: [
      // Tests find the messages compiled by `npm run strings`; the plugin's watcher would keep the runner from ending.
      !testing &&
        paraglideVitePlugin({ project: "./project.inlang", outdir: "./src/paraglide", strategy: ["baseLocale"], emitGitIgnore: false }),
      svelte(),
      frozenPrototype(),
    ],
    worker: { plugins: () => [frozenPrototype()] },
    build: {
      target: "safari16",
      outDir: gallery ? "../target/gallery" : "dist",
      emptyOutDir: true,
      // Every asset is a file of its own: the policy allows no inline script, and a font or flag as text only grows the code.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 900,
      rolldownOptions: gallery ? { input: { widgets: "tests/gallery/widgets.html", window: "tests/gallery/window.html" } } : {},
    },
    // `browser` makes Svelte load its client build under jsdom.
    resolve: testing ? { conditions: ["browser"] } : {},
    // The ontology lies beside the page; tests hold the two against each other.
    server: { port: 5173, strictPort: true, fs: { allow: [".", "../data/ontology"] } },
    preview: { port: 4173, strictPort: true, headers: { "Content-Security-Policy": contentSecurityPolicy } },
    test: {
      environment: "jsdom",
      include: ["tests/**/*.test.ts", "src/**/*.test.ts"],
      setupFiles: ["tests/setup.ts"],
      css: { include: [/tokens\.css/] },
    },
  };
});
