import type { Conversations } from "./conversations";

type Followed = Pick<Conversations, "subscribe" | "connectionState">;

/** Says each time that the socket has been opened, the first time too; the answer ends it. */
export function followConnection(conversations: Followed, onOpened: () => void): () => void {
  let open = false;
  return conversations.subscribe(() => {
    const before = open;
    open = conversations.connectionState().kind === "open";
    if (open && !before) onOpened();
  });
}
