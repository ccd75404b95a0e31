import { language } from "../base/language.svelte";
import { theme, type ThemeChoice } from "../base/theme.svelte";
import { zoom } from "../base/zoom.svelte";
import { m } from "../paraglide/messages";
import { asOf, filter, selection, session, views, viewKeys, type Command } from "../state";
import { redoText, undoText } from "../state/operations";
import { dossierActs } from "./dossier-acts";
import { panes } from "./panes";
import { shell } from "./shell.svelte";
import { sidePanels } from "./side-panels.svelte";
import { viewEntries } from "./views";

const open = () => session.dossier !== null;
/** Where the filter narrows nothing, its panel is not shown, and its keys stand with those of the timeline. */
const filtered = () => open() && sidePanels.hasUse("filter");

const themes: Record<ThemeChoice, () => string> = { light: m.theme_light, dark: m.theme_dark, system: m.theme_system };

function viewCommands(): Command[] {
  return viewEntries.map(({ name, title }) => ({
    id: `view.${name}`,
    group: "view",
    title,
    chord: viewKeys[name],
    run: () => views.show(name),
    enabled: open,
  }));
}

function panelCommands(): Command[] {
  return [
    {
      id: "panel.filter",
      group: "timeline",
      title: m.panels_filter,
      chord: "mod+b",
      run: () => sidePanels.toggle("filter"),
      enabled: filtered,
    },
    {
      id: "panel.inspector",
      group: "view",
      title: m.panels_inspector,
      chord: "mod+i",
      run: () => sidePanels.toggle("inspector"),
      enabled: open,
      whileTyping: false,
    },
    { id: "inspector.open", group: "view", title: m.inspector_show, run: () => sidePanels.open("inspector"), enabled: open, hidden: true },
    { id: "panel.overview", group: "view", title: m.panels_overview, run: () => panes.overview.toggle(), enabled: open },
    { id: "filter.focus", group: "timeline", title: m.filter_focus, chord: "/", run: focusFilter, enabled: filtered },
    { id: "filter.clear", group: "timeline", title: m.filter_clear, run: () => filter.clear(), enabled: () => open() && filter.count > 0 },
    {
      id: "drawer.close",
      group: "view",
      title: m.drawer_close,
      chord: "escape",
      run: () => sidePanels.closeDrawer(),
      enabled: () => sidePanels.drawer !== undefined,
      hidden: true,
      ahead: true,
    },
    {
      id: "selection.clear",
      group: "view",
      title: m.selection_clear,
      chord: "escape",
      run: () => selection.clear(),
      enabled: () => selection.current !== null,
    },
  ];
}

function focusFilter(): void {
  sidePanels.open("filter");
  // The field is in the page only after the panel has opened.
  requestAnimationFrame(() => {
    shell.filterField?.focus();
    shell.filterField?.select();
  });
}

function editCommands(): Command[] {
  return [
    {
      id: "edit.undo",
      group: "edit",
      title: () => undoText(session.dossier?.change.undo),
      chord: "mod+z",
      run: dossierActs.undo,
      enabled: () => session.dossier?.change.undo != null,
      whileTyping: false,
    },
    {
      id: "edit.redo",
      group: "edit",
      title: () => redoText(session.dossier?.change.redo),
      chord: ["mod+shift+z", "mod+y"],
      run: dossierActs.redo,
      enabled: () => session.dossier?.change.redo != null,
      whileTyping: false,
    },
  ];
}

function timeCommands(): Command[] {
  return [
    { id: "asof.back", group: "time", title: m.asof_back, chord: "[", run: () => asOf.step(-1), enabled: open },
    { id: "asof.forward", group: "time", title: m.asof_forward, chord: "]", run: () => asOf.step(1), enabled: open },
    { id: "asof.today", group: "time", title: m.asof_today, run: () => asOf.set(null), enabled: () => asOf.day !== null },
  ];
}

function openSample(): void {
  const sample = session.samples[0];
  if (sample) void dossierActs.openSample(sample.name);
}

function dossierCommands(): Command[] {
  return [
    { id: "dossier.new", group: "dossier", title: m.dossier_new, run: () => (shell.newDossier = true) },
    { id: "dossier.from-file", group: "dossier", title: m.dossier_new_from_file, run: () => dossierActs.createFromFile() },
    { id: "dossier.sample", group: "dossier", title: m.dossier_sample, run: () => openSample(), enabled: () => session.samples.length > 0 },
    { id: "dossier.open", group: "dossier", title: m.dossier_open, chord: "mod+o", run: dossierActs.open },
    {
      id: "dossier.copy",
      group: "dossier",
      title: m.dossier_save_copy,
      chord: "mod+shift+s",
      run: () => dossierActs.saveCopy(),
      enabled: open,
    },
    { id: "dossier.export", group: "dossier", title: m.dossier_export, run: () => dossierActs.export(), enabled: open },
  ];
}

function settingCommands(): Command[] {
  const choices = Object.keys(themes) as ThemeChoice[];
  return [
    ...choices.map((choice): Command => ({
      id: `theme.${choice}`,
      group: "settings",
      title: () => m.theme_command({ theme: themes[choice]() }),
      words: m.theme_words,
      run: () => theme.choose(choice),
    })),
    ...language.choices.map(({ locale, name }): Command => ({
      id: `language.${locale}`,
      group: "settings",
      title: () => m.language_command({ language: name }),
      run: () => language.choose(locale),
    })),
    { id: "zoom.in", group: "settings", title: m.zoom_in, chord: ["mod++", "mod+="], run: () => zoom.step(1) },
    { id: "zoom.out", group: "settings", title: m.zoom_out, chord: "mod+-", run: () => zoom.step(-1) },
    { id: "zoom.reset", group: "settings", title: m.zoom_reset, chord: "mod+0", run: () => zoom.set(1), enabled: () => zoom.factor !== 1 },
    { id: "palette", group: "view", title: m.palette_open, chord: "mod+k", run: () => (shell.palette = true), hidden: true },
    { id: "dialog.make", group: "create", title: m.keys_dialog_make, chord: "mod+enter", run: () => undefined, native: true, hidden: true },
    { id: "keys", group: "settings", title: m.keys_show, chord: "?", run: () => (shell.keys = true) },
  ];
}

export const themeName = (choice: ThemeChoice): string => themes[choice]();

/** The commands of the window itself; features add theirs. */
export const windowCommands = (): Command[] => [
  ...viewCommands(),
  ...panelCommands(),
  ...editCommands(),
  ...timeCommands(),
  ...dossierCommands(),
  ...settingCommands(),
];
