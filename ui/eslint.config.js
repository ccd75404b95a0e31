import { createNodeResolver, importX } from "eslint-plugin-import-x";
import svelte from "eslint-plugin-svelte";
import { defineConfig } from "eslint/config";
import typescript from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

const unused = { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true };

export default defineConfig(
  { ignores: ["dist", "project.inlang", "src/paraglide", "src/api/bindings.ts", "**/*.js", "**/*.mjs"] },
  typescript.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  svelte.configs.prettier,
  {
    plugins: { "import-x": importX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: [".svelte"] } },
    settings: {
      "import-x/resolver-next": [createNodeResolver({ extensions: [".ts", ".svelte.ts", ".svelte"] })],
      "import-x/parsers": { "@typescript-eslint/parser": [".ts"] },
    },
    rules: {
      "import-x/no-cycle": ["error", { ignoreExternal: true }],
      "@typescript-eslint/no-unused-vars": ["error", unused],
      // A class may be asked for a promise that another of its kind has to wait for.
      "@typescript-eslint/require-await": "off",
      // A `Map` or `Date` that lives for one call needs no runes.
      "svelte/prefer-svelte-reactivity": "off",
      // The page has no stores.
      "svelte/require-store-reactive-access": "off",
    },
  },
  {
    // The bridge rejects with plain objects, and matchers of the test runner are `any`.
    files: ["tests/**", "**/*.test.ts"],
    rules: { "@typescript-eslint/only-throw-error": "off", "@typescript-eslint/no-unsafe-assignment": "off" },
  },
  { files: ["**/*.svelte", "**/*.svelte.ts"], languageOptions: { parserOptions: { parser: typescript.parser, svelteConfig } } },
  {
    // The linter does not compile components and takes much in them for `any`; svelte-check knows their types.
    files: ["**/*.svelte"],
    rules: {
      "@typescript-eslint/no-unnecessary-type-assertion": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
);
