import { numberText } from "../base/numbers";
import { m } from "../paraglide/messages";
import { isStatus, statusLabel } from "../widgets/status";
import { rangeText } from "./range";
import type { Described } from "./source";
import type { Timeline } from "./timeline.svelte";

/** An event as one sentence. */
export function spokenMark(words: Described | undefined): string {
  if (!words) return "";
  const status = isStatus(words.status) ? statusLabel(words.status) : words.status;
  const date = words.date ?? m.date_unknown();
  return [words.title, date, words.actors.map((actor) => actor.name).join(", "), words.kind, status]
    .filter((part) => part !== "")
    .join(". ");
}

/** What the picture shows, for those who do not see it. */
export function spokenSummary(timeline: Timeline): string {
  const frame = timeline.scene?.frame;
  const counted = frame?.cellCounts.reduce((sum, count) => sum + count, 0) ?? 0;
  return m.timeline_summary({
    lanes: numberText(timeline.lanes.length),
    range: rangeText(timeline.view.start, timeline.end),
    drawn: numberText(frame?.dated ?? 0),
    counted: numberText(counted),
  });
}
