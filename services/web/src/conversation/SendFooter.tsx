import { Button, Modal } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { HandedOverNotice } from "./HandedOverNotice";
import { useConnection } from "./useConversation";
import type { HandedOver } from "./useHandedOver";

interface SendFooterProps extends Pick<HandedOver, "became" | "waits"> {
  /** What sending it is called. */
  send: string;
  onClose: () => void;
}

/** Under a form that is sent to the room: its ways out, and what has become of it. */
export function SendFooter({ send, became, waits, onClose }: SendFooterProps) {
  const { t } = useTranslation();
  const connected = useConnection().kind === "open";
  const isSending = became.kind === "sending";
  return (
    <Modal.Footer>
      <Button type="submit" className="act-button" loading={isSending} aria-disabled={!connected}>
        {send}
      </Button>
      {/* What is on its way is not called back. */}
      <Button type="button" variant="secondary" onClick={onClose}>
        {isSending ? t("readers.close") : t("words.cancel")}
      </Button>
      <HandedOverNotice {...{ became, waits }} />
    </Modal.Footer>
  );
}
