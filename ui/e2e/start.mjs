// Runs a TypeScript program of this folder: `node start.mjs shot.ts …`. Its arguments are what follows.
import { resolve } from "node:path";
import { runnerImport } from "vite";

const [program, ...words] = process.argv.slice(2);
const { module } = await runnerImport(resolve(import.meta.dirname, program), { configFile: false, logLevel: "error" });
try {
  await module.main(words);
  process.exit(0);
} catch (error) {
  console.error(`error: ${error.message}`);
  process.exit(1);
}
