import { BodyShort, ReadMore, Search, VStack } from "@navikt/ds-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RoomSummary } from "../contracts/rooms";
import { useStaysInList } from "../shell/useStaysInList";
import { isOver } from "./order";
import { RoomCards } from "./RoomCards";
import type { RoomSearch } from "./useRoomSearch";

/** So many are seen at one glance; where there are more, one can look for a name. */
const GLANCE = 7;

interface RoomGroupsProps {
  /** In their order. */
  rooms: readonly RoomSummary[];
  search: RoomSearch;
  /** The one that is on the screen beside them. */
  current?: string;
}

/** The rooms that go on, and folded away those that are over. */
export function RoomGroups({ rooms, search, current }: RoomGroupsProps) {
  const { t } = useTranslation();
  const { words, setWords, found } = search;
  // One room more, or one less, moves no row under a finger: the field comes when the list does.
  const [searchable] = useState(rooms.length > GLANCE);
  const list = useStaysInList<HTMLDivElement>(rooms.length);
  const open = rooms.filter((room) => !isOver(room));
  const over = rooms.filter(isOver);
  return (
    <VStack gap="space-16" ref={list} tabIndex={-1}>
      {searchable && (
        <VStack gap="space-4">
          <Search
            size="small"
            variant="simple"
            label={t("rooms.search")}
            hideLabel={false}
            value={words}
            onChange={setWords}
          />
          <BodyShort size="small" role="status">
            {found && t("rooms.found", { count: found.length })}
          </BodyShort>
        </VStack>
      )}
      {found ? (
        found.length > 0 && <RoomCards rooms={found} current={current} />
      ) : (
        <>
          {open.length > 0 && <RoomCards rooms={open} current={current} />}
          {over.length > 0 && (
            <ReadMore
              size="small"
              header={t("rooms.over", { count: over.length })}
              defaultOpen={open.length === 0}
            >
              <RoomCards rooms={over} current={current} />
            </ReadMore>
          )}
        </>
      )}
    </VStack>
  );
}
