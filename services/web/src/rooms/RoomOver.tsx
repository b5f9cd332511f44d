import { BodyLong } from "@navikt/ds-react";
import { LinkButton } from "../shell/LinkButton";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { firstName } from "../language/names";
import { Page } from "../shell/Page";
import { isPatientOf } from "./seats";

/** The patient said no, or has taken the yes back. A no needs no reason. */
export function RoomOver({ room }: { room: RoomDetails }) {
  const { t } = useTranslation();
  const name = firstName(room.patient.name);
  const mine = isPatientOf(room);
  return (
    <Page
      title={mine ? room.purpose : room.patient.name}
      publicTitle={t("room.title")}
      back="/"
      backText={t("rooms.title")}
    >
      <BodyLong>{mine ? t("room.declinedYours") : t("room.declinedHelper", { name })}</BodyLong>
      <div>
        <LinkButton to="/" variant="secondary">
          {t("room.backToRooms")}
        </LinkButton>
      </div>
    </Page>
  );
}
