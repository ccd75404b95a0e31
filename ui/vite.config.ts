import { paraglideVitePlugin } from "@inlang/paraglide-js";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";
import { contentSecurityPolicy } from "./csp";

/** `--mode gallery` builds the test pages (widgets, and the window on the fake host) instead of the application. */
export default defineConfig(({ mode }) => {
  const gallery = mode === "gallery";
  return {
    plugins: [
      paraglideVitePlugin({
        project: "./project.inlang",
        outdir: "./src/paraglide",
        strategy: ["baseLocale"],
        emitGitIgnore: false,
      }),
      svelte(),
    ],
    build: {
      target: "safari16",
      outDir: gallery ? "/tmp/summitry-gallery" : "dist",
      emptyOutDir: true,
      // Every asset is a file of its own: the policy allows no inline script, and a font or flag as text only grows the code.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 900,
      rolldownOptions: gallery
        ? { input: { widgets: "tests/gallery/widgets.html" } }
        : {},
    },
    // `browser` makes Svelte load its client build under jsdom.
    resolve: mode === "test" ? { conditions: ["browser"] } : {},
    server: { port: 5173, strictPort: true },
    preview: { port: 4173, strictPort: true, headers: { "Content-Security-Policy": contentSecurityPolicy } },
    test: {
      environment: "jsdom",
      include: ["tests/**/*.test.ts", "src/**/*.test.ts"],
      setupFiles: ["tests/setup.ts"],
    },
  };
});
