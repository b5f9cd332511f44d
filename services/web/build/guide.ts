import { lexer, type Token, type Tokens } from "marked";
import type { Plugin } from "vite";
import type { Block, GuideText, Piece } from "../src/help/guide";

/*
 * The guides in docs/user-guide are Markdown, for whoever reads them there. For the app they become
 * data while it is built, so that no browser gets a parser or markup. What a guide may be made of is
 * what stands here; anything else, HTML first, stops the build.
 */

const GUIDE = /\/docs\/user-guide\/[^/]+\.md$/;

export function guide(): Plugin {
  return {
    name: "samsnakk:guide",
    enforce: "pre",
    transform(text, id) {
      if (!GUIDE.test(id)) return undefined;
      const code = `export default ${JSON.stringify(readGuide(text))};`;
      return { code, map: null, moduleType: "js" };
    },
  };
}

export function readGuide(markdown: string): GuideText {
  const [title, ...rest] = lexer(markdown).filter(({ type }) => type !== "space");
  if (title?.type !== "heading" || (title as Tokens.Heading).depth !== 1) {
    throw new Error("a guide begins with its title");
  }
  return { heading: plain(title as Tokens.Heading), blocks: rest.map(block) };
}

function block(token: Token): Block {
  switch (token.type) {
    case "heading":
      if ((token as Tokens.Heading).depth !== 2) break;
      return { kind: "heading", text: plain(token as Tokens.Heading) };
    case "paragraph":
      return { kind: "paragraph", pieces: pieces((token as Tokens.Paragraph).tokens) };
    case "list": {
      const { ordered, items } = token as Tokens.List;
      return { kind: "list", ordered, items: items.map(item) };
    }
  }
  throw new Error(`a guide has no ${token.type} like ${token.raw}`);
}

/** One line of text: nothing lies deeper. */
function item({ tokens }: Tokens.ListItem): Piece[] {
  const [line, ...more] = tokens;
  if (line?.type !== "text" || more.length > 0) throw new Error("a point of a guide is one line");
  return pieces((line as Tokens.Text).tokens ?? []);
}

function pieces(tokens: Token[]): Piece[] {
  return tokens.map((token) => {
    if (token.type === "text") return { kind: "text", text: (token as Tokens.Text).text };
    if (token.type === "strong") return { kind: "label", text: plain(token as Tokens.Strong) };
    throw new Error(`a guide has no ${token.type} like ${token.raw}`);
  });
}

function plain({ tokens }: Tokens.Heading | Tokens.Strong): string {
  return pieces(tokens)
    .map(({ text }) => text)
    .join("");
}
