import type { Picture } from "../../relations/picture";
import { filter } from "../../state";
import { pictureOf, type RelationsBoard } from "./board.svelte";

const nothing: Picture = { countries: [], relations: [] };

/**
 * What is drawn: everyone who ever appears, with the relations of the date. The filter's countries narrow it: one leaves its own relations,
 * several leave those among them. Tones rest on the whole record all the same.
 */
export function shownPicture({ now, whole }: Pick<RelationsBoard, "now" | "whole">): Picture {
  if (!now) return nothing;
  const known = new Set(now.countries.map(({ code }) => code));
  const all: Picture = {
    countries: [...now.countries, ...(whole?.countries ?? []).filter(({ code }) => !known.has(code))],
    relations: pictureOf(now).relations,
  };
  return narrowed(all, new Set(filter.chosen("actors")));
}

export function narrowed({ countries, relations }: Picture, actors: ReadonlySet<string>): Picture {
  const chosen = new Set(countries.filter(({ reference }) => actors.has(reference)).map(({ code }) => code));
  if (chosen.size === 0) return { countries, relations };
  const kept = relations.filter(({ a, b }) => (chosen.size === 1 ? chosen.has(a) || chosen.has(b) : chosen.has(a) && chosen.has(b)));
  const seen = new Set([...chosen, ...kept.flatMap(({ a, b }) => [a, b])]);
  return { countries: countries.filter(({ code }) => seen.has(code)), relations: kept };
}
