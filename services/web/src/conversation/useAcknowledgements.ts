import { useMemo, useSyncExternalStore } from "react";
import type { Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import { useMe } from "../session/session";
import {
  acknowledgementsIn,
  asksForAnswer,
  NOBODY,
  saidBy,
  type Acknowledgement,
  type Kept,
} from "./acknowledgements";
import type { UnderWay } from "./acknowledging";
import { mayWrite, type Conversation } from "./conversation";
import { useConversations } from "./ConversationsProvider";

/** What a message's row is told of short answers to it. What is not another stays the same. */
export interface OfMessage {
  acknowledged: readonly Acknowledgement[];
  underWay: UnderWay | undefined;
  /** Whether the person is asked for one there. */
  offered: boolean;
  /** Whether she may give one, and all that was answered is known. */
  mayAnswer: boolean;
}

const NOTHING: OfMessage = {
  acknowledged: NOBODY,
  underWay: undefined,
  offered: false,
  mayAnswer: false,
};

/** The short answers in a room, by the message; found anew with the room's messages. */
export function useAcknowledgements(
  room: RoomDetails,
  conversation: Conversation,
): (message: Message | null) => OfMessage {
  const { personId } = useMe();
  const conversations = useConversations();
  const { roomId, messages, outbox, lastSeq } = conversation;
  const underWay = useSyncExternalStore(conversations.subscribe, () =>
    conversations.acknowledgingIn(roomId),
  );
  const { wholeFrom, by } = useMemo(
    () => acknowledgementsIn(messages, lastSeq, acceptedIn(outbox, underWay, personId)),
    [messages, lastSeq, outbox, underWay, personId],
  );
  const may = mayWrite(conversation, room);
  const asks = outbox.length === 0 ? asksForAnswer(messages, personId) : undefined;
  return (message) => {
    if (!message) return NOTHING;
    const { seq, senderId } = message;
    const acknowledged = by.get(seq) ?? NOBODY;
    const mayAnswer = may && seq >= wholeFrom && senderId !== personId;
    return {
      acknowledged,
      underWay: underWay.find((it) => it.about === seq),
      mayAnswer,
      offered: mayAnswer && seq === asks && saidBy(personId, acknowledged) === undefined,
    };
  };
}

/** What the server has of the person's, and the room does not show yet. */
function acceptedIn(
  outbox: Conversation["outbox"],
  underWay: readonly UnderWay[],
  senderId: string,
): Kept[] {
  return [
    ...outbox.flatMap(({ state }) =>
      state.kind === "accepted" ? [{ seq: state.seq, senderId, kind: "TEXT" }] : [],
    ),
    ...underWay.flatMap(({ state, about, says }) =>
      state.kind === "accepted"
        ? [{ seq: state.seq, senderId, kind: "ACKNOWLEDGEMENT", about, says }]
        : [],
    ),
  ];
}
