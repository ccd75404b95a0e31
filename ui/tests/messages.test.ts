import { expect, test } from "vitest";
import { m } from "../src/paraglide/messages";
import { amountText } from "../src/base/numbers";
import { language } from "../src/base/language.svelte";
import amounts from "../../src-tauri/crates/words/src/tests/amounts.json";

type Catalogue = Record<string, unknown>;

/** The page's own messages, and the words that it shares with brief and terminal. */
const catalogues: Record<string, Catalogue>[] = [
  import.meta.glob<Catalogue>("../messages/*.json", { eager: true, import: "default" }),
  import.meta.glob<Catalogue>("../../data/words/*.json", { eager: true, import: "default" }),
];
const english = (one: Record<string, Catalogue>) => Object.entries(one).find(([path]) => path.endsWith("/en.json"))![1];
const inputs = (message: unknown) => [...new Set(JSON.stringify(message).match(/\{\w+\}/g) ?? [])].sort();
const cases = catalogues.flatMap((one) => Object.entries(one).map(([path, catalogue]) => [path, catalogue, english(one)] as const));

test.each(cases)("%s says everything English says, with the same inputs", (_, catalogue, en) => {
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
  expect(Object.keys(english(catalogues[0]!)).filter((key) => key !== "$schema" && !used.has(key))).toEqual([]);
});

test("no key stands in both catalogues", () => {
  const [own, shared] = catalogues.map((one) => Object.keys(english(one)).filter((key) => key !== "$schema"));
  expect(own!.filter((key) => shared!.includes(key))).toEqual([]);
});

test("a change of language reaches every message", () => {
  expect(m.action_undo()).toBe("Undo");
  language.choose("ko");
  expect(m.action_undo()).toBe("실행 취소");
  expect(document.documentElement.lang).toBe("ko");
});

/** The core's tests read the same list. */
test.each(amounts)("amounts are worded as the core words them: $words", ({ words, ...amount }) => expect(amountText(amount)).toBe(words));
