import { Link } from "@navikt/ds-react";
import { Fragment, useMemo } from "react";
import type { Message } from "../contracts/conversation";
import { DateInText } from "./DateInText";
import type { AskedDate } from "./when";
import { partsOf, type Part } from "./textParts";

interface LinkedProps {
  message: Message;
  text: string;
  onAskDate: (date: AskedDate) => void;
}

/**
 * What a message says, with its addresses, telephone numbers and dates alive. Nothing of where they
 * lead is fetched.
 */
export function Linked({ message: { entryId, sentAt }, text, onAskDate }: LinkedProps) {
  const parts = useMemo(() => partsOf(text, sentAt), [text, sentAt]);
  return parts.map((part, at) => (
    <Fragment key={at}>
      {part.kind === "date" ? (
        <DateInText
          date={part}
          onAsk={() => onAskDate({ when: part.when, source: `${entryId} ${part.index}` })}
        />
      ) : (
        <Shown part={part} />
      )}
    </Fragment>
  ));
}

function Shown({ part }: { part: Exclude<Part, { kind: "date" }> }) {
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
