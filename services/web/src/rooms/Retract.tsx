import { BodyLong, Button } from "@navikt/ds-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { RoomDetails } from "../contracts/rooms";
import { request } from "../gateway/request";
import { firstName } from "../language/names";
import { AreYouSure } from "../shell/AreYouSure";
import { Refused } from "../shell/Refused";
import { useRoomChange } from "./rooms";

/** A digit was wrong, say: whoever asked takes the question back while it has no answer. */
export function Retract({ room }: { room: RoomDetails }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const change = useRoomChange<undefined>(
    room.roomId,
    () => request<undefined>("POST", `/api/rooms/${room.roomId}/retraction`),
    { ends: true },
  );
  if (!room.may.retract) return null;
  if (!asking) {
    return (
      <div>
        <Button variant="secondary" data-color="neutral" onClick={() => setAsking(true)}>
          {t("retract.start")}
        </Button>
      </div>
    );
  }
  return (
    <>
      <AreYouSure
        yes={t("retract.sure")}
        danger
        busy={change.isPending}
        onCancel={() => setAsking(false)}
        onYes={() => change.mutate(undefined, { onSuccess: () => void navigate("/") })}
      >
        <BodyLong>{t("retract.means", { name: firstName(room.patient.name) })}</BodyLong>
      </AreYouSure>
      <Refused error={change.error} />
    </>
  );
}
