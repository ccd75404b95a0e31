import { isOneOf, recall, remember } from "../base/memory";

/** The views of the window, in the order of the rail and of the keys 1 … 6. */
export const viewNames = ["timeline", "relations", "map", "sources", "notes", "review"] as const;

export type ViewName = (typeof viewNames)[number];

export const isViewName = isOneOf<ViewName>(...viewNames);

/** Which view is on screen, remembered between starts. */
export class Views {
  current = $state<ViewName>(recall("view", "timeline", isViewName));

  show(name: ViewName): void {
    this.current = name;
    remember("view", name);
  }
}
