import ClipboardPaste from "@lucide/svelte/icons/clipboard-paste";
import Copy from "@lucide/svelte/icons/copy";
import FileJson from "@lucide/svelte/icons/braces";
import FileInput from "@lucide/svelte/icons/file-input";
import FilePlus from "@lucide/svelte/icons/file-plus";
import FileText from "@lucide/svelte/icons/file-text";
import FolderOpen from "@lucide/svelte/icons/folder-open";
import History from "@lucide/svelte/icons/history";
import Import from "@lucide/svelte/icons/import";
import Languages from "@lucide/svelte/icons/languages";
import Rss from "@lucide/svelte/icons/rss";
import Settings from "@lucide/svelte/icons/settings-2";
import SunMoon from "@lucide/svelte/icons/sun-moon";
import { language } from "../base/language.svelte";
import { theme, type ThemeChoice } from "../base/theme.svelte";
import { m } from "../paraglide/messages";
import { commands, session } from "../state";
import { whyNot } from "../state/writing";
import type { Icon } from "../widgets/icon";
import type { MenuEntry } from "../widgets/menu";
import { dossierActs } from "./dossier-acts";
import { shell } from "./shell.svelte";
import { themeName } from "./window-commands";

function recentEntries(): MenuEntry[] {
  const recent = session.recent.map((one): MenuEntry => ({
    type: "act",
    label: one.title,
    note: one.folder,
    onselect: () => void dossierActs.openRecent(one.key),
  }));
  const samples = session.samples.map((one): MenuEntry => ({
    type: "act",
    label: one.title,
    onselect: () => void dossierActs.openSample(one.name),
  }));
  const none: MenuEntry = { type: "act", label: m.dossier_recent_none(), onselect: () => undefined, disabled: true };
  return [
    ...(recent.length > 0 ? recent : [none]),
    ...(samples.length > 0 ? [{ type: "heading", label: m.dossier_samples() } as MenuEntry, ...samples] : []),
  ];
}

function themeEntries(): MenuEntry[] {
  const choices: ThemeChoice[] = ["light", "dark", "system"];
  return choices.map((choice) => ({
    type: "choice",
    label: themeName(choice),
    checked: theme.choice === choice,
    onselect: () => theme.choose(choice),
  }));
}

function languageEntries(): MenuEntry[] {
  return language.choices.map(({ locale, name }) => ({
    type: "choice",
    label: name,
    checked: language.current === locale,
    onselect: () => language.choose(locale),
  }));
}

/** The ways in for documents. */
function captureEntries(): MenuEntry[] {
  const ways: [string, () => string, Icon][] = [
    ["capture.paste", m.capture_paste, ClipboardPaste],
    ["capture.files", m.capture_files, FileText],
    ["capture.feed", m.capture_feed, Rss],
  ];
  const known = ways.filter(([id]) => commands.find(id));
  const entries = known.map(([id, label, icon]): MenuEntry => ({
    type: "act",
    label: label(),
    icon,
    onselect: () => commands.run(id),
    why: whyNot(),
    ...(id === "capture.paste" ? { chord: "mod+v" } : {}),
  }));
  return entries.length > 0 ? [{ type: "separator" }, ...entries] : [];
}

/** The conventions of the dossier, where the feature is there. */
function settingsEntry(disabled: boolean): MenuEntry[] {
  const command = commands.find("settings");
  return command
    ? [{ type: "act", label: command.title(), icon: Settings, onselect: () => commands.run("settings"), disabled, why: whyNot() }]
    : [];
}

/** The lines of the dossier's menu. */
export function dossierEntries(): MenuEntry[] {
  const none = session.dossier === null;
  return [
    { type: "act", label: m.dossier_new(), icon: FilePlus, onselect: () => (shell.newDossier = true) },
    { type: "act", label: m.dossier_new_from_file(), icon: FileInput, onselect: () => void dossierActs.createFromFile() },
    { type: "act", label: m.dossier_open(), icon: FolderOpen, chord: "mod+o", onselect: () => void dossierActs.open() },
    { type: "more", label: m.dossier_recent(), icon: History, entries: recentEntries() },
    ...captureEntries(),
    { type: "separator" },
    {
      type: "act",
      label: m.dossier_save_copy(),
      icon: Copy,
      chord: "mod+shift+s",
      onselect: () => void dossierActs.saveCopy(),
      disabled: none,
    },
    { type: "act", label: m.dossier_export(), icon: FileJson, onselect: () => void dossierActs.export(), disabled: none },
    { type: "act", label: m.dossier_import(), icon: Import, onselect: () => commands.run("dossier.import"), disabled: none, why: whyNot() },
    ...settingsEntry(none),
    { type: "separator" },
    { type: "more", label: m.settings_theme(), icon: SunMoon, entries: themeEntries() },
    { type: "more", label: m.settings_language(), icon: Languages, entries: languageEntries() },
    { type: "separator" },
    { type: "act", label: m.settings_about({ version: session.version }), onselect: () => undefined, disabled: true },
  ];
}
