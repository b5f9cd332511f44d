import type { Entry } from "./entries";

/*
 * How high a row will be about, in pixels, before it has been drawn on a narrow screen. What is read
 * never moves; but for each bad guess all rows in the page are placed anew, in the midst of scrolling.
 */
const LINE = 24;
const CHARACTERS_IN_A_LINE = 38;
const AROUND_A_BUBBLE = 22;
const NAME = 36;
const READ_BY = 24;
const SEPARATOR = 48;

export function estimatedHeight(entry: Entry): number {
  switch (entry.kind) {
    case "day":
    case "new":
    case "gap":
      return SEPARATOR;
    case "unsent":
      return AROUND_A_BUBBLE + NAME + READ_BY + heightOf(entry.unsent.body);
    case "message":
      return (
        AROUND_A_BUBBLE +
        (entry.startsGroup ? NAME : 0) +
        (entry.endsGroup ? READ_BY : 0) +
        heightOf(entry.message.body ?? "")
      );
  }
}

function heightOf(body: string): number {
  const lines = body.split("\n");
  const count = lines.reduce((sum, it) => sum + Math.ceil(it.length / CHARACTERS_IN_A_LINE), 0);
  return LINE * Math.max(lines.length, count);
}
