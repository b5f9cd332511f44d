/** The guides in English. */
export { default as patient } from "../../../../docs/user-guide/pasient.en.md";
export { default as professional } from "../../../../docs/user-guide/fagperson.en.md";
