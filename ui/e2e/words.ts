import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Session } from "./driver";

/** Texts and spoken names on screen, in the page's order. */
const SPOKEN = `
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) found.push(node.data.trim());
    else for (const name of ["aria-label", "placeholder", "title", "alt"]) found.push(node.getAttribute(name)?.trim() ?? "");
  }
  return found.filter((text) => text !== "");`;

function catalogue(language: string): Record<string, unknown> {
  const read = (folder: string) =>
    JSON.parse(readFileSync(join(import.meta.dirname, folder, `${language}.json`), "utf8")) as Record<string, unknown>;
  return { ...read("../messages"), ...read("../../data/words") };
}

/** Strings of the first catalogue, and not of the second, that are on screen or spoken. */
export async function wordsOf(window: Session, first: string, second: string): Promise<string[]> {
  const [theirs, ours] = [catalogue(first), catalogue(second)];
  const known = new Set(Object.values(ours));
  const foreign = new Set(Object.values(theirs).filter((text) => typeof text === "string" && !text.includes("{") && !known.has(text)));
  const shown = await window.run<string[]>(SPOKEN);
  return [...new Set(shown.filter((text) => foreign.has(text)))];
}
