import { BodyLong } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { ClosedByYou } from "../consent/ClosedByYou";
import type { RoomDetails } from "../contracts/rooms";
import { firstName } from "../language/names";
import { LinkButton } from "../shell/LinkButton";
import { Page } from "../shell/Page";
import { isPatientOf } from "./seats";

/** The patient said no. A no needs no reason; and the way back is his alone. */
export function RoomOver({ room }: { room: RoomDetails }) {
  const { t } = useTranslation();
  const mine = isPatientOf(room);
  return (
    <Page
      title={mine ? t("openAgain.closed") : room.patient.name}
      publicTitle={t("room.title")}
      back="/"
      backText={t("rooms.title")}
    >
      {mine ? (
        <ClosedByYou room={room}>{t("room.declinedYours")}</ClosedByYou>
      ) : (
        <>
          <BodyLong>{t("room.declinedHelper", { name: firstName(room.patient.name) })}</BodyLong>
          <div>
            <LinkButton to="/" variant="secondary">
              {t("room.backToRooms")}
            </LinkButton>
          </div>
        </>
      )}
    </Page>
  );
}
