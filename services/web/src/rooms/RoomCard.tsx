import { BodyShort, Detail, Heading, Link, Tag } from "@navikt/ds-react";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { Link as RouterLink } from "react-router";
import type { RoomSummary } from "../contracts/rooms";
import { useConversations } from "../conversation/ConversationsProvider";
import { piecesIn, type WrittenPiece } from "../conversation/pieces";
import { useUnread } from "../conversation/useConversation";
import { AsksHere } from "../standing/AsksHere";
import { useDates } from "../language/dates";
import { firstName } from "../language/names";
import { Face } from "../shell/Face";
import { useIsOnItsWay } from "./onItsWay";
import { movedAt, talkOf } from "./order";
import { isPatientOf } from "./seats";

/**
 * A room in the list: to a helper whose it is, and what for; to the patient, who may have several,
 * what for, and who asked. All of it leads there.
 */
export function RoomCard({ room, current }: { room: RoomSummary; current: boolean }) {
  const { t } = useTranslation();
  const mine = isPatientOf(room);
  const { name } = mine ? room.proposedBy : room.patient;
  return (
    <li className="room-card">
      <Face name={name} hue={mine ? "none" : "patient"} />
      <div className="room-card__what">
        <Heading level="2" size="xsmall">
          <RouterLink
            to={`/rooms/${room.roomId}`}
            className="room-card__way clamp"
            aria-current={current ? "page" : undefined}
          >
            <bdi>{mine ? room.purpose : name}</bdi>
          </RouterLink>
        </Heading>
        <BodyShort size="small" textColor="subtle" className="clamp-one">
          <bdi>{mine ? t("rooms.askedBy", { name }) : room.purpose}</bdi>
        </BodyShort>
        <div className="room-card__standing quiet-when-empty">
          <Standing room={room} />
          <AsksHere roomId={room.roomId} />
          <Unsent roomId={room.roomId} />
        </div>
        {mine && room.status === "ACTIVE" && (
          <Link as={RouterLink} to={`/rooms/${room.roomId}/consent`} className="room-card__aside">
            {t("consent.yours")}
          </Link>
        )}
      </div>
      <div className="room-card__end">
        <MovedAt room={room} />
        <News roomId={room.roomId} />
      </div>
    </li>
  );
}

/** Nothing of a room that is simply open; that an answer is on its way is told above all rooms. */
function Standing({ room }: { room: RoomSummary }) {
  const { t } = useTranslation();
  const onItsWay = useIsOnItsWay(room);
  if (room.awaiting.length > 0) {
    if (onItsWay) return null;
    return (
      <Tag size="small" variant="outline" data-color="warning">
        {t("rooms.awaiting")}
      </Tag>
    );
  }
  switch (room.status) {
    case "PROPOSED":
      return (
        <Tag size="small" variant="outline" data-color="warning">
          {t("rooms.waitsForConsent", { name: firstName(room.patient.name) })}
        </Tag>
      );
    case "DECLINED":
      return (
        <Tag size="small" variant="outline" data-color="neutral">
          {t("rooms.declined")}
        </Tag>
      );
    case "WITHDRAWN":
      return (
        <Tag size="small" variant="outline" data-color="neutral">
          {t("rooms.withdrawn")}
        </Tag>
      );
    case "ACTIVE":
      return null;
  }
}

/** What she has written there and nobody has got, from this window. */
function Unsent({ roomId }: { roomId: string }) {
  const { t } = useTranslation();
  const { keeping } = useConversations();
  const kind = useSyncExternalStore(keeping.subscribe, () => unsentKind(piecesIn(keeping, roomId)));
  return (
    kind && (
      <Tag size="small" variant="outline" data-color="warning">
        {t(`rooms.${kind}`)}
      </Tag>
    )
  );
}

/** What was meant to be sent goes before what was only begun. */
function unsentKind(pieces: readonly WrittenPiece[]): "unsent" | "draft" | undefined {
  if (pieces.some(({ kind }) => kind !== "draft")) return "unsent";
  return pieces.length > 0 ? "draft" : undefined;
}

/** The time by which it has its place in the list. */
function MovedAt({ room }: { room: RoomSummary }) {
  const dates = useDates();
  const conversations = useConversations();
  const at = useSyncExternalStore(conversations.subscribe, () =>
    movedAt(room, talkOf(conversations)),
  );
  return (
    at && (
      <Detail as="time" dateTime={at} textColor="subtle">
        {dates.short(at)}
      </Detail>
    )
  );
}

function News({ roomId }: { roomId: string }) {
  const { t } = useTranslation();
  const unread = useUnread(roomId);
  if (unread === 0) return null;
  return (
    <Detail as="span" className="room-card__news">
      <span aria-hidden>{unread}</span>
      <span className="sr-only">{t("rooms.unread", { count: unread })}</span>
    </Detail>
  );
}
