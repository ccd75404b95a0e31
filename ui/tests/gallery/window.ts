import { carryBy } from "../../src/api";
import { start } from "../../src/app/start";
import { FakeHost } from "../fake-host";

// The whole window on a made-up record; `?closed` starts it without a dossier.
carryBy(new FakeHost({}, !location.search.includes("closed")).call);
start(document.getElementById("app")!);
