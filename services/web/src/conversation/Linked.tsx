import { Link } from "@navikt/ds-react";
import { Fragment, useMemo } from "react";
import { partsOf, type Part } from "./textParts";

/** A text with its addresses and telephone numbers alive. Nothing of where they lead is fetched. */
export function Linked({ text }: { text: string }) {
  const parts = useMemo(() => partsOf(text), [text]);
  return parts.map((part, at) => (
    <Fragment key={at}>
      <Shown part={part} />
    </Fragment>
  ));
}

function Shown({ part }: { part: Part }) {
  switch (part.kind) {
    case "text":
      return part.text;
    case "call":
      return <Link href={part.href}>{part.text}</Link>;
    case "link":
      return (
        <>
          <Link href={part.href} target="_blank" rel="noopener noreferrer nofollow">
            {part.text}
          </Link>
          {part.host !== undefined && ` (${part.host})`}
        </>
      );
  }
}
