/** The guides in bokmål. */
export { default as patient } from "../../../../docs/user-guide/pasient.md";
export { default as professional } from "../../../../docs/user-guide/fagperson.md";
