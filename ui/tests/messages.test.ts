import { expect, test } from "vitest";
import en from "../messages/en.json";
import { m } from "../src/paraglide/messages";
import { language } from "../src/base/language.svelte";

const catalogues = import.meta.glob<Record<string, unknown>>("../messages/*.json", { eager: true, import: "default" });
const inputs = (message: unknown) => [...new Set(JSON.stringify(message).match(/\{\w+\}/g) ?? [])].sort();

test.each(Object.entries(catalogues))("%s says everything English says, with the same inputs", (_, catalogue) => {
  expect(Object.keys(catalogue).sort()).toEqual(Object.keys(en).sort());
  for (const [key, message] of Object.entries(en)) {
    if (key === "$schema") continue;
    expect(inputs(catalogue[key]), key).toEqual(inputs(message));
    expect(JSON.stringify(catalogue[key]).length, key).toBeGreaterThan(2);
  }
});

test("every message is used", () => {
  const sources = import.meta.glob<string>("../src/{api,app,base,features,forms,relations,state,timeline,widgets}/**/*.{ts,svelte}", {
    eager: true,
    import: "default",
    query: "?raw",
  });
  const used = new Set(Object.values(sources).flatMap((source) => [...source.matchAll(/\bm\.(\w+)/g)].map(([, key]) => key)));
  expect(Object.keys(en).filter((key) => key !== "$schema" && !used.has(key))).toEqual([]);
});

test("a change of language reaches every message", () => {
  expect(m.action_undo()).toBe("Undo");
  language.choose("ko");
  expect(m.action_undo()).toBe("실행 취소");
  expect(document.documentElement.lang).toBe("ko");
});
