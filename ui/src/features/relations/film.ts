import { language } from "../../base/language.svelte";
import { Graph } from "../../relations/graph.svelte";
import { asOf, session } from "../../state";
import { board } from "./board.svelte";
import { Player, type Film } from "./player.svelte";

/** The canvas keeps its view while other views are on screen. */
export const graph = new Graph();

/** The days the scrubber runs over: the record's, and today where it lies beyond. */
export const film: Film = {
  first: () => session.dossier?.first ?? asOf.today,
  last: () => [session.dossier?.last ?? "", asOf.today].sort().at(-1) ?? asOf.today,
  current: () => asOf.current,
  show: (day) => {
    asOf.set(day);
    return board.load({ as_of: day, known_on: asOf.knownOn, language: language.current });
  },
  calm: () => matchMedia("(prefers-reduced-motion: reduce)").matches,
};

export const player = new Player(film);

session.opened.add(() => {
  player.stop();
  board.reset();
  graph.fit();
});
