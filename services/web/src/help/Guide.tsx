import { BodyLong, Heading } from "@navikt/ds-react";
import type { Block, GuideText, Piece } from "./guide";

/** All that a guide says, below the heading of the page. */
export function Guide({ guide }: { guide: GuideText }) {
  return guide.blocks.map((block, index) => <Part key={index} block={block} />);
}

function Part({ block }: { block: Block }) {
  switch (block.kind) {
    case "heading":
      return (
        <Heading level="3" size="small">
          {block.text}
        </Heading>
      );
    case "paragraph":
      return (
        <BodyLong>
          <Line pieces={block.pieces} />
        </BodyLong>
      );
    case "list": {
      const points = block.items.map((pieces, index) => (
        <BodyLong as="li" key={index}>
          <Line pieces={pieces} />
        </BodyLong>
      ));
      return block.ordered ? (
        <ol className="help__list">{points}</ol>
      ) : (
        <ul className="help__list">{points}</ul>
      );
    }
  }
}

function Line({ pieces }: { pieces: Piece[] }) {
  return pieces.map(({ kind, text }, index) =>
    kind === "label" ? <strong key={index}>{text}</strong> : text,
  );
}
