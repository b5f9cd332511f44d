import { Button, HStack, TextField, VStack } from "@navikt/ds-react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Address } from "../contracts/people";
import { Refused } from "../shell/Refused";
import { isEmail, useChangeAddress } from "./address";

interface AddressFieldProps {
  address: Address;
  label: string;
  description?: string;
  onSaved?: () => void;
  /** Beside the button that saves. */
  children?: ReactNode;
}

/** One field and the button that saves it. What was typed stays when saving fails. */
export function AddressField({
  address,
  label,
  description,
  onSaved,
  children,
}: AddressFieldProps) {
  const { t } = useTranslation();
  const change = useChangeAddress();
  const [typed, setTyped] = useState(address.email ?? "");
  const [wrong, setWrong] = useState(false);
  const save = () => {
    const email = typed.trim();
    setWrong(!isEmail(email));
    if (!isEmail(email)) return;
    change.mutate({ email, version: address.version }, { onSuccess: () => onSaved?.() });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <VStack gap="space-12">
        <TextField
          label={label}
          description={description}
          type="email"
          autoComplete="email"
          value={typed}
          error={wrong && t("address.invalid")}
          onChange={(event) => {
            setTyped(event.target.value);
            setWrong(false);
          }}
        />
        <HStack gap="space-8" align="center">
          <Button type="submit" size="small" loading={change.isPending}>
            {t("address.save")}
          </Button>
          {children}
        </HStack>
        <Refused error={change.error} />
      </VStack>
    </form>
  );
}
