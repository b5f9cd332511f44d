import { ChevronRightIcon } from "@navikt/aksel-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { RoomDetails } from "../contracts/rooms";
import { useMe } from "../session/session";
import { useSettled } from "../shell/useSettled";
import { askedOfMe } from "./forMe";
import type { OpenQuestion } from "./merged";
import { StandingHere } from "./StandingHere";
import { keyOf, wayTo } from "./wayTo";
import { useWording } from "./useWording";
import { isLapsed } from "./who";

interface StripProps {
  room: RoomDetails;
  /** What is waited for there: one at least. */
  standing: readonly OpenQuestion[];
}

/** For whom one waits, in one line that leads to the message, or to the few there are. */
export function Strip({ room, standing }: StripProps) {
  const [open, setOpen] = useState(false);
  // What has just come, or leads elsewhere now, takes no tap that was meant for what was there.
  const settled = useSettled(standing.map(keyOf).join());
  const text = useStripText(room, standing);
  const [only] = standing;
  const isMine = useIsForMe(standing);
  const look = { className: "strip", "data-mine": isMine, "data-settled": settled };
  const line = (
    <>
      <span className="clamp-one">{text}</span>
      <ChevronRightIcon aria-hidden />
    </>
  );
  return (
    <>
      {standing.length === 1 && only && (
        <Link to={wayTo(only)} replace {...look}>
          {line}
        </Link>
      )}
      {standing.length > 1 && (
        <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)} {...look}>
          {line}
        </button>
      )}
      <StandingHere open={open} onClose={() => setOpen(false)} {...{ room, standing }} />
    </>
  );
}

function useIsForMe(standing: readonly OpenQuestion[]): boolean {
  const { personId } = useMe();
  return standing.some(({ addresseeId }) => addresseeId === personId);
}

function useStripText(room: RoomDetails, standing: readonly OpenQuestion[]): string {
  const { t } = useTranslation();
  const { personId } = useMe();
  const wording = useWording();
  const [first] = standing;
  if (!first) return "";
  if (standing.length === 1) return wording(first, room).short;
  const mine = askedOfMe(standing, personId).length;
  const lapsed = standing.filter((it) => isLapsed(it, room)).length;
  const others = standing.length - mine - lapsed;
  return [
    ...(mine > 0 ? [t("standing.toYou", { count: mine })] : []),
    ...(others > 0 ? [t("standing.forMany", { count: others })] : []),
    ...(lapsed > 0 ? [t("standing.lapsed", { count: lapsed })] : []),
  ].join(" · ");
}
