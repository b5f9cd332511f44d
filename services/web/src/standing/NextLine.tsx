import { CalendarIcon, ChevronRightIcon } from "@navikt/aksel-icons";
import { BodyShort, Heading } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { RoomSummary } from "../contracts/rooms";
import { useThings } from "./useThings";

/** The way to what is agreed, which stands there without saying when; nothing where nothing is. */
export function NextLine({ rooms }: { rooms: readonly RoomSummary[] }) {
  const { t } = useTranslation();
  const { hers, agreed, others, agreedByOthers, lapsed } = useThings(rooms);
  const proposals = [...hers, ...others].filter(({ kind }) => kind === "appointment").length;
  if (agreed.length + agreedByOthers.length + lapsed.length + proposals === 0) return null;
  const said = [
    ...(agreed.length > 0 ? [t("next.agreedTimes", { count: agreed.length })] : []),
    ...(agreedByOthers.length > 0
      ? [t("next.agreedByOthers", { count: agreedByOthers.length })]
      : []),
    ...(proposals > 0 ? [t("next.proposals", { count: proposals })] : []),
    ...(lapsed.length > 0 ? [t("next.lapsedTimes", { count: lapsed.length })] : []),
  ];
  return (
    <div className="room-cards">
      <div className="room-card standing">
        <CalendarIcon aria-hidden fontSize="1.5rem" />
        <div className="room-card__what">
          <Heading level="2" size="xsmall">
            <Link to="/next" className="room-card__way">
              {t("next.title")}
            </Link>
          </Heading>
          <BodyShort size="small" textColor="subtle">
            {said.join(" · ")}
          </BodyShort>
        </div>
        <ChevronRightIcon aria-hidden fontSize="1.5rem" />
      </div>
    </div>
  );
}
