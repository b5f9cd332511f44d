import type { MessagePage } from "../contracts/conversation";
import { firstGap, type Conversation } from "./conversation";
import { Filling } from "./filling";
import { PAGE_LIMIT } from "./history";
import type { Timers } from "./timers";

interface OlderSurroundings {
  timers: Timers;
  history: (roomId: string, before: number, limit: number) => Promise<MessagePage>;
  of: (roomId: string) => Conversation | undefined;
  /** History has answered what lies before `before`. */
  came: (roomId: string, before: number, page: MessagePage) => void;
}

/** What a conversation on the screen fetches from history: what lies further up, and what is missing. */
export class Older {
  private readonly filling: Filling;

  constructor(private readonly surroundings: OlderSurroundings) {
    this.filling = new Filling({
      timers: surroundings.timers,
      gapIn: (roomId) => {
        const conversation = surroundings.of(roomId);
        return conversation?.phase.kind === "open" ? firstGap(conversation) : undefined;
      },
      fetchBefore: (roomId, before, limit) => this.before(roomId, before, limit),
    });
  }

  /** Sees to it that what is missing comes; as often as one likes. */
  fill = (roomId: string) => this.filling.fill(roomId);

  /** The room's timers have been stopped. */
  forget = (roomId: string) => this.filling.forget(roomId);

  async page(roomId: string): Promise<void> {
    const conversation = this.surroundings.of(roomId);
    if (!conversation?.hasOlder) return;
    await this.before(roomId, conversation.floor, PAGE_LIMIT);
  }

  /** Fetches older pages until this message is here, or the room begins. */
  async backTo(roomId: string, seq: number): Promise<void> {
    const { of } = this.surroundings;
    for (;;) {
      const conversation = of(roomId);
      if (!conversation?.hasOlder || conversation.floor <= seq) return;
      await this.page(roomId);
      // An answer without anything older would be asked for again for ever.
      if (of(roomId)?.floor === conversation.floor) return;
    }
  }

  private async before(roomId: string, before: number, limit: number): Promise<void> {
    const { history, came } = this.surroundings;
    came(roomId, before, await history(roomId, before, limit));
  }
}
