import type { RefusalCode } from "./generated/refusal-codes";

/** RFC 9457, with the stable code that the screen translates (R11). */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: RefusalCode;
  traceId?: string;
  /** When the same may be asked for again. */
  notBefore?: string;
  fields?: { name: string; code: string }[];
}
