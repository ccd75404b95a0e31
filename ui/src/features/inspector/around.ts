/** The words before a quote, from the first whole word of the line it stands in. */
export function before(prefix: string): string {
  const line = prefix.split("\n").at(-1) ?? "";
  if (line !== prefix) return line;
  const whole = /^\S*\s+(.*)$/s.exec(line)?.[1];
  return whole === undefined ? (line === "" ? "" : `…${line}`) : `… ${whole}`;
}

/** The words after a quote, up to the last whole word of the line it stands in. */
export function after(suffix: string): string {
  const line = suffix.split("\n")[0] ?? "";
  if (line !== suffix) return line;
  const whole = /^(.*)\s+\S*$/s.exec(line)?.[1];
  return whole === undefined ? (line === "" ? "" : `${line}…`) : `${whole} …`;
}
