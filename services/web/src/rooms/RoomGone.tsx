import { BodyLong, HStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import type { Ending } from "../conversation/howItEnded";
import { codeOf } from "../gateway/refusal";
import { firstName } from "../language/names";
import { Emergency } from "../shell/Emergency";
import { LinkButton } from "../shell/LinkButton";
import { Page } from "../shell/Page";
import { Trouble } from "../shell/Trouble";
import { OpenAgain } from "./OpenAgain";
import type { RoomView } from "./rooms";
import { isPatientOf } from "./seats";

type Gone = Extract<RoomView, { kind: "trouble" }> & {
  ended?: Ending | undefined;
  /** She has been let in again meanwhile. */
  onOpenAgain?: (() => Promise<boolean>) | undefined;
  /** Without a connection she cannot. */
  connected?: boolean;
};

/**
 * An unknown room and one that is no longer ours look the same from outside, and calm. Somebody who
 * was in it until now is told what has become of it, as far as that is known.
 */
export function RoomGone({ error, retry, was, ended, onOpenAgain, connected = true }: Gone) {
  const { t } = useTranslation();
  if (codeOf(error) !== "room-unknown") {
    return (
      <Page title={t("room.title")} back="/" backText={t("rooms.title")}>
        <Trouble error={error} onRetry={retry} />
      </Page>
    );
  }
  const became = onOpenAgain ? "inAgain" : whatBecameOf(was, ended);
  const name = firstName(was?.patient.name ?? "");
  return (
    <Page
      // Another page for whatever becomes of it: its heading takes the focus that was on the one before.
      key={became}
      title={t(`room.${became}Title`)}
      publicTitle={t("room.title")}
      instead={was !== undefined}
    >
      {/* Where the room was a moment ago it is said at once. */}
      <BodyLong role={was && "alert"}>{t(`room.${became}Text`, { name })}</BodyLong>
      <HStack gap="space-12">
        {onOpenAgain && <OpenAgain open={onOpenAgain} connected={connected} />}
        <LinkButton to="/" variant="secondary">
          {t("room.backToRooms")}
        </LinkButton>
      </HStack>
      <Emergency />
    </Page>
  );
}

/**
 * A patient is asked until she answers, or until whoever asked takes it back: nothing else ends it.
 * Whoever asked may have taken it back in another window, or have been shown out since; nothing was
 * written in what she saw.
 */
function whatBecameOf(was: RoomDetails | undefined, ended: Ending | undefined) {
  if (!was) return "unknown";
  if (ended) return ended;
  // Nothing was written in a room that was declined, and its patient may have opened it without her.
  if (was.status === "DECLINED") return "over";
  if (was.status !== "PROPOSED") return "closed";
  return isPatientOf(was) ? "retracted" : "over";
}
