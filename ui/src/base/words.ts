import { language } from "./language.svelte";

/** Words of a list stand with a small letter in the catalogue; what opens a line or fills a cell begins with a capital. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase(language.format) + text.slice(1);
