import { useEffect } from "react";
import type { RoomDetails } from "../contracts/rooms";
import { Trouble } from "../shell/Trouble";
import { Waiting } from "../shell/Waiting";
import { ClosedConversation } from "./ClosedConversation";
import { Composer } from "./Composer";
import { ConnectionNotice } from "./ConnectionNotice";
import type { Conversation } from "./conversation";
import { useConversations } from "./ConversationsProvider";
import { MessageList } from "./MessageList";
import { ReadOnlyNotice } from "./ReadOnlyNotice";
import { TypingHint } from "./TypingHint";
import { useConversation } from "./useConversation";
import { useLookingAway } from "./useLookingAway";

export function ConversationView({ room }: { room: RoomDetails }) {
  const conversation = useConversation(room.roomId);
  const conversations = useConversations();
  // An erased room stays closed: there is nothing left to ask for.
  const closed = conversation?.phase.kind === "closed" && conversation.phase.code !== "room-erased";
  const mayRead = room.status === "WITHDRAWN" && room.me.part === "PATIENT";
  useEffect(() => {
    // The patient may still read what was written, also after having closed it for everyone.
    if (closed && mayRead) conversations.reopen(room.roomId);
  }, [closed, mayRead, conversations, room.roomId]);

  if (!conversation) return <Waiting />;
  switch (conversation.phase.kind) {
    case "waiting":
      return (
        <>
          <ConnectionNotice />
          <div className="talk">
            {conversation.phase.trouble ? (
              <Trouble error={conversation.phase.trouble} />
            ) : (
              <Waiting rows={4} />
            )}
          </div>
        </>
      );
    case "closed":
      return <ClosedConversation code={conversation.phase.code} />;
    case "open":
      return <OpenConversation room={room} conversation={conversation} />;
  }
}

interface OpenConversationProps {
  room: RoomDetails;
  conversation: Conversation;
}

function OpenConversation({ room, conversation }: OpenConversationProps) {
  useLookingAway(room.roomId);
  return (
    <>
      <ConnectionNotice />
      <MessageList room={room} conversation={conversation} />
      <TypingHint room={room} conversation={conversation} />
      {room.may.write ? <Composer room={room} /> : <ReadOnlyNotice room={room} />}
    </>
  );
}
