import FileText from "@lucide/svelte/icons/file-text";
import ListChecks from "@lucide/svelte/icons/list-checks";
import Network from "@lucide/svelte/icons/waypoints";
import NotebookPen from "@lucide/svelte/icons/notebook-pen";
import Timeline from "@lucide/svelte/icons/chart-no-axes-gantt";
import type { Component } from "svelte";
import { m } from "../paraglide/messages";
import { viewNames, type ViewName } from "../state";
import type { Icon } from "../widgets/icon";

type Loaded = { default: Component };

/** A view is found by its file: `features/notes/NotesView.svelte` is the view *notes*. */
const files = import.meta.glob<Loaded>("../features/*/*View.svelte");

const faces: Record<ViewName, { title: () => string; icon: Icon }> = {
  timeline: { title: m.view_timeline, icon: Timeline },
  relations: { title: m.view_relations, icon: Network },
  sources: { title: m.view_sources, icon: FileText },
  notes: { title: m.view_notes, icon: NotebookPen },
  review: { title: m.view_review, icon: ListChecks },
};

export interface ViewEntry {
  name: ViewName;
  title: () => string;
  icon: Icon;
  load: () => Promise<Loaded>;
}

const fileOf = (name: ViewName) => `../features/${name}/${name[0]?.toUpperCase()}${name.slice(1)}View.svelte`;

/** The views that exist, in the order of the rail. */
export const viewEntries: readonly ViewEntry[] = viewNames.flatMap((name) => {
  const load = files[fileOf(name)];
  return load ? [{ name, ...faces[name], load }] : [];
});

/** Loads the inspector, when there is one. */
export const loadInspector: (() => Promise<Loaded>) | undefined = import.meta.glob<Loaded>("../features/inspector/Inspector.svelte")[
  "../features/inspector/Inspector.svelte"
];

/** Dialogs and commands of features, mounted while a dossier is open. */
export const overlayLoaders: readonly (() => Promise<Loaded>)[] = Object.values(import.meta.glob<Loaded>("../features/*/*Overlay.svelte"));
