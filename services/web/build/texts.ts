import type { Plugin } from "vite";
import { FIRST } from "../src/language/first";

const PART = /^(.*\.json)\?(first|rest)$/;

/** A language's texts in two parts: `nb.json?first` is what stands before the sign-in, `nb.json?rest` all else. */
export function texts(): Plugin {
  return {
    name: "samsnakk:texts",
    enforce: "pre",
    async load(id) {
      const [, file, part] = PART.exec(id) ?? [];
      if (!file) return undefined;
      this.addWatchFile(file);
      const all = JSON.parse(await this.fs.readFile(file, { encoding: "utf8" })) as Record<
        string,
        unknown
      >;
      const picked = Object.entries(all).filter(
        ([group]) => FIRST.includes(group) === (part === "first"),
      );
      return { code: JSON.stringify(Object.fromEntries(picked)), moduleType: "json" };
    },
  };
}
