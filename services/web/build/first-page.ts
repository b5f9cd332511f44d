import { build, runnerImport, type Plugin, type Rollup } from "vite";

/*
 * What stands in index.html before the app has started: the welcome page and the place of a room in
 * each language, drawn by the app's own components, of which a small script (src/app/first.ts)
 * shows one or none. Styles that components write onto elements become classes: the content
 * security policy allows none in a page.
 */

const LANGUAGES = ["nb", "nn", "en"];
const SCRIPT = "first.js";
/** What the app starts with is for the first script to say: the one that starts it stands last. */
const STARTED = new RegExp(
  /\n *<(?:script type="module"|link rel="modulepreload")[^>]*/.source +
    /(?:src|href)="\/([^"]+)"[^>]*>(?:<\/script>)?/.source,
  "g",
);
const ROOT = '<div id="root"></div>';

type FirstPage = { firstPage: (language: string) => Promise<string> };

/** Imported by main.tsx; empty where the app is not built but served as it is. */
const STYLES = "virtual:first-page.css";

export function firstPage(): Plugin {
  let building = false;
  const rules = new Map<string, string>();
  let pages = "";
  return {
    name: "samsnakk:first-page",
    configResolved({ command }) {
      building = command === "build";
    },
    async buildStart() {
      if (!building) return;
      const { module } = await runnerImport<FirstPage>("./src/app/firstPage.tsx", {
        configFile: false,
      });
      const drawn = await Promise.all(
        LANGUAGES.map(
          async (language) =>
            `<div class="first" lang="${language}">${await module.firstPage(language)}</div>`,
        ),
      );
      pages = drawn.map((page) => withoutStyles(withoutPreloads(page), rules)).join("");
      this.emitFile({ type: "asset", name: SCRIPT, source: await firstScript() });
    },
    resolveId: (id) => (id === STYLES ? `\0${STYLES}` : undefined),
    load: (id) => (id === `\0${STYLES}` ? (building ? styleSheet(rules) : "") : undefined),
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle }) {
        if (!bundle) return html;
        if (!html.includes(ROOT)) throw new Error("index.html has lost its root");
        const started: string[] = [];
        const bare = html.replace(STARTED, (tag, file: string) => {
          if (tag.includes("<script")) started.push(file);
          else started.unshift(file);
          return "";
        });
        return bare
          .replace(ROOT, `<div id="root">${pages}</div>`)
          .replace("</title>", `</title>\n    ${scriptTag(bundle, started)}`);
      },
    },
  };
}

function scriptTag(bundle: Rollup.OutputBundle, started: string[]): string {
  const script = Object.values(bundle).find(
    (it) => it.type === "asset" && it.names.includes(SCRIPT),
  );
  if (!script) throw new Error("the first script is not there");
  const attributes = Object.entries(ahead(bundle, started)).map(
    ([name, value]) => `${name}="${value}"`,
  );
  return `<script src="/${script.fileName}" ${attributes.join(" ")}></script>`;
}

/**
 * What the first script has fetched, and the one that it starts last of `data-start`: the app, each
 * language's texts, what is for all who are signed in, and what a room is made of.
 */
function ahead(bundle: Rollup.OutputBundle, started: string[]): Record<string, string> {
  const there = new Set(started);
  const chunks = Object.values(bundle).filter((it) => it.type === "chunk");
  const of = (source: string) => {
    const chunk = chunks.find((it) => it.facadeModuleId?.endsWith(source));
    if (!chunk) throw new Error(`${source} is no chunk of its own`);
    const files = withImports(bundle, chunk.fileName).filter((it) => !there.has(it));
    const styles = files.flatMap((it) => stylesOf(bundle[it]));
    return [...files, ...styles].map((it) => `/${it}`).join(" ");
  };
  return {
    "data-start": started.map((it) => `/${it}`).join(" "),
    ...Object.fromEntries(LANGUAGES.map((it) => [`data-${it}`, of(`/src/language/${it}.ts`)])),
    ...Object.fromEntries(
      LANGUAGES.map((it) => [`data-${it}-rest`, of(`/src/language/${it}.json?rest`)]),
    ),
    "data-signed-in": of("/src/app/signed-in.ts"),
    "data-room": of("/src/rooms/RoomScreen.tsx"),
  };
}

function stylesOf(chunk: Rollup.OutputBundle[string] | undefined): string[] {
  return chunk?.type === "chunk" ? [...(chunk.viteMetadata?.importedCss ?? [])] : [];
}

function withImports(bundle: Rollup.OutputBundle, file: string, seen = new Set<string>()) {
  const chunk = bundle[file];
  if (chunk?.type === "chunk" && !seen.has(file)) {
    seen.add(file);
    for (const imported of chunk.imports) withImports(bundle, imported, seen);
  }
  return [...seen];
}

/** React's own; what they fetch is fetched by the page anyway. */
function withoutPreloads(page: string): string {
  return page.replace(/<link rel="preload"[^>]*>/g, "");
}

/** Each style becomes a class, the same one wherever it is the same. */
function withoutStyles(page: string, rules: Map<string, string>): string {
  return page.replace(/<\w+[^>]*\sstyle="[^"]*"[^>]*>/g, (tag) => {
    const style = /\sstyle="([^"]*)"/.exec(tag)?.[1] ?? "";
    const name = rules.get(style) ?? `first__${rules.size + 1}`;
    rules.set(style, name);
    const bare = tag.replace(/\sstyle="[^"]*"/, "");
    return /\sclass="/.test(bare)
      ? bare.replace(/\sclass="/, ` class="${name} `)
      : bare.replace(/^<\w+/, (it) => `${it} class="${name}"`);
  });
}

function styleSheet(rules: Map<string, string>): string {
  const shown = LANGUAGES.map((it) => `[data-first]:lang(${it}) .first[lang="${it}"]`);
  return [
    ".first{display:none}",
    `${shown.join(",")}{display:contents}`,
    '[data-first="frame"] .first .welcome{display:none}',
    ".first .first__room{display:none}",
    '[data-first="room"] .first .first__room{display:flex}',
    '[data-first="room"] .first .first__frame{display:none}',
    ...[...rules].map(([style, name]) => `.first .${name}{${style.replaceAll("&quot;", '"')}}`),
  ].join("\n");
}

async function firstScript(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      lib: { entry: "src/app/first.ts", formats: ["iife"], name: "first" },
    },
  })) as Rollup.RollupOutput[];
  const [chunk] = built.flatMap((it) => it.output).filter((it) => it.type === "chunk");
  if (!chunk) throw new Error("src/app/first.ts has become nothing");
  return chunk.code;
}
