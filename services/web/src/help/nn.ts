/** The guides in nynorsk. */
export { default as patient } from "../../../../docs/user-guide/pasient.nn.md";
export { default as professional } from "../../../../docs/user-guide/fagperson.nn.md";
