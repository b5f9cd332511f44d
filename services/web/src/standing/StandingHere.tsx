import { Button, Modal } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { useMe } from "../session/session";
import { inTurn } from "./days";
import type { OpenQuestion } from "./merged";
import { forMe } from "./forMe";
import { NotAll } from "./NotAll";
import { OneQuestion } from "./OneQuestion";
import { useQuestions } from "./QuestionsProvider";
import { Several } from "./Several";

interface StandingHereProps {
  room: RoomDetails;
  standing: readonly OpenQuestion[];
  open: boolean;
  onClose: () => void;
}

/** What waits for an answer in one room, hers first; each leads to its message. */
export function StandingHere({ room, standing, open, onClose }: StandingHereProps) {
  const { t } = useTranslation();
  const { personId } = useMe();
  const { more } = useQuestions();
  const all = inTurn(standing);
  const others = all.filter(({ addresseeId }) => addresseeId !== personId);
  return (
    <Modal
      open={open}
      onClose={onClose}
      header={{ heading: t("question.waits") }}
      width="small"
      portal
    >
      <Modal.Body>
        <Several all={[...forMe(all, personId), ...others]}>
          {(of) => <OneQuestion {...{ of, room }} headingLevel="2" here onGo={onClose} />}
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
