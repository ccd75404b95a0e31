import { carryBy } from "../../src/api";
import { start } from "../../src/app/start";
import { FakeHost } from "../fake-host";
import { itemAnswers } from "../fake-items";

// MiniBrowser stalls under WebDriver when a page changes its title, so here the title stays.
Object.defineProperty(document, "title", { value: document.title, writable: true });

// The whole window on a made-up record; `?closed` starts it without a dossier.
carryBy(new FakeHost(itemAnswers, !location.search.includes("closed")).call);
start(document.getElementById("app")!);
