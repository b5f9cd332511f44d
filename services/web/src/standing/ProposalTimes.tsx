import { BodyShort } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { StandingAppointment } from "../contracts/appointments";
import type { RoomSummary } from "../contracts/rooms";
import { useSlotWords } from "../conversation/when";
import { Clash } from "./Clash";
import { NotHere } from "./NotHere";
import { useSaid } from "./useSaid";

/** The times that are proposed, what for, and who is taken then. */
export function ProposalTimes({ of, room }: { of: StandingAppointment; room: RoomSummary }) {
  const { t } = useTranslation();
  const { when } = useSlotWords();
  const [said] = useSaid([of]);
  if (!said) return null;
  if (!said.says) return <NotHere said={said} />;
  const { description, slots } = said.says;
  return (
    <>
      <BodyShort size="small">
        <bdi>{description}</bdi>
      </BodyShort>
      <ul className="plain-list" aria-label={t("appointment.times")}>
        {slots.map((slot, index) => (
          <li key={slot.start}>
            <BodyShort size="small">{when(slot)}</BodyShort>
            <Clash clashes={of.clashes.filter((it) => it.slot === index)} room={room} />
          </li>
        ))}
      </ul>
    </>
  );
}
