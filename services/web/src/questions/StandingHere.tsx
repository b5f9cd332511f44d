import { Button, Modal } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { inTurn } from "./days";
import type { Standing } from "./merged";
import { NotAll } from "./NotAll";
import { OneStanding } from "./OneStanding";
import { useQuestions } from "./QuestionsProvider";
import { Several } from "./Several";

interface StandingHereProps {
  room: RoomDetails;
  standing: readonly Standing[];
  open: boolean;
  onClose: () => void;
}

/** What waits for an answer in one room; each leads to its message. */
export function StandingHere({ room, standing, open, onClose }: StandingHereProps) {
  const { t } = useTranslation();
  const { more } = useQuestions();
  return (
    <Modal
      open={open}
      onClose={onClose}
      header={{ heading: t("question.waits") }}
      width="small"
      portal
    >
      <Modal.Body>
        <Several all={inTurn(standing)}>
          {(of) => <OneStanding {...{ of, room }} headingLevel="2" here onGo={onClose} />}
        </Several>
        {more && <NotAll />}
      </Modal.Body>
      <Modal.Footer>
        <Button variant="secondary" onClick={onClose}>
          {t("standing.close")}
        </Button>
      </Modal.Footer>
    </Modal>
  );
}
