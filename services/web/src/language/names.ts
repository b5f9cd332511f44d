import { useTranslation } from "react-i18next";
import { isolated } from "./isolated";

export function firstName(name: string): string {
  return name.split(" ")[0] ?? name;
}

export function initials(name: string): string {
  const parts = name.split(/[ -]/).filter((part) => part !== "");
  return [parts[0], parts.length > 1 ? parts.at(-1) : ""].map((part) => part?.[0] ?? "").join("");
}

/** "Are, Frida og Vera". Not Intl.ListFormat: not every browser knows nynorsk. */
export function useListed(): (names: readonly string[]) => string {
  const { t } = useTranslation();
  return (all) => {
    const names = all.map(isolated);
    const last = names.at(-1) ?? "";
    if (names.length < 2) return last;
    return `${names.slice(0, -1).join(", ")} ${t("words.and")} ${last}`;
  };
}
