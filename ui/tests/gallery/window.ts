import { carryBy } from "../../src/api";
import { start } from "../../src/app/start";
import { FakeHost } from "../fake-host";

// MiniBrowser stalls under WebDriver when a page changes its title, so here the title stays.
Object.defineProperty(document, "title", { value: document.title, writable: true });

// The whole window on the answers recorded from the core; `?closed` starts it without a dossier, `?long` with a very long text to review, `?blank` with nothing to review;
// `?import=visits.xlsx` chooses that file, `&slow` never ends its import.
const host = new FakeHost({}, !location.search.includes("closed"));
if (location.search.includes("long")) host.review.lengthen();
if (location.search.includes("blank")) host.review.sources = [];
const address = new URLSearchParams(location.search);
host.imports.chosen = address.get("import")?.split("|").filter(Boolean) ?? host.imports.chosen;
host.imports.slow = address.has("slow");
carryBy(host.call);
start(document.getElementById("app")!);
