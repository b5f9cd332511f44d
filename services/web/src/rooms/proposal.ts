import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { isEmail } from "../address/address";
import type { Proposal, RoomDetails } from "../contracts/rooms";
import { newId } from "../conversation/ids";
import { codeOf, Refusal } from "../gateway/refusal";
import { request } from "../gateway/request";

export const PURPOSE_LIMIT = 200;

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
  | "identity-number-incomplete"
  | "identity-number-invalid"
  | "identity-number-not-synthetic"
  | "email-invalid"
  | "purpose-missing"
  | "purpose-too-long";
export type Faults = Partial<Record<FieldName, FieldCode>>;

/** What can be seen without asking. Whether the number is a person's, only the server says. */
export function faultsOf(draft: Draft): Faults {
  const faults: Faults = {};
  if (!/^\d{11}$/.test(digitsOf(draft.identityNumber))) {
    faults.identityNumber = "identity-number-incomplete";
  }
  if (draft.name.trim() === "") faults.name = "name-missing";
  if (draft.email.trim() !== "" && !isEmail(draft.email.trim())) {
    faults.email = "email-invalid";
  }
  if (draft.purpose.trim() === "") faults.purpose = "purpose-missing";
  if ([...draft.purpose.trim()].length > PURPOSE_LIMIT) faults.purpose = "purpose-too-long";
  return faults;
}

/** What the server refused, told at the field it is about; undefined when it is about none. */
export function faultsIn(error: unknown): Faults | undefined {
  const code = codeOf(error);
  if (code === "identity-number-invalid" || code === "identity-number-not-synthetic") {
    return { identityNumber: code };
  }
  const named =
    error instanceof Refusal ? error.fields.map(({ name }) => name.split(".").at(-1)) : [];
  const faults: Faults = {};
  if (named.includes("identityNumber")) faults.identityNumber = "identity-number-invalid";
  if (named.includes("name")) faults.name = "name-missing";
  if (named.includes("email")) faults.email = "email-invalid";
  if (named.includes("purpose")) faults.purpose = "purpose-too-long";
  return Object.keys(faults).length > 0 ? faults : undefined;
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

function digitsOf(identityNumber: string): string {
  return identityNumber.replace(/\s/g, "");
}

/** Proposes under one id for as long as the form lives: pressing twice makes one room. */
export function usePropose(onProposed: (room: RoomDetails) => void) {
  const roomId = useRef<string>(undefined);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (proposal: Proposal) => {
      roomId.current ??= newId();
      return request<RoomDetails>("PUT", `/api/rooms/${roomId.current}`, proposal);
    },
    onSuccess: (room) => {
      void queries.invalidateQueries({ queryKey: ["rooms", "list"] });
      onProposed(room);
    },
  });
}
