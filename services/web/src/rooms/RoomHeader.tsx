import { ArrowLeftIcon, EyeIcon, PersonGroupIcon, ShieldLockIcon } from "@navikt/aksel-icons";
import { BodyShort, Heading, HStack } from "@navikt/ds-react";
import { LinkButton } from "../shell/LinkButton";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { isPatientOf, takingPart, waitingForApproval } from "./seats";

/** Whose room it is, and from here to everything about it with one tap. */
export function RoomHeader({ room, wide }: { room: RoomDetails; wide: boolean }) {
  const { t } = useTranslation();
  const mine = isPatientOf(room);
  const base = `/rooms/${room.roomId}`;
  const waiting = room.may.approve ? waitingForApproval(room).length : 0;
  return (
    <header className="room__header">
      <div className="room__title">
        <LinkButton
          to="/"
          variant="tertiary"
          data-color="neutral"
          size="small"
          icon={<ArrowLeftIcon title={t("rooms.title")} />}
        />
        <div className="room__name">
          <Heading level="1" size="small">
            {mine ? t("rooms.yours") : <bdi>{room.patient.name}</bdi>}
          </Heading>
          <BodyShort size="small" textColor="subtle" className="clamp-one">
            <bdi>{room.purpose}</bdi>
          </BodyShort>
        </div>
        {waiting > 0 && (
          <LinkButton to={`${base}/approvals`} size="small">
            {t("room.waitingForYou", { count: waiting })}
          </LinkButton>
        )}
      </div>
      <HStack as="nav" gap="space-4" aria-label={t("room.about")} className="room__links">
        {!wide && (
          <HeaderLink to={`${base}/participants`} icon={<PersonGroupIcon aria-hidden />}>
            {t("rooms.participants", { count: takingPart(room).length })}
          </HeaderLink>
        )}
        {room.may.seeAccessLog && (
          <HeaderLink to={`${base}/seen`} icon={<EyeIcon aria-hidden />}>
            {t("accessLog.link")}
          </HeaderLink>
        )}
        {mine && (
          <HeaderLink to={`${base}/consent`} icon={<ShieldLockIcon aria-hidden />}>
            {t("consent.yours")}
          </HeaderLink>
        )}
      </HStack>
    </header>
  );
}

interface HeaderLinkProps {
  to: string;
  icon: React.ReactNode;
  children: React.ReactNode;
}

function HeaderLink({ to, icon, children }: HeaderLinkProps) {
  return (
    <LinkButton to={to} variant="tertiary" size="small" data-color="neutral" icon={icon}>
      {children}
    </LinkButton>
  );
}
