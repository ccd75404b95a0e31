import type { ObstacleCode, ObstacleView } from "../api";
import { language } from "../base/language.svelte";
import { m } from "../paraglide/messages";

type Say = (named: { user: string; megabytes: string }) => string;

/** What stands in the way, without and with what is known of it more closely, and what can be done. */
interface Wording {
  bare: Say;
  known?: Say;
  hint: () => string;
}

/** `other` has the core's words alone, which are English. */
const wordings: Record<Exclude<ObstacleCode, "other">, Wording> = {
  "in-use": { bare: m.obstacle_in_use, known: m.obstacle_in_use_by, hint: m.obstacle_hint_close },
  "other-name": { bare: m.obstacle_other_name, hint: m.obstacle_hint_close },
  "other-name-left": { bare: m.obstacle_other_name_left, hint: m.obstacle_hint_other_name },
  "file-protected": { bare: m.obstacle_file_protected, known: m.obstacle_file_protected_of, hint: m.obstacle_hint_copy },
  "folder-protected": { bare: m.obstacle_folder_protected, known: m.obstacle_folder_protected_of, hint: m.obstacle_hint_copy },
  "disk-protected": { bare: m.obstacle_disk_protected, hint: m.obstacle_hint_copy },
  "disk-full": { bare: m.obstacle_disk_full, known: m.obstacle_disk_full_by, hint: m.obstacle_hint_free },
  "opened-to-read": { bare: m.obstacle_opened_to_read, hint: m.obstacle_hint_again },
};

/** Why the dossier cannot be changed and what can be done, in the language of the page. */
export function obstacleText({ code, user, megabytes, message }: ObstacleView): string {
  if (code === "other") {
    return language.current === "en" ? m.read_only_file({ reason: message, hint: m.obstacle_hint_copy() }) : m.error_read_only();
  }
  const { bare, known, hint } = wordings[code];
  const say = known && (user !== null || megabytes !== null) ? known : bare;
  return m.read_only_file({ reason: say({ user: user ?? "", megabytes: String(megabytes ?? "") }), hint: hint() });
}
