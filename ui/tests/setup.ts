import { afterEach, beforeEach } from "vitest";
import { language } from "../src/base/language.svelte";

// Every test starts in English, with nothing remembered.
beforeEach(() => {
  localStorage.clear();
  language.start();
  language.choose("en");
});
afterEach(() => localStorage.clear());
