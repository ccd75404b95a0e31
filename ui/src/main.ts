import { start } from "./app/start";

const target = document.getElementById("app");
if (target) start(target);
