import { useMutation, useQueryClient } from "@tanstack/react-query";
import { isEmail } from "../address/address";
import type { DirectoryEntry } from "../contracts/people";
import type { Proposal, RoomDetails } from "../contracts/rooms";
import { textFault, type TextFault } from "../contracts/text";
import { codeOf, Refusal } from "../gateway/refusal";
import { request } from "../gateway/request";
import { useMe } from "../session/session";
import { forgetSent, type Filled } from "./begun";

export const PURPOSE_LIMIT = 200;
const NAME_LIMIT = 120;

/** What has been filled in so far. */
export interface Draft {
  roleId: string;
  identityNumber: string;
  name: string;
  email: string;
  purpose: string;
}

export type FieldName = Exclude<keyof Draft, "roleId">;
export type FieldCode =
  | "name-missing"
  | "name-too-long"
  | "name-not-plain"
  | "identity-number-incomplete"
  | "identity-number-invalid"
  | "identity-number-not-synthetic"
  | "email-invalid"
  | "purpose-missing"
  | "purpose-too-long"
  | "purpose-not-plain";
export type Faults = Partial<Record<FieldName, FieldCode>>;

/** What can be seen without asking. Whether the number is a person's, only the server says. */
export function faultsOf(draft: Draft): Faults {
  const faults: Faults = {};
  if (!/^\d{11}$/.test(digitsOf(draft.identityNumber))) {
    faults.identityNumber = "identity-number-incomplete";
  }
  const name = textFault("LINE", draft.name.trim(), { longest: NAME_LIMIT });
  if (name) faults.name = NAME_FAULTS[name];
  const email = draft.email.trim();
  if (email !== "" && !isEmail(email)) faults.email = "email-invalid";
  const purpose = textFault("LINE", draft.purpose.trim(), { longest: PURPOSE_LIMIT });
  if (purpose) faults.purpose = PURPOSE_FAULTS[purpose];
  return faults;
}

const NAME_FAULTS: Record<TextFault, FieldCode> = {
  "text-empty": "name-missing",
  "text-too-short": "name-missing",
  "text-too-long": "name-too-long",
  "text-not-plain": "name-not-plain",
};

const PURPOSE_FAULTS: Record<TextFault, FieldCode> = {
  "text-empty": "purpose-missing",
  "text-too-short": "purpose-missing",
  "text-too-long": "purpose-too-long",
  "text-not-plain": "purpose-not-plain",
};

/** What the server refused, told at the field it is about; undefined when it is about none. */
export function faultsIn(error: unknown): Faults | undefined {
  const code = codeOf(error);
  if (code === "identity-number-invalid" || code === "identity-number-not-synthetic") {
    return { identityNumber: code };
  }
  const named = new Map(
    error instanceof Refusal
      ? error.fields.map(({ name, code }) => [name.split(".").at(-1), code])
      : [],
  );
  const faults: Faults = {};
  if (named.has("identityNumber")) faults.identityNumber = "identity-number-invalid";
  if (named.has("name")) faults.name = faultOf(NAME_FAULTS, named.get("name"));
  if (named.has("email")) faults.email = "email-invalid";
  if (named.has("purpose")) faults.purpose = faultOf(PURPOSE_FAULTS, named.get("purpose"));
  return Object.keys(faults).length > 0 ? faults : undefined;
}

/** What of it is kept. */
export function filledOf(draft: Draft, invited: DirectoryEntry[]): Filled {
  const { roleId, name, email, purpose } = draft;
  return { fields: { roleId, name, email, purpose }, invited };
}

export function proposalOf(draft: Draft, invitedRoleIds: string[]): Proposal {
  const email = draft.email.trim();
  return {
    asRoleId: draft.roleId,
    patient: {
      identityNumber: digitsOf(draft.identityNumber),
      name: draft.name.trim(),
      ...(email === "" ? {} : { email }),
    },
    purpose: draft.purpose.trim(),
    invitedRoleIds,
  };
}

/** A code that this version does not know is one of the form all the same. */
function faultOf(faults: Record<TextFault, FieldCode>, code: string | undefined): FieldCode {
  return faults[code as TextFault] ?? faults["text-not-plain"];
}

function digitsOf(identityNumber: string): string {
  return identityNumber.replace(/\s/g, "");
}

interface Sent {
  roomId: string;
  filled: Filled;
  proposal: Proposal;
}

/**
 * Proposes a room under an id. Wherever she is when it is so, it is not begun any more.
 *
 * @param another the id to propose it under instead, once, where the first was refused for its id
 */
export function usePropose(another: (error: unknown) => Promise<string | undefined>) {
  const queries = useQueryClient();
  const { personId } = useMe();
  return useMutation({
    mutationFn: async ({ roomId, proposal }: Sent) => {
      const put = (id: string) => request<RoomDetails>("PUT", `/api/rooms/${id}`, proposal);
      try {
        return await put(roomId);
      } catch (error) {
        const id = await another(error);
        if (id === undefined) throw error;
        return put(id);
      }
    },
    onSuccess: ({ roomId }, { filled }) => {
      void forgetSent(personId, roomId, filled);
      void queries.invalidateQueries({ queryKey: ["rooms", "list"] });
    },
  });
}
