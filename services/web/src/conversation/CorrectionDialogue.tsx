import { Modal } from "@navikt/ds-react";
import { useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type { Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import { useConversations } from "./ConversationsProvider";
import { EditMessage, type EditDraft } from "./EditMessage";
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
  const conversations = useConversations();
  const [drafts] = useState(() => new Map<number, EditDraft>());
  const about = matter?.message.seq;
  // As it stands now, whatever has been said of it since it was chosen.
  const stands = useSyncExternalStore(conversations.subscribe, () =>
    conversations.conversation(room.roomId)?.messages.find(({ seq }) => seq === about),
  );
  if (!matter) return null;
  const { kind } = matter;
  const message = stands ?? matter.message;
  return (
    <Modal
      open={open}
      onClose={onClose}
      header={{ heading: t(`correction.title.${kind}`) }}
      width="small"
      portal
      className="arranged-dialogue"
    >
      {open && kind === "edit" && (
        <EditMessage key={message.seq} {...{ room, message, drafts, onClose }} />
      )}
      {open && kind === "retract" && <RetractMessage {...{ room, message, onClose }} />}
    </Modal>
  );
}
