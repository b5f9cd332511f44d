import {
  Button,
  DatePicker,
  HGrid,
  Select,
  TextField,
  useRangeDatepicker,
  VStack,
} from "@navikt/ds-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Action, LogSearch } from "../contracts/access-log";
import {
  dateFaultOf,
  faultOf,
  NO_CRITERIA,
  SEARCHABLE,
  searchOf,
  type Criteria,
  type Fault,
} from "./search";

interface SearchFormProps {
  onSearch: (search: LogSearch) => void;
  /** What stands in it from now on. */
  onChange: (criteria: Criteria) => void;
  busy: boolean;
}

/** The reason first: no search without one, and it stands in the log for ever. */
export function SearchForm({ onSearch, onChange, busy }: SearchFormProps) {
  const { t } = useTranslation();
  const [criteria, setCriteria] = useState<Criteria>(NO_CRITERIA);
  const [fault, setFault] = useState<Fault>();
  // One change of a date is told twice before it is drawn.
  const latest = useRef(criteria);
  const set = (change: Partial<Criteria>) => {
    latest.current = { ...latest.current, ...change };
    setCriteria(latest.current);
    setFault(undefined);
    onChange(latest.current);
  };
  const period = useRangeDatepicker({
    onRangeChange: (range) => set({ from: range?.from, to: range?.to }),
    onValidate: ({ from, to }) => set({ dates: dateFaultOf(from, to) }),
  });
  const told = (...faults: Fault[]) => fault && faults.includes(fault) && t(`audit.fault.${fault}`);
  const submit = () => {
    const found = faultOf(criteria);
    setFault(found);
    if (!found) onSearch(searchOf(criteria));
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <VStack gap="space-20" className="card">
        <TextField
          label={t("audit.reason")}
          description={t("audit.reasonHint")}
          value={criteria.reason}
          onChange={(event) => set({ reason: event.target.value })}
          error={told("reason-too-short", "reason-not-plain")}
          autoComplete="off"
        />
        <DatePicker {...period.datepickerProps}>
          <HGrid columns={{ xs: 1, sm: 2, md: 4 }} gap="space-16" align="start">
            <DatePicker.Input
              {...period.fromInputProps}
              label={t("audit.from")}
              size="small"
              error={told("from-invalid")}
            />
            <DatePicker.Input
              {...period.toInputProps}
              label={t("audit.to")}
              size="small"
              error={told("to-invalid", "period-backwards")}
            />
          </HGrid>
        </DatePicker>
        <HGrid columns={{ xs: 1, md: 3 }} gap="space-16" align="start">
          <Select
            label={t("audit.action")}
            size="small"
            value={criteria.action}
            onChange={(event) => set({ action: event.target.value as Action | "" })}
          >
            <option value="">{t("audit.anyAction")}</option>
            {SEARCHABLE.map((action) => (
              <option key={action} value={action}>
                {t(`action.name.${action}`)}
              </option>
            ))}
          </Select>
          <TextField
            label={t("audit.name")}
            size="small"
            value={criteria.name}
            onChange={(event) => set({ name: event.target.value })}
            error={told("name-not-plain")}
            autoComplete="off"
          />
          <TextField
            label={t("audit.roomId")}
            size="small"
            value={criteria.roomId}
            onChange={(event) => set({ roomId: event.target.value })}
            error={told("room-id-invalid")}
            autoComplete="off"
          />
        </HGrid>
        <div>
          <Button type="submit" loading={busy}>
            {t("audit.search")}
          </Button>
        </div>
      </VStack>
    </form>
  );
}
