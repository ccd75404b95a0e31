// chrono-node on the phrases of standard input: `node chrono.mjs FOLDER`, where FOLDER/node_modules holds it.
// Answers the first and last day of each phrase, the languages it reads, and the median time for all of them.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const chrono = createRequire(resolve(process.argv[2], "package.json"))("chrono-node");
const { times, phrases } = JSON.parse(readFileSync(0, "utf8"));

// Chinese stands for the simplified and the traditional script: its own parser tries both.
const parsers = { en: chrono.en, fr: chrono.fr, ja: chrono.ja, zh: chrono.zh, ko: chrono.ko };
const languages = Object.keys(parsers).filter((language) => parsers[language]);
const rows = phrases.map(({ text, reference, language }) => ({
  text,
  day: new Date(`${reference}T12:00:00Z`),
  parser: parsers[language],
}));

/** The longest date of a phrase, as ours is chosen. */
function read({ text, day, parser }) {
  const found = parser ? parser.parse(text, day) : [];
  return found.reduce((best, one) => (best && best.text.length >= one.text.length ? best : one), null);
}

function iso(year, month, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.toISOString().slice(0, 10);
}

/** A date is as exact as what was said of it: a year, a month of a year, else a day. */
function bounds(components) {
  const [year, month, day] = ["year", "month", "day"].map((part) => components.get(part));
  const said = (part) => components.isCertain(part);
  if (said("day") || said("weekday") || !(said("month") || said("year"))) {
    return [iso(year, month, day), iso(year, month, day)];
  }
  return said("month") ? [iso(year, month, 1), iso(year, month + 1, 0)] : [iso(year, 1, 1), iso(year, 12, 31)];
}

function days(result) {
  return result && [bounds(result.start)[0], bounds(result.end ?? result.start)[1]];
}

/** Milliseconds of processor time of this thread; of wall time where the system does not tell. */
function milliseconds() {
  try {
    return Number(readFileSync("/proc/self/schedstat", "utf8").split(" ")[0]) / 1e6;
  } catch {
    return performance.now();
  }
}

/** The clock moves in steps of up to ten milliseconds: all phrases are read again until this much is spent. */
const LONG_ENOUGH = 150;

function measured() {
  const before = milliseconds();
  let spent = 0;
  let runs = 0;
  while (spent < LONG_ENOUGH) {
    for (const row of rows) read(row);
    runs += 1;
    spent = milliseconds() - before;
  }
  return spent / runs;
}

const answered = rows.map((row) => days(read(row)));
const all = Array.from({ length: times }, measured).sort((a, b) => a - b);
const told = { days: answered, languages, milliseconds: all[Math.floor(times / 2)] };
process.stdout.write(JSON.stringify(told));
