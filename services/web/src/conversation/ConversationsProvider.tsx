import { useQueryClient } from "@tanstack/react-query";
import { createContext, useContext, useEffect, useState, type ReactNode } from "react";
import { blocksMayHaveChanged } from "../blocks/known";
import type { Me } from "../contracts/people";
import type { Ticket } from "../contracts/session";
import { request } from "../gateway/request";
import { standingMayHaveChanged } from "../standing/told";
import { anyRoomMayHaveChanged, nameAtHand, roomChanged } from "../rooms/rooms";
import { useSession } from "../session/session";
import { followConnection } from "./connection";
import { Conversations } from "./conversations";
import { fetchPage } from "./history";
import { useKeeping } from "./KeepingProvider";
import { followNetwork } from "./network";

const ConversationsContext = createContext<Conversations | undefined>(undefined);

export function useConversations(): Conversations {
  const conversations = useContext(ConversationsContext);
  if (!conversations) throw new Error("outside a ConversationsProvider");
  return conversations;
}

interface ConversationsProviderProps {
  me: Me;
  /** Stands there for the moment that it takes to know what the device keeps. */
  meanwhile: ReactNode;
  children: ReactNode;
}

/** One socket for one signed-in person and her session; what she has written is kept beyond it. */
export function ConversationsProvider({ me, meanwhile, children }: ConversationsProviderProps) {
  const { personId: myId } = me;
  const queries = useQueryClient();
  const { lost } = useSession();
  const keeping = useKeeping();
  const [conversations, setConversations] = useState<Conversations>();

  useEffect(() => {
    if (!keeping) return;
    const made = new Conversations({
      myId,
      keeping,
      ticket: async () => (await request<Ticket>("POST", "/auth/ticket")).ticket,
      connect: (protocols) => new WebSocket(socketAddress(), protocols),
      history: fetchPage,
      random: Math.random,
      onSessionEnded: lost,
      nameOf: (roomId) => nameAtHand(queries, roomId),
      onAccessChanged: (roomId) => {
        void roomChanged(queries, roomId);
        blocksMayHaveChanged(queries);
      },
      onStanding: (which) => standingMayHaveChanged(queries, which),
    });
    const leaveConnection = followConnection(made, () => {
      anyRoomMayHaveChanged(queries);
      blocksMayHaveChanged(queries);
      standingMayHaveChanged(queries);
    });
    made.start();
    const leaveNetwork = followNetwork(made);
    setConversations(made);
    return () => {
      leaveNetwork();
      leaveConnection();
      made.stop();
    };
  }, [myId, keeping, queries, lost]);

  if (!conversations) return meanwhile;
  return <ConversationsContext value={conversations}>{children}</ConversationsContext>;
}

function socketAddress(): string {
  const { protocol, host } = window.location;
  return `${protocol === "https:" ? "wss:" : "ws:"}//${host}/ws`;
}
