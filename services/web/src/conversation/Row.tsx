import { memo, type Ref } from "react";
import type { Mark } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import type { Entry } from "./entries";
import { EntryView } from "./EntryView";

interface RowProps {
  entry: Entry;
  /** Its place among the rows, those included that are not in the page. */
  index: number;
  /** Tells how high it has become. */
  measure: Ref<HTMLLIElement>;
  room: RoomDetails;
  marks: ReadonlyMap<string, Mark>;
  lastSeq: number;
}

/** One row. Scrolling draws only the rows that come into sight. */
export const Row = memo(function Row({ entry, index, measure, room, marks, lastSeq }: RowProps) {
  return (
    <li ref={measure} data-index={index} className="messages__row" {...placeOf(entry, lastSeq)}>
      <EntryView entry={entry} room={room} marks={marks} />
    </li>
  );
});

/** A list that is not whole in the page has to say where in the whole a message stands. */
function placeOf(entry: Entry, lastSeq: number) {
  return entry.kind === "message"
    ? { "aria-posinset": entry.message.seq, "aria-setsize": lastSeq }
    : {};
}
