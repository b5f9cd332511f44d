import { Button } from "@navikt/ds-react";
import { useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type { RoomSummary } from "../contracts/rooms";
import { useConversations } from "../conversation/ConversationsProvider";
import { RoomCard } from "./RoomCard";

/** So many are shown at first, and more each time that somebody asks. */
const AT_ONCE = 30;

interface RoomCardsProps {
  rooms: readonly RoomSummary[];
  /** The one that is on the screen beside them. */
  current?: string | undefined;
}

/** Rooms in their order. Where there are many, what is not shown is counted, and so is what is new in it. */
export function RoomCards({ rooms, current }: RoomCardsProps) {
  const [most, setMost] = useState(AT_ONCE);
  const hidden = rooms.slice(most);
  return (
    <>
      <ul className="plain-list room-cards">
        {rooms.slice(0, most).map((room) => (
          <RoomCard key={room.roomId} room={room} current={room.roomId === current} />
        ))}
      </ul>
      {hidden.length > 0 && <More hidden={hidden} onMore={() => setMost(most + AT_ONCE)} />}
    </>
  );
}

function More({ hidden, onMore }: { hidden: readonly RoomSummary[]; onMore: () => void }) {
  const { t } = useTranslation();
  const fresh = useHowManyHaveNews(hidden);
  return (
    <Button variant="secondary" onClick={onMore}>
      {[
        t("rooms.more", { count: hidden.length }),
        ...(fresh > 0 ? [t("rooms.moreUnread", { count: fresh })] : []),
      ].join(", ")}
    </Button>
  );
}

function useHowManyHaveNews(rooms: readonly RoomSummary[]): number {
  const { subscribe, unread } = useConversations();
  return useSyncExternalStore(
    subscribe,
    () => rooms.filter(({ roomId }) => unread.count(roomId) > 0).length,
  );
}
