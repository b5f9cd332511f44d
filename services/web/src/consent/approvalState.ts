import { useTranslation } from "react-i18next";
import type { Approval, Seat } from "../contracts/rooms";
import { HELD_FOR, type Held } from "./useHeld";

/** How far the answer for one helper has come, and what there is to say about it. */
export interface ApprovalState {
  kind: "asks" | "held" | "sending" | "answered";
  /** What is on the screen. */
  told: string;
  /** What is read aloud: once for each state, and with the name. */
  said: string;
  approved: boolean;
}

type Told = Omit<ApprovalState, "said"> & { aloud?: string };

export function useApprovalState(
  { status, person }: Seat,
  { held, sending }: { held: Held<Approval> | undefined; sending: boolean },
): ApprovalState {
  const { t } = useTranslation();
  const leaves = (answer: Approval, count: number) =>
    t(answer === "APPROVED" ? "approval.approving" : "approval.declining", { count });
  const now = (): Told => {
    const approved = status === "ACTIVE";
    if (approved) return { kind: "answered", told: t("approval.approved"), approved };
    if (status === "DECLINED") return { kind: "answered", told: t("approval.declined"), approved };
    if (status === "REMOVED") return { kind: "answered", told: t("approval.over"), approved };
    if (sending) return { kind: "sending", told: t("approval.sending"), approved };
    if (!held) return { kind: "asks", told: "", approved };
    const told = leaves(held.answer, held.secondsLeft);
    return { kind: "held", told, aloud: leaves(held.answer, HELD_FOR), approved };
  };
  const { aloud, ...state } = now();
  const what = aloud ?? state.told;
  return { ...state, said: what && t("approval.said", { name: person.name, what }) };
}
