import type { Plugin } from "vite";

/**
 * The window freezes `Object.prototype`. Assigning `constructor` or `toString` to an object that inherits from it then throws
 * (strict mode), and two of our libraries do that. Each edit makes the property the object's own before it is assigned.
 */
const edits: { file: RegExp; from: string; to: string }[] = [
  {
    file: /d3-color[\\/]dist[\\/]d3-color\.mjs$/,
    from: "prototype.constructor = constructor;",
    to: 'Object.defineProperty(prototype, "constructor", { value: constructor, writable: true, configurable: true });',
  },
  {
    file: /d3-color[\\/]dist[\\/]d3-color\.mjs$/,
    from: "prototype[key] = definition[key];",
    to: "Object.defineProperty(prototype, key, { value: definition[key], writable: true, configurable: true, enumerable: true });",
  },
  {
    file: /d3-format[\\/]dist[\\/]d3-format\.mjs$/,
    from: "FormatSpecifier.prototype.toString = function",
    to: 'Object.defineProperty(FormatSpecifier.prototype, "toString", { value: undefined, writable: true, configurable: true });\nFormatSpecifier.prototype.toString = function',
  },
];

/** Fails the build when a library no longer reads as expected, so that an edit is never lost unseen. */
export function frozenPrototype(): Plugin {
  return {
    name: "frozen-prototype",
    transform(code, id) {
      const wanted = edits.filter(({ file }) => file.test(id));
      if (wanted.length === 0) return null;
      for (const { from } of wanted) if (!code.includes(from)) this.error(`“${from}” is no longer in ${id}: see frozen-prototype.ts`);
      return { code: wanted.reduce((text, { from, to }) => text.replace(from, to), code), map: null };
    },
  };
}
