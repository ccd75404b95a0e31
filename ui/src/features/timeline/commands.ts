import { m } from "../../paraglide/messages";
import { range, views, type Command } from "../../state";
import { stepAlong, stepLane } from "../../timeline/stepping";
import type { Timeline } from "../../timeline/timeline.svelte";

/** The keys of the picture, for when nothing else has the focus; on the picture itself it takes them first. */
export function timelineCommands(timeline: Timeline, selected: () => string | undefined, select: (id: string) => void): Command[] {
  const here = () => views.current === "timeline";
  // A list, a slider or a menu that has the focus has a use for arrows of its own.
  const free = () => here() && (document.activeElement === document.body || document.activeElement?.tagName === "MAIN");
  const step = (next: () => string | undefined) => () => {
    const id = next();
    if (id !== undefined) select(id);
  };
  const command = (id: string, title: () => string, chord: string | string[], run: () => unknown, enabled = here): Command => ({
    id: `timeline.${id}`,
    group: "timeline",
    title,
    chord,
    run,
    enabled,
  });
  /** Keys that the picture itself listens for. */
  const own = (id: string, title: () => string, chord: string[]): Command => ({
    ...command(id, title, chord, () => undefined),
    native: true,
    hidden: true,
  });
  return [
    command(
      "previous",
      m.timeline_previous,
      "arrowleft",
      step(() => stepAlong(timeline, selected(), -1)),
      free,
    ),
    command(
      "next",
      m.timeline_next,
      "arrowright",
      step(() => stepAlong(timeline, selected(), 1)),
      free,
    ),
    command(
      "up",
      m.timeline_lane_up,
      "arrowup",
      step(() => stepLane(timeline, selected(), -1)),
      free,
    ),
    command(
      "down",
      m.timeline_lane_down,
      "arrowdown",
      step(() => stepLane(timeline, selected(), 1)),
      free,
    ),
    command("fit", m.timeline_fit, "0", timeline.fit),
    command("closer", m.timeline_zoom_in, ["+", "="], () => range.zoom(1 / 1.5)),
    command("farther", m.timeline_zoom_out, "-", () => range.zoom(1.5)),
    own("pan", m.timeline_key_pan, ["shift+arrowleft", "shift+arrowright"]),
    own("page", m.timeline_key_page, ["pageup", "pagedown"]),
    own("open", m.timeline_key_open, ["enter"]),
  ];
}
