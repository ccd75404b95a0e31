import "../base/base.css";
import "../widgets/controls.css";
import { mount } from "svelte";
import { followFocus } from "../base/focus";
import { keyboard } from "../base/keyboard.svelte";
import { language } from "../base/language.svelte";
import { scalePage } from "../api";
import { theme } from "../base/theme.svelte";
import { zoom } from "../base/zoom.svelte";
import App from "./App.svelte";

/** Puts the window into the page: theme and language first, so that the first paint is the right one. */
export function start(target: HTMLElement): void {
  theme.start();
  language.start();
  keyboard.follow();
  followFocus();
  zoom.start(scalePage);
  mount(App, { target });
}
