import { Button, ErrorSummary, HGrid, Select, Textarea, TextField, VStack } from "@navikt/ds-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { isolated } from "../language/isolated";
import type { DirectoryEntry, Role } from "../contracts/people";
import { Refused } from "../shell/Refused";
import { Waiting } from "../shell/Waiting";
import { AlreadyTogether } from "./AlreadyTogether";
import type { Begun } from "./begun";
import { BegunNotice } from "./BegunNotice";
import { CharactersLeft } from "./CharactersLeft";
import { Invited } from "./Invited";
import { ProposalSummary } from "./ProposalSummary";
import { ProposedBefore } from "./ProposedBefore";
import { PurposeIdeas } from "./PurposeIdeas";
import {
  faultsIn,
  faultsOf,
  PURPOSE_LIMIT,
  type Draft,
  type Faults,
  type FieldName,
} from "./proposal";
import { useBegun } from "./useBegun";
import { useSending } from "./useSending";

const NOBODY: DirectoryEntry[] = [];

/** Everything on one screen: who, what for, and with whom. What was begun before stands there. */
export function ProposeForm({ roles }: { roles: Role[] }) {
  const { opened, startOver, startedOver } = useBegun();
  const roomId = opened?.roomId;
  useEffect(() => {
    // The button is gone with the form that it was in.
    const isNowhere = document.activeElement === document.body;
    if (startedOver && isNowhere) document.querySelector<HTMLElement>("h1")?.focus();
  }, [startedOver, roomId]);
  if (!opened) return <Waiting />;
  return <Form key={opened.roomId} roles={roles} opened={opened} onOver={startOver} />;
}

interface FormProps {
  roles: Role[];
  opened: { roomId: string; begun: Begun | undefined };
  onOver: () => void;
}

function Form({ roles, opened, onOver }: FormProps) {
  const { t } = useTranslation();
  const { begun } = opened;
  const [draft, setDraft] = useState<Draft>(() => draftOf(begun, roles));
  const [invited, setInvited] = useState<DirectoryEntry[]>(begun?.invited ?? NOBODY);
  const [faults, setFaults] = useState<Faults>({});
  const { send, startOver, isPending, error, before } = useSending({
    opened,
    draft,
    invited,
    onRefused: (refusal) => setFaults(faultsIn(refusal) ?? {}),
    onOver,
  });
  const summary = useRef<HTMLDivElement>(null);

  // What is on its way is what stands here when the answer comes.
  const set = (change: Partial<Draft>) => !isPending && setDraft({ ...draft, ...change });
  const change = (name: FieldName, value: string) => {
    set({ [name]: value });
    if (faults[name]) setFaults({ ...faults, [name]: undefined });
  };
  const field = (name: FieldName) => ({
    id: `propose-${name}`,
    value: draft[name],
    onChange: (event: { target: { value: string } }) => change(name, event.target.value),
    error: faults[name] && t(`propose.fault.${faults[name]}`),
  });

  const submit = () => {
    const found = faultsOf(draft);
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    send();
  };

  const listed = Object.entries(faults).filter(([, code]) => code !== undefined);
  const anyListed = listed.length > 0;
  useEffect(() => {
    if (anyListed) summary.current?.focus();
  }, [anyListed]);

  return (
    <form
      noValidate
      aria-busy={isPending}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <VStack gap="space-24">
        {begun && <BegunNotice at={begun.at} busy={isPending} onStartOver={startOver} />}
        {roles.length > 1 && (
          <Select
            label={t("propose.as")}
            value={draft.roleId}
            onChange={(event) => set({ roleId: event.target.value })}
          >
            {roles.map((role) => (
              <option key={role.roleId} value={role.roleId}>
                {isolated(role.title)}, {isolated(role.organisation.name)}
              </option>
            ))}
          </Select>
        )}
        <HGrid columns={{ xs: 1, md: 2 }} gap="space-24" align="start" className="field-pair">
          <TextField
            label={t("propose.identityNumber")}
            description={t("propose.identityNumberHint")}
            inputMode="numeric"
            autoComplete="off"
            {...field("identityNumber")}
          />
          <TextField
            label={t("propose.name")}
            description={t("propose.nameHint")}
            autoComplete="off"
            {...field("name")}
          />
        </HGrid>
        <AlreadyTogether name={draft.name} />
        <TextField
          label={t("propose.email")}
          description={t("propose.emailHint")}
          type="email"
          autoComplete="off"
          {...field("email")}
        />
        <VStack gap="space-4">
          <Textarea
            label={t("propose.purpose")}
            description={t("propose.purposeHint")}
            minRows={2}
            {...field("purpose")}
          />
          <CharactersLeft text={draft.purpose} longest={PURPOSE_LIMIT} />
          <PurposeIdeas
            purpose={draft.purpose}
            onChoose={(purpose) => change("purpose", purpose)}
          />
        </VStack>
        <Invited invited={invited} onChange={(change) => !isPending && setInvited(change)} />
        {anyListed && (
          <ErrorSummary heading={t("propose.faults")} ref={summary}>
            {listed.map(([name, code]) => (
              <ErrorSummary.Item key={name} href={`#propose-${name}`}>
                {code && t(`propose.fault.${code}`)}
              </ErrorSummary.Item>
            ))}
          </ErrorSummary>
        )}
        {before !== undefined ? (
          <ProposedBefore roomId={before} onStartOver={startOver} />
        ) : (
          <>
            <ProposalSummary name={draft.name} invited={invited} />
            {error && !faultsIn(error) && <Refused error={error} />}
            <Button type="submit" loading={isPending}>
              {t("propose.submit")}
            </Button>
          </>
        )}
      </VStack>
    </form>
  );
}

/** A role that has ended since is not hers to propose as. */
function draftOf(begun: Begun | undefined, roles: Role[]): Draft {
  const roleId = roles[0]?.roleId ?? "";
  const blank = { roleId, identityNumber: "", name: "", email: "", purpose: "" };
  if (!begun) return blank;
  const stillHers = roles.some((role) => role.roleId === begun.fields.roleId);
  return { ...blank, ...begun.fields, roleId: stillHers ? begun.fields.roleId : roleId };
}
