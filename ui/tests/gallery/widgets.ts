import "../../src/base/base.css";
import "../../src/widgets/controls.css";
import { mount } from "svelte";
import { language } from "../../src/base/language.svelte";
import { theme } from "../../src/base/theme.svelte";
import Widgets from "./Widgets.svelte";

// `?dark`, `?ko`: the page in another theme or language, for pictures and axe.
theme.start();
language.start();
if (location.search.includes("dark")) theme.choose("dark");
if (location.search.includes("light")) theme.choose("light");
language.choose(location.search.includes("ko") ? "ko" : "en");
mount(Widgets, { target: document.getElementById("app")! });
