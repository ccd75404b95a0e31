import { selection, views } from "../state";
import { panes } from "./panes";

export type Side = "filter" | "inspector";

/** Narrower windows have no panel beside the view. */
const narrowest = 1_100;
/** What rail and panels may take of the width: the view keeps the rest. */
const share = 0.4;
/** The rail's width, as `--rail` has it. */
const rail = 68;
/** Lower windows have no room for the overview. */
const lowest = 440;

/** Nouns that a view shows in its middle; anything else that is chosen is shown by the inspector alone. */
const shownIn: Record<string, string> = { timeline: "event", relations: "dyad", sources: "source", notes: "note" };

/** The panels at the sides of the view: beside it where there is room, else over it as drawers, of which one is open. */
export class SidePanels {
  width = $state(innerWidth);
  height = $state(innerHeight);
  #drawer = $state<Side>();

  /** The filter narrows the timeline and nothing else; the inspector leaves its room to drafts while nothing is selected, and to the sheet of two countries, which says the same and more. */
  hasUse(side: Side): boolean {
    if (side === "filter") return views.current === "timeline";
    return views.current === "review" ? selection.current !== null : views.current !== "relations" || selection.noun !== "dyad";
  }

  /** Widths of the panels beside the view in px; 0 for one that is not there. */
  readonly beside: Record<Side, number> = $derived.by(() => {
    const room = this.width < narrowest ? 0 : Math.floor(this.width * share) - rail;
    const wanted = (side: Side) => (panes[side].open && this.hasUse(side) ? panes[side].px : 0);
    const { filter, inspector } = panes;
    const inspectorPx = wanted("inspector") > 0 && room >= inspector.bounds.least ? Math.min(wanted("inspector"), room) : 0;
    if (wanted("filter") === 0) return { filter: 0, inspector: inspectorPx };
    // Both are narrowed before one has to go.
    const shrunk = inspectorPx === 0 ? 0 : Math.max(inspector.bounds.least, Math.min(inspectorPx, room - wanted("filter")));
    const filterPx = Math.min(wanted("filter"), room - shrunk);
    return filterPx >= filter.bounds.least ? { filter: filterPx, inspector: shrunk } : { filter: 0, inspector: inspectorPx };
  });

  /** The panel that lies over the view. */
  get drawer(): Side | undefined {
    return this.#drawer && this.beside[this.#drawer] === 0 && this.hasUse(this.#drawer) ? this.#drawer : undefined;
  }

  get hasOverview(): boolean {
    return panes.overview.open && this.height >= lowest;
  }

  isOpen(side: Side): boolean {
    return this.beside[side] > 0 || this.drawer === side;
  }

  open(side: Side): void {
    if (this.isOpen(side)) return;
    panes[side].setOpen(true);
    if (this.beside[side] === 0) this.#drawer = side;
  }

  close(side: Side): void {
    if (this.drawer === side) this.#drawer = undefined;
    else panes[side].setOpen(false);
  }

  closeDrawer(): void {
    this.#drawer = undefined;
  }

  toggle(side: Side): void {
    if (this.isOpen(side)) this.close(side);
    else this.open(side);
  }

  /** What is chosen and shown nowhere else opens the inspector over the view. */
  followSelection(): void {
    const { current, noun } = selection;
    if (current !== null && noun !== shownIn[views.current] && views.current !== "review" && this.beside.inspector === 0)
      this.open("inspector");
  }
}

export const sidePanels = new SidePanels();
