import { Button, Modal } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { NotAll } from "./NotAll";
import { Parts } from "./Parts";
import type { Things } from "./things";
import { useStanding } from "./useStanding";

interface StandingHereProps {
  room: RoomDetails;
  things: Things;
  open: boolean;
  onClose: () => void;
}

/** All that goes on in one room; each leads to its message. */
export function StandingHere({ room, things, open, onClose }: StandingHereProps) {
  const { t } = useTranslation();
  const { more } = useStanding();
  return (
    <Modal open={open} onClose={onClose} header={{ heading: t("next.title") }} width="small" portal>
      <Modal.Body className="standing-here">
        {open && <Parts things={things} wayIn={() => ({ room, here: true, onGo: onClose })} />}
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
