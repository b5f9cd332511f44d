import { useMutation } from "@tanstack/react-query";
import {
  ACTIONS,
  type Action,
  type LogSearch,
  type LogSearchAnswer,
} from "../contracts/access-log";
import { textFault } from "../contracts/text";
import { request } from "../gateway/request";

const PAGE = 50;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The form as it stands. */
export interface Criteria {
  reason: string;
  from: Date | undefined;
  to: Date | undefined;
  /** What is wrong with what stands in the fields of the two: then neither is what stands there. */
  dates: DateFault | undefined;
  action: Action | "";
  name: string;
  roomId: string;
}

export const NO_CRITERIA: Criteria = {
  reason: "",
  from: undefined,
  to: undefined,
  dates: undefined,
  action: "",
  name: "",
  roomId: "",
};

export type DateFault = "from-invalid" | "to-invalid" | "period-backwards";
export type Fault =
  "reason-too-short" | "reason-not-plain" | "name-not-plain" | "room-id-invalid" | DateFault;

interface Typed {
  isEmpty: boolean;
  isValidDate: boolean;
}

/** What the fields of a period say of what was typed into them. */
export function dateFaultOf(from: Typed, to: Typed & { isBeforeFrom?: boolean }) {
  if (!from.isEmpty && !from.isValidDate) return "from-invalid";
  if (to.isBeforeFrom) return "period-backwards";
  return to.isEmpty || to.isValidDate ? undefined : "to-invalid";
}

export function faultOf({ reason, dates, name, roomId }: Criteria): Fault | undefined {
  const reasons = textFault("LINE", reason.trim(), { shortest: 5, longest: 200 });
  if (reasons === "text-not-plain") return "reason-not-plain";
  if (reasons) return "reason-too-short";
  const names = name.trim() !== "" && textFault("LINE", name.trim(), { shortest: 2, longest: 100 });
  if (names) return "name-not-plain";
  if (dates) return dates;
  if (roomId.trim() !== "" && !UUID.test(roomId.trim())) return "room-id-invalid";
  return undefined;
}

export function searchOf({ reason, from, to, action, name, roomId }: Criteria): LogSearch {
  return {
    reason: reason.trim(),
    ...(from ? { from: startOf(from).toISOString() } : {}),
    ...(to ? { to: endOf(to).toISOString() } : {}),
    ...(action === "" ? {} : { action }),
    ...(name.trim() === "" ? {} : { name: name.trim() }),
    ...(roomId.trim() === "" ? {} : { roomId: roomId.trim() }),
    limit: PAGE,
  };
}

/** A search is an act that is logged (R6): it happens when asked for, and never by itself. */
export function useLogSearch() {
  return useMutation({
    mutationFn: (search: LogSearch) =>
      request<LogSearchAnswer>("POST", "/api/access-log/searches", search),
  });
}

export const SEARCHABLE: readonly Action[] = ACTIONS;

function startOf(day: Date): Date {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate());
}

/** The day itself is searched too. */
function endOf(day: Date): Date {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1);
}
