import { Button, ErrorSummary, HGrid, Select, Textarea, TextField, VStack } from "@navikt/ds-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { isolated } from "../language/isolated";
import { useNavigate } from "react-router";
import type { DirectoryEntry, Role } from "../contracts/people";
import { Refused } from "../shell/Refused";
import { AlreadyTogether } from "./AlreadyTogether";
import { CharactersLeft } from "./CharactersLeft";
import { Invited } from "./Invited";
import { ProposalSummary } from "./ProposalSummary";
import {
  faultsIn,
  faultsOf,
  proposalOf,
  PURPOSE_LIMIT,
  usePropose,
  type Draft,
  type Faults,
  type FieldName,
} from "./proposal";

/** Everything on one screen: who, what for, and with whom. */
export function ProposeForm({ roles }: { roles: Role[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>({
    roleId: roles[0]?.roleId ?? "",
    identityNumber: "",
    name: "",
    email: "",
    purpose: "",
  });
  const [invited, setInvited] = useState<DirectoryEntry[]>([]);
  const [faults, setFaults] = useState<Faults>({});
  const propose = usePropose((room) => void navigate(`/rooms/${room.roomId}`, { replace: true }));
  const summary = useRef<HTMLDivElement>(null);

  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const field = (name: FieldName) => ({
    id: `propose-${name}`,
    value: draft[name],
    onChange: (event: { target: { value: string } }) => {
      set({ [name]: event.target.value });
      if (faults[name]) setFaults({ ...faults, [name]: undefined });
    },
    error: faults[name] && t(`propose.fault.${faults[name]}`),
  });

  const submit = () => {
    const found = faultsOf(draft);
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    propose.mutate(
      proposalOf(
        draft,
        invited.map(({ roleId }) => roleId),
      ),
      {
        onError: (error) => setFaults(faultsIn(error) ?? {}),
      },
    );
  };

  const listed = Object.entries(faults).filter(([, code]) => code !== undefined);
  const anyListed = listed.length > 0;
  useEffect(() => {
    if (anyListed) summary.current?.focus();
  }, [anyListed]);

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <VStack gap="space-24">
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
        </VStack>
        <Invited invited={invited} onChange={setInvited} />
        {anyListed && (
          <ErrorSummary heading={t("propose.faults")} ref={summary}>
            {listed.map(([name, code]) => (
              <ErrorSummary.Item key={name} href={`#propose-${name}`}>
                {code && t(`propose.fault.${code}`)}
              </ErrorSummary.Item>
            ))}
          </ErrorSummary>
        )}
        <ProposalSummary name={draft.name} invited={invited} />
        {propose.error && !faultsIn(propose.error) && <Refused error={propose.error} />}
        <Button type="submit" loading={propose.isPending}>
          {t("propose.submit")}
        </Button>
      </VStack>
    </form>
  );
}
