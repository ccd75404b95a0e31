import type { WhyView } from "../api";
import { m } from "../paraglide/messages";

type Say = (values: Record<string, string>) => string;

/** The words of the reasons and of what fills them, keyed by the codes of the core: `refused_too_long`, `refused_too_long_hint`, `refused_word_pdf`. */
const words = m as unknown as Record<string, Say | undefined>;

const keyed = (code: string, part = ""): Say | undefined => words[`refused_${code.replaceAll("-", "_")}${part}`];

/** A value that is a word of ours comes as its key: `@pdf`. */
function valueOf(value: string): string {
  return (value.startsWith("@") && keyed(`word_${value.slice(1)}`)?.({})) || value;
}

function say({ reason, values }: WhyView, part: string): string | undefined {
  const said = Object.entries(values).map(([name, value]): [string, string] => [name, valueOf(value)]);
  return keyed(reason, part)?.(Object.fromEntries(said));
}

/** What is wrong, in the language of the page and without a full stop. */
export const refusalText = (why: WhyView): string | undefined => say(why, "");

/** What to do about it. */
export const refusalHint = (why: WhyView): string | undefined => say(why, "_hint");
