import { useTranslation } from "react-i18next";
import type { RoomDetails, RoomSummary } from "../contracts/rooms";
import { inARow } from "../language/isolated";
import { useListed } from "../language/names";
import { useMe } from "../session/session";
import { whoIs } from "./who";

/** Whom she meets, or who meet where she is not among them; where they work, of one alone. And who of them has left. */
export function useWithWhom(
  { participantIds }: { readonly participantIds: readonly string[] },
  room: RoomSummary | RoomDetails,
): { withWhom: string; gone: string } {
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  const listed = useListed();
  const somebody = t("standing.somebody");
  const others = participantIds.filter((id) => id !== myId).map((id) => whoIs(room, id));
  const [only] = others;
  const names =
    others.length === 1
      ? inARow(only?.name ?? somebody, only?.organisation)
      : listed(others.map((it) => it?.short ?? somebody));
  const gone = others.filter((it) => it?.present === false).map((it) => it?.short ?? somebody);
  return {
    withWhom: t(participantIds.includes(myId) ? "next.with" : "next.others", { names }),
    gone: listed(gone),
  };
}
