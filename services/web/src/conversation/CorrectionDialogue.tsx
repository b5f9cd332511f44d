import { Modal } from "@navikt/ds-react";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import { EditMessage } from "./EditMessage";
import { RetractMessage } from "./RetractMessage";

/** What the person wants to do with a message of hers. */
export interface CorrectionMatter {
  readonly kind: "edit" | "retract";
  readonly message: Message;
}

interface CorrectionDialogueProps {
  room: RoomDetails;
  matter: CorrectionMatter | undefined;
  open: boolean;
  onClose: () => void;
}

/**
 * Other words for a message, or whether it is to be taken back. Closed it stays in the page: the browser
 * leads back to where it was asked for only then.
 */
export function CorrectionDialogue({ room, matter, open, onClose }: CorrectionDialogueProps) {
  const { t } = useTranslation();
  const [sent, setSent] = useState(0);
  const onSent = useCallback(() => {
    setSent((before) => before + 1);
    onClose();
  }, [onClose]);
  if (!matter) return null;
  const { kind, message } = matter;
  return (
    <Modal
      open={open}
      onClose={onClose}
      header={{ heading: t(`correction.title.${kind}`) }}
      width="small"
      portal
      className="arranged-dialogue"
    >
      {kind === "edit" && (
        <EditMessage key={`${message.seq} ${sent}`} {...{ room, message, open, onClose, onSent }} />
      )}
      {open && kind === "retract" && <RetractMessage {...{ room, message, onClose }} />}
    </Modal>
  );
}
