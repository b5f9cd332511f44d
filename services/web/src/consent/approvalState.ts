import { useTranslation } from "react-i18next";
import type { Approval, Seat } from "../contracts/rooms";
import { saidAs } from "../answers/answer";
import { isQuick, type Given } from "../answers/given";
import { useOnline } from "../shell/useOnline";
import { HELD_FOR, type Held } from "./useHeld";

/** How far the answer for one helper has come, and what there is to say about it. */
export interface ApprovalState {
  kind: "asks" | "held" | "sending" | "waiting" | "answered";
  /** What is on the screen. */
  told: string;
  /** What is read aloud: once for each state, and with the name. */
  said: string;
  approved: boolean;
  /** It waits, and has reached nobody yet. */
  undoable?: boolean;
}

type Told = Omit<ApprovalState, "said"> & { aloud?: string };

export function useApprovalState(
  { status, person }: Seat,
  { held, given }: { held: Held<Approval> | undefined; given: Given | undefined },
): ApprovalState {
  const { t } = useTranslation();
  const online = useOnline();
  const leaves = (answer: Approval, count: number) =>
    t(answer === "APPROVED" ? "approval.approving" : "approval.declining", { count });
  const now = (): Told => {
    const approved = status === "ACTIVE";
    if (approved) return { kind: "answered", told: t("approval.approved"), approved };
    if (status === "DECLINED") return { kind: "answered", told: t("approval.declined"), approved };
    if (status === "REMOVED") return { kind: "answered", told: t("approval.over"), approved };
    if (given && isQuick(given)) return { kind: "sending", told: t(underWay(given)), approved };
    if (given?.progress.kind === "waiting") {
      return { kind: "waiting", told: t(waiting(given)), approved, undoable: !given.unsure };
    }
    if (!held) return { kind: "asks", told: "", approved };
    // It waits then, however many seconds are left.
    if (!online) return { kind: "held", told: t("approval.waiting"), approved };
    const told = leaves(held.answer, held.secondsLeft);
    return { kind: "held", told, aloud: leaves(held.answer, HELD_FOR), approved };
  };
  const { aloud, ...state } = now();
  const what = aloud ?? state.told;
  return { ...state, said: what && t("approval.said", { name: person.name, what }) };
}

function underWay({ progress }: Given) {
  return progress.kind === "looking" ? "answer.looking" : "approval.sending";
}

/** What a page that is closed has left is not sent any more: only looked after. */
function waiting({ answer, unsure, looks }: Given) {
  if (unsure) return looks ? "approval.unsureLooks" : "approval.unsure";
  if (!looks) return "approval.waiting";
  return saidAs(answer) === "approved" ? "approval.notApproved" : "approval.notDeclined";
}
