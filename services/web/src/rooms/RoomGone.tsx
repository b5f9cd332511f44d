import { BodyLong } from "@navikt/ds-react";
import { LinkButton } from "../shell/LinkButton";
import { useTranslation } from "react-i18next";
import { codeOf } from "../gateway/refusal";
import { Page } from "../shell/Page";
import { Trouble } from "../shell/Trouble";

interface RoomGoneProps {
  error: unknown;
  onRetry: () => void;
}

/** An unknown room and one that is no longer ours look the same from outside, and calm. */
export function RoomGone({ error, onRetry }: RoomGoneProps) {
  const { t } = useTranslation();
  if (codeOf(error) !== "room-unknown") {
    return (
      <Page title={t("room.title")} back="/" backText={t("rooms.title")}>
        <Trouble error={error} onRetry={onRetry} />
      </Page>
    );
  }
  return (
    <Page title={t("room.closedTitle")} publicTitle={t("room.title")}>
      <BodyLong>{t("room.closedHelper")}</BodyLong>
      <div>
        <LinkButton to="/" variant="secondary">
          {t("room.backToRooms")}
        </LinkButton>
      </div>
    </Page>
  );
}
