import { useQueryClient } from "@tanstack/react-query";
import { createContext, useContext, useEffect, useState, type ReactNode } from "react";
import type { Me } from "../contracts/people";
import type { Ticket } from "../contracts/session";
import { request } from "../gateway/request";
import { useSession } from "../session/session";
import { Conversations } from "./conversations";
import { fetchPage } from "./history";
import { followNetwork } from "./network";

const ConversationsContext = createContext<Conversations | undefined>(undefined);

export function useConversations(): Conversations {
  const conversations = useContext(ConversationsContext);
  if (!conversations) throw new Error("outside a ConversationsProvider");
  return conversations;
}

/** One socket for one signed-in person, for as long as they are signed in. */
export function ConversationsProvider({ me, children }: { me: Me; children: ReactNode }) {
  const queries = useQueryClient();
  const { lost } = useSession();
  const [conversations] = useState(
    () =>
      new Conversations({
        myId: me.personId,
        ticket: async () => (await request<Ticket>("POST", "/auth/ticket")).ticket,
        connect: (protocols) => new WebSocket(socketAddress(), protocols),
        history: fetchPage,
        random: Math.random,
        onSessionEnded: lost,
        onAccessChanged: () => void queries.invalidateQueries({ queryKey: ["rooms"] }),
      }),
  );

  useEffect(() => {
    conversations.start();
    const leaveNetwork = followNetwork(conversations);
    return () => {
      leaveNetwork();
      conversations.stop();
    };
  }, [conversations]);

  return <ConversationsContext value={conversations}>{children}</ConversationsContext>;
}

function socketAddress(): string {
  const { protocol, host } = window.location;
  return `${protocol === "https:" ? "wss:" : "ws:"}//${host}/ws`;
}
