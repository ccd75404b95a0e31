import { isInspecting } from "../../forms";
import { m } from "../../paraglide/messages";
import { views, type Command } from "../../state";
import { barrier } from "../../state/writing";
import { isIn } from "./marks";
import type { Review } from "./review.svelte";

/** Whether Enter is free to open what the draft became: a focused button or field has its own use for it. */
const enterIsFree = (): boolean => {
  const at = document.activeElement;
  return at === null || at === document.body || at.matches("[data-draft], [data-text]");
};

/** The keys of the view, as commands: they are in the palette and on the key sheet while drafts are under review. */
export function reviewCommands(review: Review): Command[] {
  // With the focus in the inspector a key means what stands there.
  const here = () => views.current === "review" && review.answer?.source != null && !review.form && !review.choosing && !isInspecting();
  const some = () => here() && review.drafts.length > 0;
  const open = () => some() && review.draft !== undefined && review.isOpen(review.draft);
  const reading = ["next", "previous", "first", "last", "next-source", "previous-source", "show"];
  const several = () => here() && (review.answer?.queue.length ?? 0) > 1;
  const command = (id: string, title: () => string, chord: string | string[], run: () => unknown, enabled: () => boolean): Command => ({
    id: `review.${id}`,
    group: "review",
    title,
    chord,
    run,
    enabled,
    ahead: true,
    ...(reading.includes(id) ? {} : { barred: barrier }),
  });
  return [
    command("next", m.review_next, ["j", "arrowdown"], () => review.step(1), some),
    command("previous", m.review_previous, ["k", "arrowup"], () => review.step(-1), some),
    command("first", m.review_first, "home", () => review.edge(false), some),
    command("last", m.review_last, "end", () => review.edge(true), some),
    command(
      "accept",
      () => (review.duplicates.length > 0 ? m.review_keep_apart() : m.review_accept()),
      "a",
      () => review.accept(),
      () => some() && review.draft !== undefined && !isIn(review.draft),
    ),
    command("reject", m.review_reject, ["x", "delete", "backspace"], () => review.reject(), open),
    command("edit", m.review_edit, "e", () => review.edit(), open),
    command(
      "above",
      m.review_above,
      "shift+a",
      () => (review.choosing = true),
      () => some() && review.open.length > 0,
    ),
    command(
      "merge",
      m.review_merge,
      "m",
      () => review.merge(),
      () => open() && review.duplicates.length > 0,
    ),
    command(
      "link",
      m.review_link,
      "l",
      () => review.link(),
      () => open() && review.canLink,
    ),
    command(
      "remember",
      m.review_remember,
      "r",
      () => review.memory.remember(),
      () => some() && review.memory.offers.length > 0,
    ),
    command("again", m.review_again, "g", () => review.readAgain(), here),
    command("next-source", m.review_next_source, "n", () => review.turn(1), several),
    command("previous-source", m.review_previous_source, "p", () => review.turn(-1), several),
    command(
      "show",
      m.review_show,
      "enter",
      () => review.show(),
      () => some() && review.draft?.became != null && enterIsFree(),
    ),
  ];
}
