import { memo, useCallback, type RefCallback } from "react";
import type { Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import type { Marks } from "./conversation";
import type { OfMessage } from "./useAmendments";
import type { Entry } from "./entries";
import { EntryView } from "./EntryView";
import { canBeRead } from "./kinds";
import type { AskedDate } from "./when";

const NOBODY: readonly string[] = [];

interface RowProps extends OfMessage {
  entry: Entry;
  /** Its place among the rows, those included that are not in the page. */
  index: number;
  /** Tells how high it has become. */
  measure: RefCallback<HTMLLIElement>;
  /** Tells whether it has been on the screen. */
  watch: RefCallback<HTMLLIElement>;
  room: RoomDetails;
  read: Marks;
  received: Marks;
  /** Who has read what of others', and nothing further down. */
  lastRead: ReadonlyMap<number, readonly string[]>;
  onAskReaders: (message: Message) => void;
  onAskDate: (date: AskedDate) => void;
  lastSeq: number;
  /** Whether the room's numbers are those of its rows: all that is known of it are rows. */
  countable: boolean;
}

/** One row. Scrolling draws only the rows that come into sight. */
export const Row = memo(function Row(props: RowProps) {
  const { entry, index, measure, watch, room, read, received, lastSeq, countable } = props;
  const { lastRead, onAskReaders, onAskDate } = props;
  const { acknowledged, underWay, offered, mayAnswer, question, asking, mayAct, mayAsk } = props;
  const { appointment, appointing, agreement, agreeing, correcting, mayCorrect, repliesTo } = props;
  const ref = useCallback(
    (row: HTMLLIElement | null) => {
      measure(row);
      const unwatch = watch(row);
      return () => {
        measure(null);
        unwatch?.();
      };
    },
    [measure, watch],
  );
  return (
    <li
      ref={ref}
      data-index={index}
      className="messages__row"
      {...placeOf(entry, lastSeq, countable)}
    >
      <EntryView
        {...{ entry, room, read, received, onAskReaders, onAskDate }}
        {...{ acknowledged, underWay, offered, mayAnswer, question, asking, mayAct, mayAsk }}
        {...{ appointment, appointing, agreement, agreeing, correcting, mayCorrect, repliesTo }}
        readers={(entry.kind === "message" && lastRead.get(entry.message.seq)) || NOBODY}
      />
    </li>
  );
});

/** A list that is not whole in the page has to say where in the whole a message stands. */
function placeOf(entry: Entry, lastSeq: number, countable: boolean) {
  if (entry.kind !== "message") return {};
  const { seq } = entry.message;
  const seen = canBeRead(entry.message) ? { "data-seq": seq } : {};
  return { ...seen, ...(countable && { "aria-posinset": seq, "aria-setsize": lastSeq }) };
}
