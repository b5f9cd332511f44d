/** A guide as it stands in docs/user-guide, read by build/guide.ts: what its Markdown says and no markup. */
export interface GuideText {
  heading: string;
  blocks: Block[];
}

export type Block =
  | { kind: "heading"; text: string }
  | { kind: "paragraph"; pieces: Piece[] }
  | { kind: "list"; ordered: boolean; items: Piece[][] };

/** `label`: the word for word name of something on the screen. */
export interface Piece {
  kind: "text" | "label";
  text: string;
}
