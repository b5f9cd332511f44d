import { Button, Modal } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { Agreed } from "./Agreed";
import { useStandingAppointments } from "./AppointmentsProvider";
import { NotAll } from "./NotAll";
import { OneThing } from "./OneThing";
import { useQuestions } from "./QuestionsProvider";
import { Several } from "./Several";
import type { Things } from "./things";

interface StandingHereProps {
  room: RoomDetails;
  things: Things;
  open: boolean;
  onClose: () => void;
}

/** What goes on in one room: what waits for her, what is agreed, what waits for others. Each leads to its message. */
export function StandingHere({ room, things, open, onClose }: StandingHereProps) {
  const { t } = useTranslation();
  const { more } = useQuestions();
  const { more: moreTimes } = useStandingAppointments();
  const way = { room, headingLevel: "2", here: true, onGo: onClose } as const;
  const { hers, agreed, others } = things;
  return (
    <Modal open={open} onClose={onClose} header={{ heading: t("next.title") }} width="small" portal>
      <Modal.Body className="standing-here">
        {hers.length > 0 && (
          <Several all={hers}>{(thing) => <OneThing {...{ thing, ...way }} />}</Several>
        )}
        {open && agreed.length > 0 && <Agreed all={agreed}>{() => way}</Agreed>}
        {others.length > 0 && (
          <Several all={others}>{(thing) => <OneThing {...{ thing, ...way }} />}</Several>
        )}
        {(more || moreTimes) && <NotAll />}
      </Modal.Body>
      <Modal.Footer>
        <Button variant="secondary" onClick={onClose}>
          {t("standing.close")}
        </Button>
      </Modal.Footer>
    </Modal>
  );
}
