import { BodyShort, Button, Detail } from "@navikt/ds-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Approval } from "../contracts/rooms";
import type { ApprovalState } from "./approvalState";
import { useOnline } from "../shell/useOnline";
import { useSettled } from "../shell/useSettled";

interface ApprovalAnswerProps {
  name: string;
  state: ApprovalState;
  onAnswer: (decision: Approval) => void;
  onUndo: () => void;
}

/**
 * Yes and no, and then what was answered, in the same place. Undoing lies below, where neither yes
 * nor no does: a second tap takes nothing back, and gives nothing again.
 */
export function ApprovalAnswer({ name, state, onAnswer, onUndo }: ApprovalAnswerProps) {
  const { t } = useTranslation();
  const { kind } = state;
  const online = useOnline();
  const settled = useSettled();
  return (
    <div className="steady">
      <Shown when={kind === "asks"} row="answer" inert={!settled}>
        <div className="equal-buttons">
          <Button
            size="small"
            variant="secondary"
            onClick={() => onAnswer("APPROVED")}
            aria-label={t("approval.approveName", { name })}
          >
            {t("approval.approve")}
          </Button>
          <Button
            size="small"
            variant="secondary"
            onClick={() => onAnswer("DECLINED")}
            aria-label={t("approval.declineName", { name })}
          >
            {t("approval.decline")}
          </Button>
        </div>
      </Shown>
      <Shown when={kind !== "asks"} row="answer">
        <BodyShort weight="semibold">{state.told}</BodyShort>
      </Shown>
      <Shown when={kind === "asks"} row="after">
        <Detail textColor="subtle">
          {t(online ? "approval.undoable" : "approval.undoableUntilSent")}
        </Detail>
      </Shown>
      <Shown when={kind === "held" || (kind === "waiting" && state.undoable === true)} row="after">
        <Button
          size="small"
          variant="secondary"
          onClick={onUndo}
          aria-label={t("approval.undoName", { name })}
        >
          {t("approval.undo")}
        </Button>
      </Shown>
      <Shown when={kind === "answered" && state.approved} row="after">
        <Detail textColor="subtle">{t("approval.removable")}</Detail>
      </Shown>
    </div>
  );
}

interface ShownProps {
  when: boolean;
  row: "answer" | "after";
  inert?: boolean;
  children: ReactNode;
}

/** What is not shown keeps its room, so that nothing below it moves when it is. */
function Shown({ when, row, inert = false, children }: ShownProps) {
  return (
    <div data-row={row} aria-hidden={!when} inert={inert || !when}>
      {children}
    </div>
  );
}
