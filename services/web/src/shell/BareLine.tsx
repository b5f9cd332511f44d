import { ArrowLeftIcon } from "@navikt/aksel-icons";
import { useTranslation } from "react-i18next";
import { useMenu } from "./frame";
import { LinkButton } from "./LinkButton";

/** A room's own line, where there is nothing to say of the room: the way back and the menu. */
export function BareLine() {
  const { t } = useTranslation();
  const menu = useMenu();
  return (
    <div className="room__header">
      <div className="room__line">
        <LinkButton
          to="/"
          className="room__back"
          variant="tertiary"
          data-color="neutral"
          size="small"
          icon={<ArrowLeftIcon title={t("shell.home")} fontSize="1.5rem" />}
        />
        <div className="room__name" />
        {menu(null)}
      </div>
    </div>
  );
}
