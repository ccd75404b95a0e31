import { PaneSize } from "../widgets/pane-size.svelte";

/** The panels around the view; sizes in px. */
export const panes = {
  filter: new PaneSize("filter", { least: 200, most: 380, usual: 232 }),
  inspector: new PaneSize("inspector", { least: 280, most: 560, usual: 344 }),
  overview: new PaneSize("overview", { least: 48, most: 140, usual: 64 }),
};
