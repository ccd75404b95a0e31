import "../../src/base/base.css";
import "../../src/widgets/controls.css";
import { mount } from "svelte";
import { language } from "../../src/base/language.svelte";
import { theme } from "../../src/base/theme.svelte";
import { measure } from "./measure";
import Page from "./Page.svelte";

// `?dark`, `?ko`, `?marks=100000`: the timeline alone on a made-up record, for pictures and measurements in the real engine.
theme.start();
language.start();
const wishes = new URLSearchParams(location.search);
theme.choose(wishes.has("dark") ? "dark" : "light");
language.choose(wishes.has("ko") ? "ko" : "en");
mount(Page, { target: document.getElementById("app")!, props: { count: Number(wishes.get("marks") ?? 0) } });
Object.assign(window, { measure });
