import { Button, Modal } from "@navikt/ds-react";
import { useEffect, useRef, type ReactNode } from "react";
import { useSettled } from "../shell/useSettled";
import { HandedOverNotice } from "./HandedOverNotice";
import { useConnection } from "./useConversation";
import { useFocusOnceOpen } from "./useFocusOnceOpen";
import { useHandedOver } from "./useHandedOver";

interface EndItProps {
  roomId: string;
  /** What comes of it. */
  children: ReactNode;
  /** What is done, and what one does instead. */
  end: string;
  keep: string;
  /** Says it: the id by which it is on its way, if it is. */
  onEnd: () => string | undefined;
  onClose: () => void;
}

/** Nobody ends something by a slip of the finger. It stays until the server has it, or says why not. */
export function EndIt({ roomId, children, end, keep, onEnd, onClose }: EndItProps) {
  const connected = useConnection().kind === "open";
  const { became, waits, handOver } = useHandedOver(roomId);
  const { kind } = became;
  const keeps = useRef<HTMLButtonElement>(null);
  const settled = useSettled();
  useFocusOnceOpen(keeps);
  useEffect(() => {
    if (kind === "kept") onClose();
  }, [kind, onClose]);
  return (
    <>
      <Modal.Body>{children}</Modal.Body>
      <Modal.Footer>
        {/* A second tap at the spot that led here ends nothing. */}
        <div inert={!settled}>
          <Button
            type="button"
            className="act-button"
            data-color="danger"
            loading={kind === "sending"}
            aria-disabled={!connected}
            onClick={() => {
              if (connected && kind !== "sending") handOver(onEnd());
            }}
          >
            {end}
          </Button>
        </div>
        <Button ref={keeps} type="button" variant="secondary" onClick={onClose}>
          {keep}
        </Button>
        <HandedOverNotice {...{ became, waits }} />
      </Modal.Footer>
    </>
  );
}
