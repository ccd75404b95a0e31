import { isOneOf, recall, remember } from "../base/memory";

/** The views of the window in the order of the rail, each with its key. 3 is free. */
export const viewKeys = { timeline: "1", relations: "2", sources: "4", notes: "5", review: "6" } as const;

export type ViewName = keyof typeof viewKeys;

export const viewNames = Object.keys(viewKeys) as readonly ViewName[];

export const isViewName = isOneOf<ViewName>(...viewNames);

/** Which view is on screen, remembered between starts. */
export class Views {
  current = $state<ViewName>(recall("view", "timeline", isViewName));

  show(name: ViewName): void {
    this.current = name;
    remember("view", name);
  }
}
