import type { Filter } from "../api";
import { m } from "../paraglide/messages";
import { toasts } from "../base/toasts.svelte";
import { AsOf } from "./as-of.svelte";
import { Commands } from "./commands.svelte";
import { FileWatch } from "./file-watch.svelte";
import { Opening } from "./opening.svelte";
import { FilterState } from "./filter.svelte";
import { OpenItems } from "./open-items.svelte";
import { Views } from "./panels.svelte";
import { recallPlace } from "./places";
import { Selection } from "./selection.svelte";
import { Session } from "./session.svelte";
import { TimeRange } from "./time-range.svelte";
import { Vocabulary } from "./vocabulary.svelte";

/** What all views of this window share. Each is a small class; none knows the others. */
export const asOf = new AsOf();
export const session = new Session(() => asOf.knownOn !== null);
export const selection = new Selection();
export const filter = new FilterState();
export const range = new TimeRange();
export const views = new Views();
export const opening = new Opening();
export const openItems = new OpenItems();
export const commands = new Commands();
export const vocabulary = new Vocabulary();
export const fileWatch = new FileWatch(session, (path) => toasts.say(m.file_moved({ path })));

/** What every view asks with: the filter in force, and the day as known on. Reading it in an effect follows both. */
export const scope = (): { filter: Filter; known_on: string | null } => ({ filter: filter.wire(), known_on: asOf.knownOn });

session.changed.add(() => toasts.retract());

// Another dossier starts with nothing selected and nothing filtered, where one stood in it last: at first on its own day or today, with all of it in view.
session.opened.add((dossier) => {
  fileWatch.reset();
  opening.begin();
  selection.reset();
  filter.clear();
  asOf.reset(dossier?.today ?? "", dossier?.opens_as_of ?? null);
  range.setWhole(dossier?.first ?? null, dossier?.last ?? null, asOf.current);
  const place = dossier && recallPlace(dossier.id);
  if (place) asOf.set(place.day);
  if (place?.range) range.set(...place.range);
  else range.fit();
  range.isKept = place?.range != null;
  openItems.reset(place?.source ?? null, place?.note ?? null);
});

export { dyadOf, dyadReference } from "./selection.svelte";
export { facets, FilterState, type Facet } from "./filter.svelte";
export { keepPlace } from "./places";
export { dayOf, secondsOf, type Seconds } from "./time-range.svelte";
export { chordsOf, commandGroups, isEnabled, type Barrier, type Command, type CommandGroup } from "./commands.svelte";
export { isViewName, viewKeys, viewNames, type ViewName } from "./panels.svelte";
export { attempt, fieldError, present } from "./errors";
export type { Change } from "./session.svelte";
