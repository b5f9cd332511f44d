import { useEffect } from "react";
import type { RoomDetails } from "../contracts/rooms";
import { EmergencyBelow } from "../shell/EmergencyBelow";
import { Trouble } from "../shell/Trouble";
import { AgreementsInRoom } from "./AgreementsInRoom";
import { AppointmentsInRoom } from "./AppointmentsInRoom";
import { ClosedConversation } from "./ClosedConversation";
import { Composer } from "./Composer";
import { ConnectionNotice } from "./ConnectionNotice";
import { CorrectionsInRoom } from "./CorrectionsInRoom";
import { mayWrite, type Conversation } from "./conversation";
import { useConversations } from "./ConversationsProvider";
import { MessageList } from "./MessageList";
import { ReadOnlyNotice } from "./ReadOnlyNotice";
import { TypingHint } from "./TypingHint";
import { useConversation } from "./useConversation";
import { useLookingAway } from "./useLookingAway";
import { WaitingConversation } from "./WaitingConversation";

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

  if (!conversation) return <WaitingConversation roomId={room.roomId} />;
  switch (conversation.phase.kind) {
    case "waiting":
      if (!conversation.phase.trouble) return <WaitingConversation roomId={room.roomId} />;
      return (
        <>
          <ConnectionNotice />
          <div className="talk">
            <Trouble error={conversation.phase.trouble} />
          </div>
          <EmergencyBelow />
        </>
      );
    case "closed":
      return <ClosedConversation room={room} code={conversation.phase.code} />;
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
    <AppointmentsInRoom room={room}>
      <AgreementsInRoom room={room}>
        <CorrectionsInRoom room={room}>
          <ConnectionNotice />
          <MessageList room={room} conversation={conversation} />
          <TypingHint room={room} conversation={conversation} />
          {mayWrite(conversation, room) ? <Composer room={room} /> : <ReadOnlyNotice room={room} />}
        </CorrectionsInRoom>
      </AgreementsInRoom>
    </AppointmentsInRoom>
  );
}
