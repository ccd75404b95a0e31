import BookOpen from "@lucide/svelte/icons/book-open";
import CalendarPlus from "@lucide/svelte/icons/calendar-plus";
import ClipboardPaste from "@lucide/svelte/icons/clipboard-paste";
import FilePlus from "@lucide/svelte/icons/file-plus";
import FileText from "@lucide/svelte/icons/file-text";
import Import from "@lucide/svelte/icons/import";
import NotebookPen from "@lucide/svelte/icons/notebook-pen";
import Rss from "@lucide/svelte/icons/rss";
import Spline from "@lucide/svelte/icons/spline";
import { m } from "../paraglide/messages";
import type { Icon } from "../widgets/icon";

/** What fills an empty view: a command, as a newcomer is told of it. */
export interface Way {
  icon: Icon;
  label: () => string;
  text: () => string;
}

/** By the command that goes it. */
export const ways = {
  "capture.paste": { icon: ClipboardPaste, label: m.capture_paste, text: m.way_paste },
  "capture.files": { icon: FileText, label: m.capture_files, text: m.way_files },
  "capture.feed": { icon: Rss, label: m.capture_feed, text: m.way_feed },
  "create.event": { icon: CalendarPlus, label: m.create_event, text: m.way_event },
  "create.tie": { icon: Spline, label: m.create_tie, text: m.way_tie },
  "create.source": { icon: FilePlus, label: m.create_source, text: m.way_source },
  "create.note": { icon: NotebookPen, label: m.create_note, text: m.way_note },
  "dossier.import": { icon: Import, label: m.dossier_import, text: m.way_import },
  "dossier.sample": { icon: BookOpen, label: m.dossier_sample, text: m.way_sample },
} satisfies Record<string, Way>;

export type WayId = keyof typeof ways;
